package org.omscds.patient;

import java.util.List;

/**
 * A FHIR Procedure that was carried out.
 *
 * @param reference {@code Procedure/id}
 * @param outcome what came of it, which may name a finding
 * @param notes free text beside it
 */
public record ProcedureDone(
    String reference,
    Concept concept,
    List<Concept> bodySites,
    ClinicalDate performed,
    Concept outcome,
    List<String> notes) {

  public ProcedureDone {
    bodySites = List.copyOf(bodySites);
    notes = List.copyOf(notes);
  }
}
