package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/**
 * Reads a FHIR QuestionnaireResponse: each answered question, at whatever depth, as an item with
 * its answer.
 */
final class QuestionnaireResponseReader {

  /** Deeper than any form that a person fills in. */
  private static final int MAX_DEPTH = 10;

  private QuestionnaireResponseReader() {}

  /** The answers, or empty where there is none or the response does not count. */
  static Optional<Observed> read(FhirNode response) {
    return switch (FhirShapes.code(response, Element.STATUS)) {
      case "", "completed", "amended" -> answers(response, ResultStatus.FINAL);
      case "in-progress" -> answers(response, ResultStatus.PRELIMINARY);
      default -> Optional.empty();
    };
  }

  private static Optional<Observed> answers(FhirNode response, ResultStatus status) {
    List<ObservedItem> items = new ArrayList<>();
    addItems(response, MAX_DEPTH, items);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Observed(
                FhirShapes.reference(response),
                status,
                items,
                FhirDates.first(response, Element.AUTHORED),
                List.of(),
                speaker(response)));
  }

  /** Questions stand in groups, in questions, and in the answers of questions. */
  private static void addItems(FhirNode parent, int depth, List<ObservedItem> items) {
    if (depth == 0) {
      return;
    }
    for (FhirNode item : parent.each(Element.ITEM)) {
      for (FhirNode answer : item.each(Element.ANSWER)) {
        ObservedReader.given(answer)
            .ifPresent(
                value -> items.add(new ObservedItem(question(item), value, List.of(), List.of())));
        addItems(answer, depth - 1, items);
      }
      addItems(item, depth - 1, items);
    }
  }

  /** The question without its question mark, which in a chart would put the finding in doubt. */
  private static Concept question(FhirNode item) {
    String words = item.text(Element.TEXT).or(() -> item.text(Element.LINK_ID)).orElse("");
    int end = words.length();
    while (end > 0 && (words.charAt(end - 1) == '?' || words.charAt(end - 1) == ' ')) {
      end--;
    }
    return Concept.inWords(words.substring(0, end));
  }

  /** Who answered decides; where that is not told, who filled it in. */
  private static Speaker speaker(FhirNode response) {
    String source = type(response, Element.SOURCE);
    String speaker = source.isEmpty() ? type(response, Element.AUTHOR) : source;
    return speaker.equals("Practitioner") || speaker.equals("PractitionerRole")
        ? Speaker.CLINICIAN
        : Speaker.FAMILY;
  }

  private static String type(FhirNode response, Element actor) {
    return ReferenceId.of(FhirShapes.target(response.at(actor)).orElse("")).type();
  }
}
