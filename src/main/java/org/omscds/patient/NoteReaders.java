package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/** Reads what clinicians write in sentences: FHIR ClinicalImpression and DocumentReference. */
final class NoteReaders {

  private NoteReaders() {}

  /** An impression, or empty for one that was not formed or is an error. */
  static Optional<Report> impression(FhirNode resource) {
    return switch (FhirShapes.code(resource, Element.STATUS)) {
      case "", "completed" -> Optional.of(impression(resource, ResultStatus.FINAL));
      case "in-progress" -> Optional.of(impression(resource, ResultStatus.PRELIMINARY));
      default -> Optional.empty();
    };
  }

  private static Report impression(FhirNode resource, ResultStatus status) {
    List<Concept> findings = new ArrayList<>();
    for (FhirNode finding : resource.each(Element.FINDING)) {
      findings.addAll(FhirShapes.concepts(finding, Element.ITEM_CODEABLE_CONCEPT));
    }
    List<String> sentences = new ArrayList<>(resource.text(Element.SUMMARY).stream().toList());
    sentences.addAll(FhirShapes.notes(resource));
    return new Report(
        FhirShapes.reference(resource),
        status,
        FhirShapes.concept(resource.at(Element.CODE)),
        FhirDates.first(
            resource, Element.EFFECTIVE_DATE_TIME, Element.EFFECTIVE_PERIOD, Element.DATE),
        String.join("\n", sentences),
        findings);
  }

  /** Whether a DocumentReference is the document that holds, and not an error or replaced. */
  static boolean isValid(FhirNode document) {
    String status = FhirShapes.code(document, Element.STATUS);
    return (status.isEmpty() || status.equals("current"))
        && !docStatus(document).equals("entered-in-error");
  }

  static Report document(FhirNode document, String text) {
    return new Report(
        FhirShapes.reference(document),
        docStatus(document).equals("preliminary") ? ResultStatus.PRELIMINARY : ResultStatus.FINAL,
        FhirShapes.concept(document.at(Element.TYPE)),
        FhirDates.first(document, Element.DATE),
        text,
        List.of());
  }

  private static String docStatus(FhirNode document) {
    return FhirShapes.code(document, Element.DOC_STATUS);
  }
}
