package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * Pillar C: behavioural change and/or sleep disturbance, new against the child's baseline. What
 * begins soon after a steroid may be the steroid's effect (Pranzatelli 2005) and does not count.
 */
final class BehaviourPillar {

  /** The findings of the pillar. */
  static final FindingId[] FINDINGS = {
    FindingId.BEHAVIOUR_CHANGE,
    FindingId.RAGE_OR_INCONSOLABLE,
    FindingId.SLEEP_DISTURBANCE,
    FindingId.INSOMNIA
  };

  /** The findings in an adult, in whom mood counts too. */
  private static final FindingId[] FINDINGS_OF_ADULTS = {
    FindingId.BEHAVIOUR_CHANGE,
    FindingId.RAGE_OR_INCONSOLABLE,
    FindingId.SLEEP_DISTURBANCE,
    FindingId.INSOMNIA,
    FindingId.MOOD_CHANGE
  };

  private static final int SAME_COURSE_DAYS = 31;

  private BehaviourPillar() {}

  /**
   * Sorts the statements.
   *
   * @param firstSign the first day of eyes or motor signs, where there are any: what began long
   *     before is the child's baseline
   */
  static Counted read(
      PatientRecord patient,
      Findings findings,
      Optional<LocalDate> firstSign,
      boolean adult,
      SiteSettings site) {
    Counted.Sorter sorter = new Counted.Sorter();
    LocalDate today = patient.consultationDate();
    for (ClinicalStatement each : findings.about(adult ? FINDINGS_OF_ADULTS : FINDINGS)) {
      LocalDate began = each.firstDay(today);
      if (each.isOver()) {
        sorter.leave(each, "recorded as over");
      } else if (each.certainty() == Certainty.ABSENT) {
        sorter.count(each);
      } else if (followsSteroid(began, findings, site)) {
        sorter.leave(
            each,
            "began within " + site.windows().steroidConfoundDays() + " days of a steroid or ACTH");
      } else if (isDated(each)
          && firstSign
              .filter(
                  sign -> ChronoUnit.DAYS.between(began, sign) > site.windows().pillarWindowDays())
              .isPresent()) {
        sorter.leave(each, "began long before the other signs");
      } else {
        sorter.count(each);
      }
    }
    return sorter.sorted();
  }

  /** A year alone does not tell that it began long before. */
  private static boolean isDated(ClinicalStatement statement) {
    return statement.onset().isExact() || statement.asserted().isKnown();
  }

  private static boolean followsSteroid(LocalDate began, Findings findings, SiteSettings site) {
    return courseStarts(findings).stream()
        .map(start -> ChronoUnit.DAYS.between(start, began))
        .anyMatch(days -> days >= 0 && days <= site.windows().steroidConfoundDays());
  }

  /** The first days of the courses: a dose or renewal within a month continues a course. */
  private static List<LocalDate> courseStarts(Findings findings) {
    List<LocalDate> doses =
        findings.exposedTo(drug -> drug == DrugClass.STEROID || drug == DrugClass.ACTH).stream()
            .flatMap(exposure -> exposure.start().day().stream())
            .sorted()
            .toList();
    List<LocalDate> starts = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (LocalDate dose : doses) {
      if (starts.isEmpty() || ChronoUnit.DAYS.between(last, dose) > SAME_COURSE_DAYS) {
        starts.add(dose);
      }
      last = dose;
    }
    return starts;
  }
}
