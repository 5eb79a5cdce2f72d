package org.omscds.patient;

import java.util.List;

/**
 * A drug that was ordered or given: a FHIR MedicationRequest or MedicationAdministration.
 *
 * @param reference {@code MedicationRequest/id} or {@code MedicationAdministration/id}
 * @param concepts the drug: its own concept and that of the Medication it refers to
 * @param routes where it goes in, coded or in words; empty where nobody said
 * @param start when it was ordered or first given
 * @param end when it ended, where that is recorded
 */
public record MedicationUse(
    String reference,
    Kind kind,
    List<Concept> concepts,
    List<Concept> routes,
    State state,
    ClinicalDate start,
    ClinicalDate end) {

  public MedicationUse {
    concepts = List.copyOf(concepts);
    routes = List.copyOf(routes);
  }

  /** Whether somebody asked for it or gave it. */
  public enum Kind {
    ORDERED,
    GIVEN
  }

  /** Whether it counts, and as what. */
  public enum State {
    /** Active, on hold, in progress, draft or not stated. */
    CURRENT,
    /** Completed or stopped: it was taken, at least for a time. */
    PAST,
    /** Cancelled, entered in error, not done, or a prohibition: it was never taken. */
    VOID
  }
}
