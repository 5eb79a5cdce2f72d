package org.omscds.patient;

import java.util.List;

/**
 * A FHIR ServiceRequest that asks for something to be done.
 *
 * @param reference {@code ServiceRequest/id}
 * @param state how far it has come
 * @param authored when it was written
 */
public record Order(
    String reference,
    Concept concept,
    List<Concept> bodySites,
    State state,
    ClinicalDate authored,
    List<String> notes) {

  public Order {
    bodySites = List.copyOf(bodySites);
    notes = List.copyOf(notes);
  }

  /** FHIR's request-status codes as far as they matter here. */
  public enum State {
    /** Draft, active, on hold or not stated: it is on its way. */
    PENDING,
    COMPLETED,
    /** Revoked, entered in error, an option or a prohibition: nothing will come of it. */
    VOID
  }
}
