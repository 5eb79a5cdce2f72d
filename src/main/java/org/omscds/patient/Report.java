package org.omscds.patient;

import java.util.List;

/**
 * A FHIR DiagnosticReport.
 *
 * @param reference {@code DiagnosticReport/id}
 * @param concept what was done
 * @param conclusion the report's own words, or the empty string
 * @param conclusionCodes what it found, coded
 */
public record Report(
    String reference,
    ResultStatus status,
    Concept concept,
    ClinicalDate effective,
    String conclusion,
    List<Concept> conclusionCodes) {

  public Report {
    conclusionCodes = List.copyOf(conclusionCodes);
  }
}
