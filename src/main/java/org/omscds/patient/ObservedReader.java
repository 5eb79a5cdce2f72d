package org.omscds.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/** Reads a FHIR Observation with its components. */
final class ObservedReader {

  private ObservedReader() {}

  static Observed read(FhirNode observation) {
    List<ObservedItem> items = new ArrayList<>();
    items.add(item(observation));
    for (FhirNode component : observation.each(Element.COMPONENT)) {
      items.add(item(component));
    }
    return new Observed(
        FhirShapes.reference(observation),
        FhirShapes.resultStatus(observation),
        items,
        FhirDates.first(
            observation,
            Element.EFFECTIVE_DATE_TIME,
            Element.EFFECTIVE_PERIOD,
            Element.EFFECTIVE_INSTANT,
            Element.ISSUED),
        FhirShapes.notes(observation),
        FhirShapes.speaker(observation, Element.PERFORMER, Element.DERIVED_FROM),
        FhirShapes.concept(observation.at(Element.METHOD)),
        observation.at(Element.SPECIMEN).text(Element.DISPLAY).orElse(""));
  }

  private static ObservedItem item(FhirNode node) {
    List<String> interpretations = new ArrayList<>(2);
    for (FhirNode each : node.each(Element.INTERPRETATION)) {
      Concept concept = FhirShapes.concept(each);
      int before = interpretations.size();
      for (Coding coding : concept.codings()) {
        if (!coding.code().isEmpty()) {
          interpretations.add(coding.code().toUpperCase(Locale.ROOT));
        }
      }
      if (interpretations.size() == before && !concept.display().isEmpty()) {
        interpretations.add(concept.display().toUpperCase(Locale.ROOT));
      }
    }
    return new ObservedItem(
        FhirShapes.concept(node.at(Element.CODE)), value(node), interpretations, ranges(node));
  }

  /** The normal ranges; a therapeutic or a critical one says nothing of what is normal. */
  private static List<ReferenceRange> ranges(FhirNode node) {
    List<ReferenceRange> ranges = new ArrayList<>(1);
    for (FhirNode each : node.each(Element.REFERENCE_RANGE)) {
      String type = FhirShapes.code(each, Element.TYPE);
      if (type.isEmpty() || type.equals("normal")) {
        ReferenceRange range =
            new ReferenceRange(
                end(each.at(Element.LOW)),
                end(each.at(Element.HIGH)),
                each.text(Element.TEXT).orElse(""));
        if (!range.isEmpty() && !ranges.contains(range)) {
          ranges.add(range);
        }
      }
    }
    return ranges;
  }

  private static List<BigDecimal> end(FhirNode quantity) {
    return quantity.number(Element.VALUE).map(List::of).orElse(List.of());
  }

  private static ObservedValue value(FhirNode node) {
    return given(node)
        .orElseGet(
            () -> new ObservedValue.NotGiven(FhirShapes.code(node, Element.DATA_ABSENT_REASON)));
  }

  /** The value or the answer that a node holds in one of the forms that are read. */
  static Optional<ObservedValue> given(FhirNode node) {
    Optional<Boolean> flag = node.flag(Element.VALUE_BOOLEAN);
    if (flag.isPresent()) {
      return Optional.of(new ObservedValue.Flag(flag.get()));
    }
    for (Element element : List.of(Element.VALUE_CODEABLE_CONCEPT, Element.VALUE_CODING)) {
      Concept coded = FhirShapes.concept(node.at(element));
      if (!coded.isEmpty()) {
        return Optional.of(new ObservedValue.Coded(coded));
      }
    }
    Optional<String> words = node.text(Element.VALUE_STRING);
    if (words.isPresent()) {
      return Optional.of(new ObservedValue.Words(words.get()));
    }
    Optional<BigDecimal> number =
        node.number(Element.VALUE_INTEGER).or(() -> node.number(Element.VALUE_DECIMAL));
    if (number.isPresent()) {
      return Optional.of(new ObservedValue.Measured(number.get(), "", ""));
    }
    Optional<ObservedValue> quantity =
        measured(node.at(Element.VALUE_QUANTITY)).map(ObservedValue.class::cast);
    return quantity.or(() -> titre(node.at(Element.VALUE_RATIO)));
  }

  /** A titre as laboratories write it: "1:640". */
  private static Optional<ObservedValue> titre(FhirNode ratio) {
    return measured(ratio.at(Element.NUMERATOR))
        .flatMap(one ->
            measured(ratio.at(Element.DENOMINATOR))
                .map(other ->
                    new ObservedValue.Words(
                        one.comparator()
                            + one.number().toPlainString()
                            + ":"
                            + other.number().toPlainString())));
  }

  /** A Quantity that holds a number. */
  static Optional<ObservedValue.Measured> measured(FhirNode quantity) {
    return quantity
        .number(Element.VALUE)
        .map(number ->
            new ObservedValue.Measured(
                number,
                quantity.text(Element.UNIT).or(() -> quantity.text(Element.CODE)).orElse(""),
                quantity.text(Element.COMPARATOR).orElse("")));
  }
}
