package org.omscds.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What every CDS Hooks service must keep in its answer to a call (CDS Hooks 2.0, "CDS Service
 * Response") and what the logical models of HL7 add (cds-resp-1 to cds-resp-6). It knows nothing of
 * this product and can be pointed at any service.
 */
public final class AnswerChecks {

  private static final int SUMMARY_LIMIT = 140;
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");
  private static final IParser FHIR =
      FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

  private static final Set<String> CARD =
      Set.of(
          "uuid",
          "summary",
          "detail",
          "indicator",
          "source",
          "suggestions",
          "selectionBehavior",
          "overrideReasons",
          "links");

  private final Checks checks = new Checks();
  private final boolean parsesResources;
  private final boolean parsesUpdates;

  private AnswerChecks(boolean parsesResources, boolean parsesUpdates) {
    this.parsesResources = parsesResources;
    this.parsesUpdates = parsesUpdates;
  }

  /** The faults of an answer; none for one that conforms. */
  public static List<String> of(JsonNode answer) {
    return of(answer, new AnswerChecks(true, true));
  }

  /**
   * The same for calls that may be broken: what an update sends back is the client's own resource,
   * with the client's own errors.
   *
   * @param parsesResources whether new resources are parsed strictly as R4, which is slow
   */
  public static List<String> ofBrokenCall(JsonNode answer, boolean parsesResources) {
    return of(answer, new AnswerChecks(parsesResources, false));
  }

  private static List<String> of(JsonNode answer, AnswerChecks all) {
    all.answer(answer);
    return all.checks.faults();
  }

  private void answer(JsonNode answer) {
    if (checks.isObject(answer, "answer", Set.of("cards may be empty", "systemActions"))) {
      if (!answer.path("cards").isArray()) {
        checks.fault("answer.cards", "is not an array");
      }
      checks.each(answer, "cards", "answer", this::card);
      checks.each(answer, "systemActions", "answer", this::action);
    }
  }

  private void card(JsonNode card, String place) {
    if (!checks.isObject(card, place, CARD)) {
      return;
    }
    uuid(card, place);
    if (checks.text(card, "summary", place).length() >= SUMMARY_LIMIT) {
      checks.fault(place + ".summary", "has 140 characters or more");
    }
    checks.optionalText(card, "detail", place);
    checks.oneOf(
        checks.text(card, "indicator", place),
        place + ".indicator",
        Set.of("info", "warning", "critical"));
    source(card.path("source"), place + ".source");
    if (card.has("suggestions")) {
      checks.oneOf(
          checks.text(card, "selectionBehavior", place),
          place + ".selectionBehavior",
          Set.of("at-most-one", "any"));
    }
    checks.each(card, "suggestions", place, this::suggestion);
    recommended(card, place);
    checks.each(
        card,
        "overrideReasons",
        place,
        (reason, inner) -> {
          coding(reason, inner);
          checks.text(reason, "display", inner);
        });
    checks.each(card, "links", place, this::link);
  }

  /** Several suggestions are recommended only where any number may be taken (cds-resp-1). */
  private void recommended(JsonNode card, String place) {
    long count =
        card.path("suggestions")
            .valueStream()
            .filter(each -> each.path("isRecommended").asBoolean(false))
            .count();
    if (count > 1 && !card.path("selectionBehavior").asString("").equals("any")) {
      checks.fault(place, "recommends several suggestions of which one may be taken");
    }
  }

  private void source(JsonNode source, String place) {
    if (source.isMissingNode()) {
      checks.fault(place, "is required");
    } else if (checks.isObject(source, place, Set.of("label", "url", "icon", "topic"))) {
      checks.text(source, "label", place);
      for (String url : List.of("url", "icon")) {
        if (source.has(url)) {
          checks.absoluteUrl(source, url, place);
        }
      }
      if (source.has("topic")) {
        coding(source.get("topic"), place + ".topic");
      }
    }
  }

  private void coding(JsonNode coding, String place) {
    if (checks.isObject(coding, place, Set.of("code", "system", "display"))) {
      checks.text(coding, "code", place);
      checks.text(coding, "system", place);
    }
  }

  private void suggestion(JsonNode suggestion, String place) {
    Set<String> known =
        Set.of("label", "uuid", "isRecommended", "actions", "actionSelectionBehavior");
    if (checks.isObject(suggestion, place, known)) {
      checks.text(suggestion, "label", place);
      uuid(suggestion, place);
      checks.optionalBoolean(suggestion, "isRecommended", place);
      checks.each(
          suggestion,
          "actions",
          place,
          (action, inner) -> {
            checks.text(action, "description", inner);
            action(action, inner);
          });
    }
  }

  private void action(JsonNode action, String place) {
    Set<String> known = Set.of("type", "description", "resource", "resourceId");
    if (!checks.isObject(action, place, known)) {
      return;
    }
    String type = checks.text(action, "type", place);
    switch (type) {
      case "create" -> resource(action.path("resource"), place + ".resource", parsesResources);
      case "update" -> resource(action.path("resource"), place + ".resource", parsesUpdates);
      case "delete" -> {
        if (!REFERENCE.matcher(checks.text(action, "resourceId", place)).matches()) {
          checks.fault(place + ".resourceId", "is no relative reference");
        }
      }
      default -> checks.oneOf(type, place + ".type", Set.of("create", "update", "delete"));
    }
  }

  private void resource(JsonNode resource, String place, boolean parsed) {
    if (!resource.isObject()) {
      checks.fault(place, "is required");
      return;
    }
    if (!parsed) {
      return;
    }
    try {
      FHIR.parseResource(resource.toString());
    } catch (DataFormatException e) {
      checks.fault(place, "is no FHIR R4 resource: " + e.getMessage());
    }
  }

  private void link(JsonNode link, String place) {
    if (checks.isObject(
        link, place, Set.of("label", "url", "type", "appContext", "autolaunchable"))) {
      checks.text(link, "label", place);
      checks.absoluteUrl(link, "url", place);
      String type = checks.text(link, "type", place);
      checks.oneOf(type, place + ".type", Set.of("absolute", "smart"));
      checks.optionalText(link, "appContext", place);
      checks.optionalBoolean(link, "autolaunchable", place);
      if (link.has("appContext") && !type.equals("smart")) {
        checks.fault(place + ".appContext", "stands on a link that is not smart");
      }
    }
  }

  private void uuid(JsonNode parent, String place) {
    if (parent.has("uuid") && !UUID.matcher(checks.text(parent, "uuid", place)).matches()) {
      checks.fault(place + ".uuid", "is no UUID in lower case");
    }
  }
}
