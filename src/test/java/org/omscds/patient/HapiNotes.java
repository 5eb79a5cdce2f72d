package org.omscds.patient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.ClinicalImpression;
import org.hl7.fhir.r4.model.ClinicalImpression.ClinicalImpressionStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;

/** Derives what clinicians wrote from HAPI's object model. */
final class HapiNotes {

  private HapiNotes() {}

  static Optional<Report> impression(ClinicalImpression impression) {
    ClinicalImpressionStatus status = impression.getStatus();
    boolean going = status == ClinicalImpressionStatus.INPROGRESS;
    String conclusion =
        Stream.concat(
                Stream.of(HapiShapes.words(impression.getSummary())),
                HapiShapes.notes(impression.getNote()).stream())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n"));
    return Optional.of(
            new Report(
                HapiShapes.reference(impression),
                going ? ResultStatus.PRELIMINARY : ResultStatus.FINAL,
                HapiShapes.concept(impression.getCode()),
                HapiShapes.when(impression.getEffective())
                    .or(HapiShapes.date(impression.getDateElement())),
                conclusion,
                HapiShapes.concepts(
                    impression.getFinding().stream()
                        .map(finding -> finding.getItemCodeableConcept())
                        .toList())))
        .filter(_ -> going || status == null || status == ClinicalImpressionStatus.COMPLETED);
  }

  static Optional<Report> document(DocumentReference document) {
    boolean current =
        document.getStatus() == null || document.getStatus() == DocumentReferenceStatus.CURRENT;
    if (!current || document.getDocStatus() == ReferredDocumentStatus.ENTEREDINERROR) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    document.getContent().forEach(content -> text(content.getAttachment()).ifPresent(texts::add));
    return texts.stream()
        .findFirst()
        .map(text ->
            new Report(
                HapiShapes.reference(document),
                document.getDocStatus() == ReferredDocumentStatus.PRELIMINARY
                    ? ResultStatus.PRELIMINARY
                    : ResultStatus.FINAL,
                HapiShapes.concept(document.getType()),
                HapiShapes.date(document.getDateElement()),
                text,
                List.of()));
  }

  private static Optional<String> text(Attachment attachment) {
    String type = HapiShapes.words(attachment.getContentType()).toLowerCase(Locale.ROOT);
    if (!attachment.hasData() || attachment.getData().length == 0) {
      return Optional.empty();
    }
    String text = new String(attachment.getData(), StandardCharsets.UTF_8);
    if (type.matches("text/html\\s*(;.*)?")) {
      return Optional.of(page(text));
    }
    return Optional.of(HapiShapes.words(text)).filter(_ -> type.matches("text/plain\\s*(;.*)?"));
  }

  /** The words on one of the pages that are drawn; of damaged ones, all that is no tag. */
  private static String page(String html) {
    return NoteSamples.PAGES.getOrDefault(
        html, html.replaceAll("<[^>]*>", "\n").replaceAll("[ \\n\\t]+", " ").strip());
  }
}
