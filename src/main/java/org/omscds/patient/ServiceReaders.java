package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/** Reads what was ordered and what was done: reports, imaging, procedures, orders, vaccines. */
final class ServiceReaders {

  private ServiceReaders() {}

  static Report report(FhirNode resource) {
    return new Report(
        FhirShapes.reference(resource),
        FhirShapes.resultStatus(resource),
        FhirShapes.concept(resource.at(Element.CODE)),
        FhirDates.first(
            resource, Element.EFFECTIVE_DATE_TIME, Element.EFFECTIVE_PERIOD, Element.ISSUED),
        resource.text(Element.CONCLUSION).orElse(""),
        FhirShapes.concepts(resource, Element.CONCLUSION_CODE),
        studies(resource));
  }

  /** References without a type are to imaging studies, because nothing else may stand there. */
  private static List<String> studies(FhirNode report) {
    return report.each(Element.IMAGING_STUDY).stream()
        .flatMap(reference -> FhirShapes.target(reference).stream())
        .map(target -> "ImagingStudy/" + ReferenceId.of(target).id())
        .toList();
  }

  static ImagingStudy imagingStudy(FhirNode resource) {
    List<String> modalities = new ArrayList<>(codes(resource.each(Element.MODALITY)));
    List<Concept> bodySites = new ArrayList<>();
    StringJoiner description = new StringJoiner("; ");
    resource.text(Element.DESCRIPTION).ifPresent(description::add);
    for (FhirNode series : resource.each(Element.SERIES)) {
      modalities.addAll(codes(series.each(Element.MODALITY)));
      Concept site = FhirShapes.concept(series.at(Element.BODY_SITE));
      if (!site.isEmpty()) {
        bodySites.add(site);
      }
      series.text(Element.DESCRIPTION).ifPresent(description::add);
    }
    String status = FhirShapes.code(resource, Element.STATUS);
    return new ImagingStudy(
        FhirShapes.reference(resource),
        modalities.stream().distinct().toList(),
        FhirShapes.concepts(resource, Element.PROCEDURE_CODE),
        bodySites,
        description.toString(),
        FhirDates.first(resource, Element.STARTED),
        status.isEmpty() || status.equals("available"));
  }

  /** A procedure that was carried out, or empty for one that was not. */
  static Optional<ProcedureDone> procedure(FhirNode resource) {
    return switch (FhirShapes.code(resource, Element.STATUS)) {
      case "", "completed" ->
          Optional.of(
              new ProcedureDone(
                  FhirShapes.reference(resource),
                  FhirShapes.concept(resource.at(Element.CODE)),
                  FhirShapes.concepts(resource, Element.BODY_SITE),
                  FhirDates.first(resource, Element.PERFORMED_DATE_TIME, Element.PERFORMED_PERIOD),
                  FhirShapes.concept(resource.at(Element.OUTCOME)),
                  FhirShapes.notes(resource)));
      default -> Optional.empty();
    };
  }

  static Order order(FhirNode resource) {
    return new Order(
        FhirShapes.reference(resource),
        FhirShapes.concept(resource.at(Element.CODE)),
        FhirShapes.concepts(resource, Element.BODY_SITE),
        orderState(resource),
        FhirDates.first(
            resource, Element.AUTHORED_ON, Element.OCCURRENCE_DATE_TIME, Element.OCCURRENCE_PERIOD),
        FhirShapes.notes(resource));
  }

  /** An allergy that may matter, or empty for one that is over, refuted or an error. */
  static Optional<Allergy> allergy(FhirNode resource) {
    String clinical = FhirShapes.code(resource, Element.CLINICAL_STATUS);
    String verification = FhirShapes.code(resource, Element.VERIFICATION_STATUS);
    if (clinical.equals("inactive")
        || clinical.equals("resolved")
        || verification.equals("refuted")
        || verification.equals("entered-in-error")) {
      return Optional.empty();
    }
    List<Concept> substances = new ArrayList<>(FhirShapes.concepts(resource, Element.CODE));
    List<Concept> reactions = new ArrayList<>();
    for (FhirNode reaction : resource.each(Element.REACTION)) {
      substances.addAll(FhirShapes.concepts(reaction, Element.SUBSTANCE));
      reactions.addAll(FhirShapes.concepts(reaction, Element.MANIFESTATION));
    }
    return Optional.of(
        new Allergy(
            FhirShapes.reference(resource),
            substances,
            reactions,
            FhirDates.first(resource, Element.RECORDED_DATE),
            FhirShapes.code(resource, Element.CRITICALITY).equals("high")));
  }

  /** A vaccine that was given, or empty for one that was not. */
  static Optional<Vaccination> vaccination(FhirNode resource) {
    return switch (FhirShapes.code(resource, Element.STATUS)) {
      case "", "completed" ->
          Optional.of(
              new Vaccination(
                  FhirShapes.reference(resource),
                  FhirShapes.concept(resource.at(Element.VACCINE_CODE)),
                  FhirDates.first(resource, Element.OCCURRENCE_DATE_TIME)));
      default -> Optional.empty();
    };
  }

  private static Order.State orderState(FhirNode resource) {
    String intent = FhirShapes.code(resource, Element.INTENT);
    if (resource.flag(Element.DO_NOT_PERFORM).orElse(false) || intent.equals("option")) {
      return Order.State.VOID;
    }
    return switch (FhirShapes.code(resource, Element.STATUS)) {
      case "completed" -> Order.State.COMPLETED;
      case "revoked", "entered-in-error" -> Order.State.VOID;
      default -> Order.State.PENDING;
    };
  }

  /** The codes of Codings, of plain codes, or of the CodeableConcepts that R5 sends instead. */
  private static List<String> codes(List<FhirNode> nodes) {
    return nodes.stream()
        .flatMap(node ->
            Stream.concat(
                node.text().stream(),
                FhirShapes.concept(node).codings().stream().map(Coding::code)))
        .filter(code -> !code.isEmpty())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .toList();
  }
}
