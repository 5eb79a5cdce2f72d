package org.omscds.finding;

import org.omscds.patient.ReferenceId;

/**
 * Where the words and the codes of a report stand in their resource, as FHIR names the elements.
 *
 * @param words the element of the words
 * @param code the element of the codes
 */
record ReportElement(String words, String code) {

  /**
   * The elements of a report, or of what is read like one.
   *
   * @param reference {@code Type/id} of the resource
   */
  static ReportElement of(String reference) {
    return switch (ReferenceId.of(reference).type()) {
      case "ClinicalImpression" ->
          new ReportElement("summary, note", "finding.itemCodeableConcept");
      case "DocumentReference" -> new ReportElement("content.attachment", "type");
      default -> new ReportElement("conclusion", "conclusionCode");
    };
  }
}
