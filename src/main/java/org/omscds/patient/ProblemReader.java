package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.patient.Problem.ClinicalStatus;
import org.omscds.patient.Problem.Verification;

/** Reads a FHIR Condition. */
final class ProblemReader {

  private ProblemReader() {}

  static Problem read(FhirNode condition, ClinicalDate birthDate) {
    List<Concept> evidence = new ArrayList<>();
    for (FhirNode each : condition.each(Element.EVIDENCE)) {
      evidence.addAll(FhirShapes.concepts(each, Element.CODE));
    }
    List<Concept> stages = new ArrayList<>();
    for (FhirNode each : condition.each(Element.STAGE)) {
      stages.addAll(FhirShapes.concepts(each, Element.SUMMARY));
      stages.addAll(FhirShapes.concepts(each, Element.TYPE));
    }
    return new Problem(
        FhirShapes.reference(condition),
        FhirShapes.concept(condition.at(Element.CODE)),
        clinicalStatus(condition),
        verification(condition),
        FhirShapes.concept(condition.at(Element.SEVERITY)),
        evidence,
        stages,
        FhirDates.onset(condition, birthDate),
        FhirDates.abatement(condition, birthDate),
        FhirDates.first(condition, Element.RECORDED_DATE),
        FhirShapes.notes(condition),
        FhirShapes.speaker(condition, Element.ASSERTER));
  }

  private static ClinicalStatus clinicalStatus(FhirNode condition) {
    return switch (FhirShapes.code(condition, Element.CLINICAL_STATUS)) {
      case "active" -> ClinicalStatus.ACTIVE;
      case "recurrence" -> ClinicalStatus.RECURRENCE;
      case "relapse" -> ClinicalStatus.RELAPSE;
      case "inactive" -> ClinicalStatus.INACTIVE;
      case "remission" -> ClinicalStatus.REMISSION;
      case "resolved" -> ClinicalStatus.RESOLVED;
      default ->
          condition.flag(Element.ABATEMENT_BOOLEAN).orElse(false)
              ? ClinicalStatus.RESOLVED
              : ClinicalStatus.UNSTATED;
    };
  }

  private static Verification verification(FhirNode condition) {
    return switch (FhirShapes.code(condition, Element.VERIFICATION_STATUS)) {
      case "confirmed" -> Verification.CONFIRMED;
      case "provisional" -> Verification.PROVISIONAL;
      case "differential" -> Verification.DIFFERENTIAL;
      case "unconfirmed" -> Verification.UNCONFIRMED;
      case "refuted" -> Verification.REFUTED;
      case "entered-in-error" -> Verification.ENTERED_IN_ERROR;
      default -> Verification.UNSTATED;
    };
  }
}
