package org.omscds.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.PatientRecord;

/**
 * Whether the chart itself says opsoclonus-myoclonus syndrome. The label never supplies pillars.
 *
 * @param state what it says
 * @param statements where
 * @param onset the first day that these statements name
 */
record Diagnosis(State state, List<ClinicalStatement> statements, Optional<LocalDate> onset) {

  Diagnosis {
    statements = List.copyOf(statements);
  }

  /** What the chart says of the diagnosis. */
  enum State {
    NONE,
    /** Recorded, but provisional, differential, unconfirmed or without a verification status. */
    SUSPECTED,
    /** An active Condition, confirmed. */
    DIAGNOSED,
    /** Inactive, resolved or in remission, and nowhere active. */
    IN_REMISSION
  }

  static Diagnosis of(PatientRecord patient, Findings findings) {
    List<ClinicalStatement> said =
        findings.about(FindingId.OMS).stream()
            .filter(each -> each.certainty() != Certainty.ABSENT)
            .toList();
    List<ClinicalStatement> standing = said.stream().filter(each -> !each.isOver()).toList();
    State state;
    if (standing.stream().anyMatch(each -> each.isPresent() && each.confirmed())) {
      state = State.DIAGNOSED;
    } else if (said.stream().anyMatch(each -> each.isOver() && each.isPresent())) {
      state = State.IN_REMISSION;
    } else {
      state = standing.isEmpty() ? State.NONE : State.SUSPECTED;
    }
    return new Diagnosis(
        state,
        said,
        standing.stream()
            .map(each -> each.firstDay(patient.consultationDate()))
            .min(Comparator.naturalOrder()));
  }
}
