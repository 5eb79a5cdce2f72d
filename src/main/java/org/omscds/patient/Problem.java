package org.omscds.patient;

import java.util.List;

/**
 * A FHIR Condition.
 *
 * @param reference {@code Condition/id}
 * @param evidence the manifestations that the Condition itself names
 * @param stages the stages that it names, summary and type
 * @param onset the onset as recorded, in whichever of its FHIR forms
 * @param abatement when it ended; see also {@code clinicalStatus}
 * @param recorded when it was written down
 * @param notes free text beside it
 */
public record Problem(
    String reference,
    Concept concept,
    ClinicalStatus clinicalStatus,
    Verification verification,
    Concept severity,
    List<Concept> evidence,
    List<Concept> stages,
    ClinicalDate onset,
    ClinicalDate abatement,
    ClinicalDate recorded,
    List<String> notes,
    Speaker speaker) {

  public Problem {
    evidence = List.copyOf(evidence);
    stages = List.copyOf(stages);
    notes = List.copyOf(notes);
  }

  /** FHIR's condition-clinical codes. */
  public enum ClinicalStatus {
    ACTIVE,
    RECURRENCE,
    RELAPSE,
    INACTIVE,
    REMISSION,
    RESOLVED,
    UNSTATED;

    /** Whether the problem is over, at least for now. */
    public boolean isOver() {
      return switch (this) {
        case INACTIVE, REMISSION, RESOLVED -> true;
        case ACTIVE, RECURRENCE, RELAPSE, UNSTATED -> false;
      };
    }

    /** Whether it came back after it was better. */
    public boolean isReturn() {
      return this == RECURRENCE || this == RELAPSE;
    }
  }

  /** FHIR's condition-ver-status codes. */
  public enum Verification {
    CONFIRMED,
    PROVISIONAL,
    DIFFERENTIAL,
    UNCONFIRMED,
    REFUTED,
    ENTERED_IN_ERROR,
    UNSTATED
  }

  /** Whether it is over by status or by an abatement date. */
  public boolean isOver() {
    return clinicalStatus.isOver()
        || (abatement.isKnown() && clinicalStatus == ClinicalStatus.UNSTATED);
  }
}
