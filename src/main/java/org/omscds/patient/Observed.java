package org.omscds.patient;

import java.util.List;

/**
 * A FHIR Observation.
 *
 * @param reference {@code Observation/id}
 * @param items the Observation's own code and value first, then its components
 * @param effective when it was true of the patient
 * @param notes free text beside it
 */
public record Observed(
    String reference,
    ResultStatus status,
    List<ObservedItem> items,
    ClinicalDate effective,
    List<String> notes,
    Speaker speaker) {

  public Observed {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }
}
