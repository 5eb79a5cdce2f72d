package org.omscds.hook.request;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.omscds.feedback.FeedbackEntry;
import org.omscds.feedback.FeedbackEntry.Outcome;
import org.omscds.fhir.FhirJson;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.knowledge.OverrideReason;
import org.omscds.wire.Coding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a feedback call (CDS Hooks 2.0, "Feedback"). What this service does not know is
 * passed over; what the standard requires and is not there is refused by its name, never with the
 * text that stands there.
 */
public final class FeedbackReader {

  private static final int MOST_ENTRIES = 1000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_COMMENT = 10_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(FhirJson.factory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FeedbackReader() {}

  /**
   * Reads a body to its end.
   *
   * @throws HookRefusal if it is no feedback
   */
  public static List<FeedbackEntry> read(InputStream body) {
    JsonNode entries = parse(body).path("feedback");
    if (entries.isMissingNode() || entries.isNull()) {
      throw HookRefusal.missing("feedback");
    }
    if (!entries.isArray()) {
      throw HookRefusal.wrongType("feedback", "a list", "");
    }
    if (entries.isEmpty()) {
      throw HookRefusal.badRequest(
          "required", "'feedback' is an empty list.", "Give at least one entry.");
    }
    if (entries.size() > MOST_ENTRIES) {
      throw HookRefusal.badRequest(
          "too-long",
          "'feedback' has more than " + MOST_ENTRIES + " entries.",
          "Send them in several posts.");
    }
    List<FeedbackEntry> read = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      read.add(entry(entries.get(i), "feedback[" + i + "]"));
    }
    return read;
  }

  private static JsonNode parse(InputStream body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isMissingNode()) {
        throw HookRefusal.badRequest(
            "required", "The request body is empty.", "Send CDS Hooks feedback as JSON.");
      }
      if (!root.isObject()) {
        throw HookRefusal.wrongType("the request body", "one JSON object", "");
      }
      return root;
    } catch (JacksonIOException _) {
      throw HookRefusal.badRequest(
          "incomplete", "The request body could not be read to its end.", "Send it again.");
    } catch (JacksonException _) {
      throw HookRefusal.badRequest(
          "structure",
          "The request body is not valid JSON.",
          "Each member stands once, and nothing follows the closing brace.");
    }
  }

  private static FeedbackEntry entry(JsonNode entry, String place) {
    if (!entry.isObject()) {
      throw HookRefusal.wrongType(place, "an object", "");
    }
    String card = required(entry, "card", place, LONGEST_NAME);
    Outcome outcome = outcome(required(entry, "outcome", place, LONGEST_NAME), place);
    Instant when = instant(required(entry, "outcomeTimestamp", place, LONGEST_NAME), place);
    List<String> accepted = outcome == Outcome.ACCEPTED ? suggestions(entry, place) : List.of();
    JsonNode reason = object(entry, "overrideReason", place);
    try {
      return new FeedbackEntry(
          card,
          outcome,
          accepted,
          coding(object(reason, "reason", place + ".overrideReason"), place),
          text(reason, "userComment", place + ".overrideReason", LONGEST_COMMENT),
          when);
    } catch (IllegalArgumentException rule) {
      throw MemberReader.ruleBroken(rule);
    }
  }

  private static Outcome outcome(String given, String place) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().toLowerCase(Locale.ROOT).equals(given)) {
        return outcome;
      }
    }
    throw HookRefusal.badRequest(
        "value",
        "'" + place + ".outcome' is neither 'accepted' nor 'overridden'.",
        "Nothing is sent for a card that was ignored.");
  }

  /** RFC 3339 knows four figures for a year, and no card was shown before this service was. */
  private static Instant instant(String given, String place) {
    try {
      OffsetDateTime when = OffsetDateTime.parse(given);
      if (when.getYear() >= FIRST_YEAR && when.getYear() <= LAST_YEAR) {
        return when.toInstant();
      }
    } catch (DateTimeException _) {
      // Refused below, as a year that cannot be is.
    }
    throw HookRefusal.badRequest(
        "value",
        "'" + place + ".outcomeTimestamp' is no date of our time with time and zone.",
        "Give it as in RFC 3339, such as 2026-11-20T10:07:28.955Z.");
  }

  private static List<String> suggestions(JsonNode entry, String place) {
    JsonNode given = entry.path("acceptedSuggestions");
    if (given.isMissingNode() || given.isNull()) {
      throw HookRefusal.missing(place + ".acceptedSuggestions");
    }
    if (!given.isArray()) {
      throw HookRefusal.wrongType(place + ".acceptedSuggestions", "a list", "");
    }
    if (given.size() > MOST_ENTRIES) {
      throw HookRefusal.badRequest(
          "too-long",
          "'" + place + ".acceptedSuggestions' has more than " + MOST_ENTRIES + " entries.",
          "Name those that were taken, each once; no card has so many.");
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String inner = place + ".acceptedSuggestions[" + i + "]";
      if (!given.get(i).isObject()) {
        throw HookRefusal.wrongType(inner, "an object", "");
      }
      ids.add(required(given.get(i), "id", inner, LONGEST_NAME));
    }
    return ids;
  }

  /** Real clients leave out the display, and some the system: the menu that they show is ours. */
  private static @Nullable Coding coding(JsonNode reason, String place) {
    if (reason.isMissingNode()) {
      return null;
    }
    String where = place + ".overrideReason.reason";
    String code = required(reason, "code", where, LONGEST_CODE);
    String system = text(reason, "system", where, LONGEST_NAME);
    return new Coding(
        system == null || system.isBlank() ? OverrideReason.SYSTEM : system, code, null);
  }

  private static JsonNode object(JsonNode parent, String name, String place) {
    JsonNode given = parent.path(name);
    if (given.isNull()) {
      return parent.path("nothing at all");
    }
    if (!given.isMissingNode() && !given.isObject()) {
      throw HookRefusal.wrongType(place + "." + name, "an object", "");
    }
    return given;
  }

  private static String required(JsonNode parent, String name, String place, int longest) {
    String text = text(parent, name, place, longest);
    if (text == null || text.isBlank()) {
      throw HookRefusal.missing(place + "." + name);
    }
    return text;
  }

  private static @Nullable String text(JsonNode parent, String name, String place, int longest) {
    JsonNode given = parent.path(name);
    if (given.isMissingNode() || given.isNull()) {
      return null;
    }
    if (!given.isString()) {
      throw HookRefusal.wrongType(place + "." + name, "a string", "");
    }
    if (given.stringValue().length() > longest) {
      throw HookRefusal.badRequest(
          "too-long",
          "'" + place + "." + name + "' has more than " + longest + " characters.",
          "Shorten it.");
    }
    if (given.stringValue().indexOf('\0') >= 0) {
      throw HookRefusal.badRequest(
          "value",
          "'" + place + "." + name + "' holds the character U+0000.",
          "Leave it out: no text can hold it.");
    }
    return given.stringValue();
  }
}
