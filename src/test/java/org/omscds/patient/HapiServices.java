package org.omscds.patient;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudyStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;

/** Derives reports, imaging, procedures, orders and vaccines from HAPI's object model. */
final class HapiServices {

  private HapiServices() {}

  static Report report(DiagnosticReport report) {
    return new Report(
        HapiShapes.reference(report),
        status(report),
        HapiShapes.concept(report.getCode()),
        HapiShapes.when(report.getEffective()).or(HapiShapes.date(report.getIssuedElement())),
        HapiShapes.words(report.getConclusion()),
        HapiShapes.concepts(report.getConclusionCode()),
        report.getImagingStudy().stream()
            .filter(study -> study.hasReference())
            .map(study ->
                "ImagingStudy/"
                    + HapiShapes.words(study.getReferenceElement().getIdPart())
                        .replace("urn:uuid:", ""))
            .toList());
  }

  private static ResultStatus status(DiagnosticReport report) {
    return switch (report.getStatus()) {
      case FINAL, AMENDED, CORRECTED, APPENDED -> ResultStatus.FINAL;
      case REGISTERED, PARTIAL, PRELIMINARY, UNKNOWN, NULL -> ResultStatus.PRELIMINARY;
      case CANCELLED, ENTEREDINERROR -> ResultStatus.VOID;
      case null -> ResultStatus.FINAL;
    };
  }

  static ImagingStudy imagingStudy(org.hl7.fhir.r4.model.ImagingStudy study) {
    List<ImagingStudySeriesComponent> series = study.getSeries();
    Stream<org.hl7.fhir.r4.model.Coding> modalities =
        Stream.concat(
            study.getModality().stream(),
            series.stream().map(ImagingStudySeriesComponent::getModality));
    List<Concept> bodySites =
        series.stream()
            .map(each -> new Concept(HapiShapes.codings(List.of(each.getBodySite())), ""))
            .filter(site -> !site.isEmpty())
            .toList();
    String description =
        Stream.concat(
                Stream.of(HapiShapes.words(study.getDescription())),
                series.stream().map(each -> HapiShapes.words(each.getDescription())))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    return new ImagingStudy(
        HapiShapes.reference(study),
        modalities
            .map(modality -> HapiShapes.words(modality.getCode()).toUpperCase(Locale.ROOT))
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList(),
        HapiShapes.concepts(study.getProcedureCode()),
        bodySites,
        description,
        HapiShapes.date(study.getStartedElement()),
        !study.hasStatus() || study.getStatus() == ImagingStudyStatus.AVAILABLE);
  }

  static Optional<ProcedureDone> procedure(Procedure procedure) {
    boolean done =
        switch (procedure.getStatus()) {
          case COMPLETED -> true;
          case PREPARATION, INPROGRESS, NOTDONE, ONHOLD, STOPPED, ENTEREDINERROR, UNKNOWN, NULL ->
              false;
          case null -> true;
        };
    return Optional.of(
            new ProcedureDone(
                HapiShapes.reference(procedure),
                HapiShapes.concept(procedure.getCode()),
                HapiShapes.concepts(procedure.getBodySite()),
                HapiShapes.when(procedure.getPerformed()),
                HapiShapes.concept(procedure.getOutcome()),
                HapiShapes.notes(procedure.getNote())))
        .filter(_ -> done);
  }

  static Order order(ServiceRequest order) {
    return new Order(
        HapiShapes.reference(order),
        HapiShapes.concept(order.getCode()),
        HapiShapes.concepts(order.getBodySite()),
        state(order),
        HapiShapes.date(order.getAuthoredOnElement()).or(HapiShapes.when(order.getOccurrence())),
        HapiShapes.notes(order.getNote()));
  }

  private static Order.State state(ServiceRequest order) {
    if (order.getDoNotPerform() || order.getIntent() == ServiceRequestIntent.OPTION) {
      return Order.State.VOID;
    }
    return switch (order.getStatus()) {
      case DRAFT, ACTIVE, ONHOLD, UNKNOWN, NULL -> Order.State.PENDING;
      case COMPLETED -> Order.State.COMPLETED;
      case REVOKED, ENTEREDINERROR -> Order.State.VOID;
      case null -> Order.State.PENDING;
    };
  }

  static Optional<Vaccination> vaccination(Immunization vaccination) {
    boolean given =
        switch (vaccination.getStatus()) {
          case COMPLETED -> true;
          case ENTEREDINERROR, NOTDONE, NULL -> false;
          case null -> true;
        };
    return Optional.of(
            new Vaccination(
                HapiShapes.reference(vaccination),
                HapiShapes.concept(vaccination.getVaccineCode()),
                HapiShapes.when(vaccination.getOccurrence())))
        .filter(_ -> given);
  }
}
