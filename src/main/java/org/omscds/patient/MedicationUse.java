package org.omscds.patient;

import java.util.List;

/**
 * A drug that was ordered, given or said to be taken: a FHIR MedicationRequest,
 * MedicationAdministration or MedicationStatement.
 *
 * @param reference {@code Type/id} of the resource
 * @param concepts the drug: its own concept and that of the Medication it refers to
 * @param routes where it goes in, coded or in words; empty where nobody said
 * @param start when it was ordered, first given or first taken
 * @param end when it ended, where that is recorded
 * @param doses how much at one time, one entry for each dosage that tells
 */
public record MedicationUse(
    String reference,
    Kind kind,
    List<Concept> concepts,
    List<Concept> routes,
    State state,
    ClinicalDate start,
    ClinicalDate end,
    List<Dose> doses) {

  public MedicationUse {
    concepts = List.copyOf(concepts);
    routes = List.copyOf(routes);
    doses = List.copyOf(doses);
  }

  /** The same use under another reference. */
  MedicationUse withReference(String other) {
    return new MedicationUse(other, kind, concepts, routes, state, start, end, doses);
  }

  /** Whether somebody asked for it, or it was given or taken. */
  public enum Kind {
    ORDERED,
    GIVEN
  }

  /** Whether it counts, and as what. */
  public enum State {
    /** Active, an order on hold, in progress, draft or not stated. */
    CURRENT,
    /** Completed or stopped: it was taken, at least for a time. */
    PAST,
    /**
     * Cancelled, in error, not done, only intended, a statement on hold, or a prohibition: it is
     * not taken.
     */
    VOID
  }
}
