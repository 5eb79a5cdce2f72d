package org.omscds.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Derives observations from HAPI's object model. */
final class HapiObservations {

  private HapiObservations() {}

  static Observed observed(Observation observation) {
    ObservedItem own =
        item(
            observation.getCode(),
            observation.getValue(),
            observation.getDataAbsentReason(),
            observation.getInterpretation(),
            observation.getReferenceRange());
    Stream<ObservedItem> components =
        observation.getComponent().stream()
            .map(component ->
                item(
                    component.getCode(),
                    component.getValue(),
                    component.getDataAbsentReason(),
                    component.getInterpretation(),
                    component.getReferenceRange()));
    return new Observed(
        HapiShapes.reference(observation),
        status(observation),
        Stream.concat(Stream.of(own), components).toList(),
        HapiShapes.when(observation.getEffective())
            .or(HapiShapes.date(observation.getIssuedElement())),
        HapiShapes.notes(observation.getNote()),
        HapiShapes.speaker(
            Stream.concat(
                    observation.getPerformer().stream(), observation.getDerivedFrom().stream())
                .toList()),
        HapiShapes.concept(observation.getMethod()),
        HapiShapes.words(observation.getSpecimen().getDisplay()));
  }

  private static ResultStatus status(Observation observation) {
    return switch (observation.getStatus()) {
      case FINAL, AMENDED, CORRECTED -> ResultStatus.FINAL;
      case REGISTERED, PRELIMINARY, UNKNOWN, NULL -> ResultStatus.PRELIMINARY;
      case CANCELLED, ENTEREDINERROR -> ResultStatus.VOID;
      case null ->
          observation.getStatusElement().getValueAsString() == null
              ? ResultStatus.FINAL
              : ResultStatus.PRELIMINARY;
    };
  }

  private static ObservedItem item(
      CodeableConcept code,
      @Nullable Type value,
      CodeableConcept absent,
      List<CodeableConcept> interpretations,
      List<ObservationReferenceRangeComponent> ranges) {
    List<String> codes =
        interpretations.stream()
            .flatMap(interpretation -> interpreted(HapiShapes.concept(interpretation)))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .toList();
    List<ReferenceRange> normal =
        ranges.stream()
            .filter(range -> List.of("", "normal").contains(HapiShapes.code(range.getType())))
            .map(range ->
                new ReferenceRange(
                    Stream.ofNullable(range.getLow().getValue()).toList(),
                    Stream.ofNullable(range.getHigh().getValue()).toList(),
                    HapiShapes.words(range.getText())))
            .filter(range -> !range.isEmpty())
            .distinct()
            .toList();
    return new ObservedItem(HapiShapes.concept(code), value(value, absent), codes, normal);
  }

  private static Stream<String> interpreted(Concept interpretation) {
    List<String> codes =
        interpretation.codings().stream()
            .map(Coding::code)
            .filter(code -> !code.isEmpty())
            .toList();
    return codes.isEmpty()
        ? Stream.of(interpretation.display()).filter(words -> !words.isEmpty())
        : codes.stream();
  }

  private static ObservedValue value(@Nullable Type value, CodeableConcept absent) {
    return switch (value) {
      case BooleanType flag when flag.getValue() != null ->
          new ObservedValue.Flag(flag.booleanValue());
      case CodeableConcept coded when !HapiShapes.concept(coded).isEmpty() ->
          new ObservedValue.Coded(HapiShapes.concept(coded));
      case StringType words when !HapiShapes.words(words.getValue()).isEmpty() ->
          new ObservedValue.Words(HapiShapes.words(words.getValue()));
      case IntegerType whole when whole.getValue() != null ->
          new ObservedValue.Measured(BigDecimal.valueOf(whole.getValue()), "", "");
      case Quantity quantity when quantity.hasValue() -> measured(quantity);
      case Ratio titre when titre.getNumerator().hasValue() && titre.getDenominator().hasValue() ->
          new ObservedValue.Words(
              measured(titre.getNumerator()).comparator()
                  + titre.getNumerator().getValue().toPlainString()
                  + ":"
                  + titre.getDenominator().getValue().toPlainString());
      case null, default -> new ObservedValue.NotGiven(HapiShapes.code(absent));
    };
  }

  static ObservedValue.Measured measured(Quantity quantity) {
    String unit = HapiShapes.words(quantity.getUnit());
    return new ObservedValue.Measured(
        quantity.getValue(),
        unit.isEmpty() ? HapiShapes.words(quantity.getCode()) : unit,
        HapiShapes.words(quantity.getComparatorElement().getValueAsString()));
  }
}
