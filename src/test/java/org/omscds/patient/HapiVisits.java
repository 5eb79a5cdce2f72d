package org.omscds.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Derives reasons of visits and answers to questionnaires from HAPI's object model. */
final class HapiVisits {

  private static final Set<String> CLINICIANS = Set.of("Practitioner", "PractitionerRole");

  private HapiVisits() {}

  static Optional<Observed> encounter(Encounter encounter) {
    List<ObservedItem> reasons =
        HapiShapes.concepts(encounter.getReasonCode()).stream()
            .map(reason -> item(Concept.NONE, new ObservedValue.Coded(reason)))
            .toList();
    boolean held =
        encounter.getStatus() != EncounterStatus.CANCELLED
            && encounter.getStatus() != EncounterStatus.ENTEREDINERROR;
    return Optional.of(
            new Observed(
                HapiShapes.reference(encounter),
                ResultStatus.FINAL,
                reasons,
                HapiShapes.start(encounter.getPeriod()),
                List.of(),
                Speaker.CLINICIAN))
        .filter(observed -> held && !observed.items().isEmpty());
  }

  static Optional<Observed> response(QuestionnaireResponse response) {
    QuestionnaireResponseStatus status = response.getStatus();
    boolean counts =
        status == null
            || status == QuestionnaireResponseStatus.COMPLETED
            || status == QuestionnaireResponseStatus.AMENDED
            || status == QuestionnaireResponseStatus.INPROGRESS;
    String source = typeOf(response.getSource());
    String speaker = source.isEmpty() ? typeOf(response.getAuthor()) : source;
    return Optional.of(
            new Observed(
                HapiShapes.reference(response),
                status == QuestionnaireResponseStatus.INPROGRESS
                    ? ResultStatus.PRELIMINARY
                    : ResultStatus.FINAL,
                response.getItem().stream().flatMap(HapiVisits::items).toList(),
                HapiShapes.date(response.getAuthoredElement()),
                List.of(),
                CLINICIANS.contains(speaker) ? Speaker.CLINICIAN : Speaker.FAMILY))
        .filter(observed -> counts && !observed.items().isEmpty());
  }

  private static Stream<ObservedItem> items(QuestionnaireResponseItemComponent item) {
    String words = HapiShapes.words(item.getText());
    String question = words.isEmpty() ? HapiShapes.words(item.getLinkId()) : words;
    Concept concept = Concept.inWords(question.replaceAll("[? ]+$", ""));
    return Stream.concat(
        item.getAnswer().stream().flatMap(answer -> answered(concept, answer)),
        item.getItem().stream().flatMap(HapiVisits::items));
  }

  private static Stream<ObservedItem> answered(
      Concept question, QuestionnaireResponseItemAnswerComponent answer) {
    return Stream.concat(
        value(answer.getValue()).map(value -> item(question, value)).stream(),
        answer.getItem().stream().flatMap(HapiVisits::items));
  }

  private static ObservedItem item(Concept concept, ObservedValue value) {
    return new ObservedItem(concept, value, List.of(), List.of());
  }

  private static Optional<ObservedValue> value(@Nullable Type value) {
    return switch (value) {
      case BooleanType flag when flag.getValue() != null ->
          Optional.of(new ObservedValue.Flag(flag.booleanValue()));
      case org.hl7.fhir.r4.model.Coding coding ->
          HapiShapes.codings(List.of(coding)).stream()
              .findFirst()
              .map(each -> new ObservedValue.Coded(new Concept(List.of(each), "")));
      case StringType words when !HapiShapes.words(words.getValue()).isEmpty() ->
          Optional.of(new ObservedValue.Words(HapiShapes.words(words.getValue())));
      case IntegerType whole when whole.getValue() != null ->
          Optional.of(new ObservedValue.Measured(BigDecimal.valueOf(whole.getValue()), "", ""));
      case DecimalType number when number.getValue() != null ->
          Optional.of(new ObservedValue.Measured(number.getValue(), "", ""));
      case Quantity quantity when quantity.hasValue() ->
          Optional.of(HapiObservations.measured(quantity));
      case null, default -> Optional.empty();
    };
  }

  private static String typeOf(Reference reference) {
    return HapiShapes.words(reference.getReferenceElement().getResourceType());
  }
}
