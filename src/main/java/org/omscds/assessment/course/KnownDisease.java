package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;

/**
 * The first illness as far as the chart tells: without it no sign can be a relapse.
 *
 * @param inRemission whether the chart says that the disease is over, at least for now
 * @param illDays days on which the patient was certainly in the first illness: its onset, the day
 *     on which it was recorded, the first treatment
 * @param settled from when on a sign that begins is no part of the first illness any more: 90 days
 *     after its onset, or 14 days after the first treatment [PROPOSAL]
 */
record KnownDisease(boolean inRemission, List<LocalDate> illDays, LocalDate settled) {

  KnownDisease {
    illDays = List.copyOf(illDays);
  }

  static KnownDisease of(
      boolean inRemission,
      Findings findings,
      Treatment treatment,
      LocalDate today,
      SiteSettings site) {
    List<LocalDate> days = new ArrayList<>();
    List<ClinicalStatement> said =
        findings.present(FindingId.OMS).stream()
            .filter(each -> each.course() != Course.OBSERVED)
            .toList();
    for (ClinicalStatement each : said) {
      if (!each.isOver() || each.onset().isExact()) {
        days.add(each.firstDay(today));
      }
    }
    Optional<LocalDate> onset = days.stream().min(Comparator.naturalOrder());
    if (onset.isEmpty()) {
      return new KnownDisease(inRemission, days, today);
    }
    LocalDate first = onset.get();
    said.stream()
        .filter(each -> !each.isOver())
        .map(each -> each.lastSaid(today))
        .filter(day -> ChronoUnit.DAYS.between(first, day) <= site.windows().currentDays())
        .forEach(days::add);
    LocalDate settled = first.plusDays(site.windows().pillarWindowDays());
    for (Agent agent : treatment.agents()) {
      boolean early =
          Math.abs(ChronoUnit.DAYS.between(first, agent.first())) <= site.windows().currentDays();
      if (early && agent.equals(treatment.agents().getFirst())) {
        days.add(agent.first());
        LocalDate treated = agent.first().plusDays(site.course().relapseStableDays());
        settled = treated.isBefore(settled) ? treated : settled;
      }
    }
    return new KnownDisease(inRemission, days, settled);
  }
}
