package org.omscds.patient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Condition.ConditionEvidenceComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.omscds.patient.Problem.ClinicalStatus;
import org.omscds.patient.Problem.Verification;

/** Derives problems and allergies from HAPI's object model. */
final class HapiProblems {

  private HapiProblems() {}

  static Problem problem(Condition condition, ClinicalDate birthDate) {
    return new Problem(
        HapiShapes.reference(condition),
        HapiShapes.concept(condition.getCode()),
        clinicalStatus(HapiShapes.code(condition.getClinicalStatus())),
        verification(HapiShapes.code(condition.getVerificationStatus())),
        HapiShapes.concept(condition.getSeverity()),
        HapiShapes.concepts(all(condition.getEvidence(), ConditionEvidenceComponent::getCode)),
        HapiShapes.concepts(stages(condition)),
        HapiShapes.whenOrAtAge(condition.getOnset(), birthDate),
        abatement(condition.getAbatement(), birthDate),
        HapiShapes.date(condition.getRecordedDateElement()),
        HapiShapes.notes(condition.getNote()),
        HapiShapes.speaker(List.of(condition.getAsserter())));
  }

  private static List<CodeableConcept> stages(Condition condition) {
    return condition.getStage().stream()
        .flatMap(each -> Stream.of(each.getSummary(), each.getType()))
        .toList();
  }

  private static ClinicalDate abatement(@Nullable Type abatement, ClinicalDate birthDate) {
    return switch (abatement) {
      case Period period -> HapiShapes.end(period);
      case Range range ->
          HapiShapes.atAge(range.getHigh(), birthDate)
              .or(HapiShapes.atAge(range.getLow(), birthDate));
      case null, default -> HapiShapes.whenOrAtAge(abatement, birthDate);
    };
  }

  private static ClinicalStatus clinicalStatus(String code) {
    return Stream.of(ClinicalStatus.values())
        .filter(status -> status.name().equalsIgnoreCase(code))
        .findFirst()
        .orElse(ClinicalStatus.UNSTATED);
  }

  private static Verification verification(String code) {
    return Stream.of(Verification.values())
        .filter(status -> status.name().replace('_', '-').equalsIgnoreCase(code))
        .findFirst()
        .orElse(Verification.UNSTATED);
  }

  static Optional<Allergy> allergy(AllergyIntolerance allergy) {
    String clinical = HapiShapes.code(allergy.getClinicalStatus());
    String verification = HapiShapes.code(allergy.getVerificationStatus());
    if (Set.of("inactive", "resolved").contains(clinical)
        || Set.of("refuted", "entered-in-error").contains(verification)) {
      return Optional.empty();
    }
    List<CodeableConcept> substances =
        Stream.concat(
                Stream.of(allergy.getCode()),
                allergy.getReaction().stream()
                    .map(AllergyIntoleranceReactionComponent::getSubstance))
            .toList();
    return Optional.of(
        new Allergy(
            HapiShapes.reference(allergy),
            HapiShapes.concepts(substances),
            HapiShapes.concepts(
                all(allergy.getReaction(), AllergyIntoleranceReactionComponent::getManifestation)),
            HapiShapes.date(allergy.getRecordedDateElement()),
            allergy.getCriticality() == AllergyIntolerance.AllergyIntoleranceCriticality.HIGH));
  }

  private static <T> List<CodeableConcept> all(
      List<T> parts, Function<T, List<CodeableConcept>> concepts) {
    return parts.stream().map(concepts).flatMap(List::stream).toList();
  }
}
