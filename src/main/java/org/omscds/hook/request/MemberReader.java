package org.omscds.hook.request;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.FhirReader;
import org.omscds.fhir.WholeResource;
import org.omscds.hook.outcome.HookRefusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes the members of JSON objects one by one and refuses what is of another type than asked. */
final class MemberReader {

  private final JsonParser parser;
  private final FhirReader fhir;

  /** A reader for the object at whose start the parser stands. */
  MemberReader(JsonParser parser) {
    this.parser = parser;
    this.fhir = new FhirReader(parser);
  }

  /** Hands over each member with the parser on its value, and refuses a name that comes twice. */
  void each(Consumer<String> member) {
    Set<String> seen = new HashSet<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (!seen.add(name)) {
        throw HookRefusal.badRequest(
            "duplicate", "A member is there twice: " + HookRefusal.quoted(name) + ".", place());
      }
      parser.nextToken();
      member.accept(name);
    }
  }

  /** Whether an object begins here. */
  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** Whether an object begins here; null counts as absent, and anything else is refused. */
  boolean startsObject(String member) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> true;
      case VALUE_NULL -> false;
      default -> throw HookRefusal.wrongType(member, "an object", place());
    };
  }

  /** The string that stands here, or null for null. */
  @Nullable String text(String member) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> null;
      default -> throw HookRefusal.wrongType(member, "a string", place());
    };
  }

  /** The whole number that stands here, or null for null. */
  @Nullable Long wholeNumber(String member) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    throw HookRefusal.wrongType(member, "a whole number", place());
  }

  /** The FHIR that stands here. */
  FhirNode fhir() {
    return fhir.read();
  }

  /** The resources that stand here, kept whole; a value that can hold none is refused. */
  List<WholeResource> resources(String member) {
    return switch (parser.currentToken()) {
      case START_OBJECT, START_ARRAY -> WholeResource.readAll(parser);
      default -> throw HookRefusal.wrongType(member, "a Bundle of resources", place());
    };
  }

  /** The strings of the list that stands here; a single one stands for a list of one. */
  Set<String> texts(String member) {
    Set<String> texts = new HashSet<>();
    switch (parser.currentToken()) {
      case VALUE_STRING -> texts.add(parser.getString());
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getString());
          } else {
            parser.skipChildren();
          }
        }
      }
      case VALUE_NULL -> {}
      default -> throw HookRefusal.wrongType(member, "a list of references", place());
    }
    return texts;
  }

  /** Whether null stands here. */
  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Leaves the value that stands here unread. */
  void skip() {
    parser.skipChildren();
  }

  /** Line and column of the value that stands here. */
  String place() {
    return HookRequestReader.place(parser);
  }

  /** A value that must have been there. */
  static <T> T required(String member, @Nullable T value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw HookRefusal.missing(member);
    }
    return value;
  }

  /** The wire's own words: they name members and never values. */
  static HookRefusal ruleBroken(IllegalArgumentException rule) {
    return HookRefusal.badRequest(
        "invariant",
        requireNonNullElse(rule.getMessage(), "A rule of the standard is broken."),
        "");
  }
}
