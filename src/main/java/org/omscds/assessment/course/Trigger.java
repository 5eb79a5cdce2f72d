package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;

/**
 * T-INF, an infection that may set off a relapse or explain a short worsening; T-TAPER is {@link
 * Treatment#daysSinceReduction}. Infections came before 40 % of first relapses, tapers before 48 %
 * (ICNC 2014 abstract of the cohort of Pranzatelli 2017).
 *
 * @param day the day on which it is recorded
 */
record Trigger(LocalDate day, Evidence evidence) {

  /** Fever, recorded infections and antimicrobials, by day. */
  static List<Trigger> infections(Findings findings, LocalDate today) {
    List<Trigger> found = new ArrayList<>();
    for (ClinicalStatement each :
        findings.present(FindingId.FEVER, FindingId.SYSTEMIC_INFECTION, FindingId.CNS_INFECTION)) {
      found.add(new Trigger(each.firstDay(today), each.evidence()));
    }
    for (Exposure each : findings.exposedTo(drug -> drug == DrugClass.ANTIMICROBIAL)) {
      each.start().day().ifPresent(day -> found.add(new Trigger(day, each.evidence())));
    }
    found.sort(
        Comparator.comparing(Trigger::day).thenComparing(each -> each.evidence().reference()));
    return found;
  }

  /**
   * Whether it falls into the days before a worsening began, or into the worsening.
   *
   * @param days how long before; 14 unless the site differs
   */
  boolean goesWith(LocalDate began, LocalDate until, int days) {
    return ChronoUnit.DAYS.between(day, began) <= days && !day.isAfter(until);
  }
}
