package org.omscds.patient;

import java.util.List;

/**
 * What a clinician wrote about the patient: a FHIR DiagnosticReport, a ClinicalImpression, or the
 * text of a DocumentReference.
 *
 * @param reference {@code Type/id} of the resource
 * @param concept what was done, or what kind of note it is
 * @param conclusion the author's own words, or the empty string
 * @param conclusionCodes what it found, coded
 * @param studies {@code ImagingStudy/id} of the studies that it reports
 */
public record Report(
    String reference,
    ResultStatus status,
    Concept concept,
    ClinicalDate effective,
    String conclusion,
    List<Concept> conclusionCodes,
    List<String> studies) {

  public Report {
    conclusionCodes = List.copyOf(conclusionCodes);
    studies = List.copyOf(studies);
  }

  /** A note, which reports no imaging study. */
  public Report(
      String reference,
      ResultStatus status,
      Concept concept,
      ClinicalDate effective,
      String conclusion,
      List<Concept> conclusionCodes) {
    this(reference, status, concept, effective, conclusion, conclusionCodes, List.of());
  }
}
