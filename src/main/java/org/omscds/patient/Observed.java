package org.omscds.patient;

import java.util.List;

/**
 * What somebody observed, was told or came for: a FHIR Observation, a QuestionnaireResponse, or an
 * Encounter with its reasons.
 *
 * @param reference {@code Type/id} of the resource
 * @param items an Observation's own code and value first, then its components; or the questions
 *     that were answered; or the reasons
 * @param effective when it was true of the patient
 * @param notes free text beside it
 * @param method how it was measured
 * @param specimen the name of what it was measured in, or the empty string
 */
public record Observed(
    String reference,
    ResultStatus status,
    List<ObservedItem> items,
    ClinicalDate effective,
    List<String> notes,
    Speaker speaker,
    Concept method,
    String specimen) {

  public Observed {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /** What was said, and not measured. */
  public Observed(
      String reference,
      ResultStatus status,
      List<ObservedItem> items,
      ClinicalDate effective,
      List<String> notes,
      Speaker speaker) {
    this(reference, status, items, effective, notes, speaker, Concept.NONE, "");
  }
}
