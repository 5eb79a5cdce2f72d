package org.omscds.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
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

  static Diagnosis of(PatientRecord patient, Findings findings, SiteSettings site) {
    List<ClinicalStatement> said =
        findings.about(FindingId.OMS).stream()
            .filter(each -> each.certainty() != Certainty.ABSENT)
            .filter(each -> each.course() != Course.OBSERVED || isCurrent(each, patient, site))
            .toList();
    List<ClinicalStatement> standing = said.stream().filter(each -> !each.isOver()).toList();
    State state;
    if (standing.stream().anyMatch(each -> each.isPresent() && each.confirmed())) {
      state = State.DIAGNOSED;
    } else if (!standing.isEmpty()) {
      state = State.SUSPECTED;
    } else {
      boolean past = said.stream().anyMatch(ClinicalStatement::isPresent);
      state = past ? State.IN_REMISSION : State.NONE;
    }
    return new Diagnosis(
        state,
        said,
        (standing.isEmpty() ? said : standing)
            .stream()
                .map(each -> each.firstDay(patient.consultationDate()))
                .min(Comparator.naturalOrder()));
  }

  /** Whether the disease is known, now or in the past: only then can it relapse. */
  boolean isKnown() {
    return state == State.DIAGNOSED || state == State.IN_REMISSION;
  }

  boolean isInRemission() {
    return state == State.IN_REMISSION;
  }

  /** The first day of the disease: signs of now that are a relapse do not move it. */
  Optional<LocalDate> onsetWith(Optional<LocalDate> signs) {
    return isKnown()
        ? Stream.concat(signs.stream(), onset.stream()).min(Comparator.naturalOrder())
        : signs.or(() -> onset);
  }

  /** A report or observation that names the syndrome speaks of its own day, not for ever. */
  private static boolean isCurrent(
      ClinicalStatement statement, PatientRecord patient, SiteSettings site) {
    LocalDate today = patient.consultationDate();
    return ChronoUnit.DAYS.between(statement.lastSaid(today), today)
        <= site.windows().currentDays();
  }
}
