package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.instrument.Relapse;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;

/** Reads the worsening of now, and the relapses so far, from signs and scores. */
final class WorseningReader {

  private final SiteSettings site;

  WorseningReader(SiteSettings site) {
    this.site = site;
  }

  private record Judged(Bout bout, Kind kind) {}

  Worsening read(
      KnownDisease disease,
      Findings findings,
      PillarReader.Reading reading,
      SeverityScores scores,
      Treatment treatment,
      LocalDate today) {
    List<Trigger> infections = Trigger.infections(findings, today);
    List<Judged> judged = new ArrayList<>();
    for (SignCourse course : SignCourses.of(findings, reading, scores, today)) {
      course.bouts(disease, today, site).stream()
          .map(bout -> new Judged(bout, judge(bout, infections, treatment, today)))
          .forEach(judged::add);
    }
    ScoreCourse.bouts(scores, today, site).stream()
        .map(bout -> new Judged(bout, judge(bout, infections, treatment, today)))
        .forEach(judged::add);
    List<Judged> now = judged.stream().filter(each -> isOfNow(each, today)).toList();
    return now.isEmpty()
        ? Worsening.NONE
        : worsening(now, judged, infections, reading, treatment, today);
  }

  private boolean isOfNow(Judged judged, LocalDate today) {
    return judged.kind() != Kind.NONE
        && !judged.bout().gone().isKnown()
        && ChronoUnit.DAYS.between(judged.bout().last(), today)
            <= site.windows().pillarWindowDays();
  }

  private Kind judge(Bout bout, List<Trigger> infections, Treatment treatment, LocalDate today) {
    LocalDate until = bout.gone().day().orElse(today);
    Optional<LocalDate> illness =
        infections.stream()
            .filter(
                each -> each.goesWith(bout.began(), until, site.course().infectionTriggerDays()))
            .map(Trigger::day)
            .max(Comparator.naturalOrder());
    long goneAfter =
        bout.gone().isKnown()
            ? illness.map(day -> ChronoUnit.DAYS.between(day, until)).orElse(-1L)
            : -1;
    return Relapse.judge(
        new Relapse.Worsening(
            Set.of(bout.sign()),
            bout.onlyMoodRose(),
            treatment.isOnSteroid(bout.began()),
            bout.stableDays(),
            bout.lastingDays(),
            bout.lengthKnown(),
            bout.certain(),
            illness.isPresent(),
            goneAfter),
        site.course());
  }

  private Worsening worsening(
      List<Judged> now,
      List<Judged> all,
      List<Trigger> infections,
      PillarReader.Reading reading,
      Treatment treatment,
      LocalDate today) {
    Kind kind = now.stream().map(Judged::kind).max(Comparator.naturalOrder()).orElse(Kind.NONE);
    List<Bout> bouts = now.stream().map(Judged::bout).toList();
    LocalDate began = bouts.stream().map(Bout::began).min(LocalDate::compareTo).orElse(today);
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    bouts.forEach(bout -> signs.add(bout.sign()));
    if (behavesAnew(reading, began, today)) {
      signs.add(Sign.BEHAVIOUR);
    }
    List<Long> afterReduction =
        relapseDays(all).stream().map(treatment::daysSinceReduction).toList();
    long sinceReduction = treatment.daysSinceReduction(began);
    return new Worsening(
        kind,
        signs,
        ClinicalDate.on(began),
        bouts.stream().mapToLong(Bout::lastingDays).max().orElse(0),
        Evidence.byResource(bouts.stream().flatMap(bout -> bout.evidence().stream()).toList()),
        sinceReduction,
        Relapse.followsReduction(sinceReduction, site.course()),
        infections.stream()
            .filter(each -> each.goesWith(began, today, site.course().infectionTriggerDays()))
            .map(Trigger::evidence)
            .distinct()
            .toList(),
        !treatment.isOnSteroid(began),
        afterReduction.size(),
        Relapse.isSteroidDependent(afterReduction, site.course()));
  }

  private boolean behavesAnew(PillarReader.Reading reading, LocalDate began, LocalDate today) {
    return reading.pillars().of(Pillar.C).counted().stream()
        .filter(ClinicalStatement::isPresent)
        .anyMatch(each ->
            !each.firstDay(today).isBefore(began.minusDays(site.course().relapseStableDays())));
  }

  /** The first days of the relapses; what begins within the stable days is one relapse. */
  private List<LocalDate> relapseDays(List<Judged> judged) {
    List<LocalDate> days = new ArrayList<>();
    judged.stream()
        .filter(each -> each.kind() == Kind.RELAPSE)
        .map(each -> each.bout().began())
        .sorted()
        .forEach(day -> {
          boolean same =
              !days.isEmpty()
                  && ChronoUnit.DAYS.between(days.getLast(), day)
                      < site.course().relapseStableDays();
          if (!same) {
            days.add(day);
          }
        });
    return days;
  }
}
