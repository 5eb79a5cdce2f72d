package org.omscds.hook;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.omscds.fhir.FhirJson;
import org.omscds.recommendation.Hook;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads the body of a call in one streaming pass: what is FHIR goes through the lean reader, the
 * rest becomes the wire record, and what this service does not know is skipped unread. What cannot
 * be read is refused with line and column, never with the text that stands there.
 */
final class HookRequestReader {

  private final Clock clock;
  private final int maxResources;

  HookRequestReader(Clock clock, int maxResources) {
    this.clock = clock;
    this.maxResources = maxResources;
  }

  /**
   * Reads a body to its end and leaves the stream open.
   *
   * @param hook the hook of the service that was called: it decides what the context must carry
   * @throws HookRefusal if it is no hook request
   */
  HookCall read(InputStream body, Hook hook) {
    try (JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), body)) {
      return read(parser, hook);
    } catch (JacksonIOException _) {
      throw HookRefusal.badRequest(
          "incomplete", "The request body could not be read to its end.", "Send it again.");
    }
  }

  private HookCall read(JsonParser parser, Hook hook) {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw HookRefusal.badRequest(
            "required", "The request body is empty.", "Send a CDS Hooks request as JSON.");
      }
      if (first != JsonToken.START_OBJECT) {
        throw HookRefusal.wrongType("the request body", "one JSON object", place(parser));
      }
      HookEnvelope envelope = new HookEnvelope(new MemberReader(parser));
      envelope.readMembers();
      if (parser.nextToken() != null) {
        throw HookRefusal.badRequest(
            "structure", "Something follows the end of the JSON object.", place(parser));
      }
      HookCall call = envelope.call(hook, LocalDate.now(clock));
      if (call.resources() > maxResources) {
        throw tooMany();
      }
      return call;
    } catch (JacksonIOException e) {
      throw e;
    } catch (StreamConstraintsException _) {
      throw HookRefusal.badRequest("too-costly", limitBroken(parser), place(parser));
    } catch (UnexpectedEndOfInputException e) {
      throw HookRefusal.badRequest(
          "incomplete", "The JSON ends before it is complete.", place(e.getLocation()));
    } catch (JacksonException e) {
      throw HookRefusal.badRequest(
          "structure",
          "The request body is not valid JSON.",
          place(e.getLocation() == null ? parser.currentLocation() : e.getLocation()));
    }
  }

  private HookRefusal tooMany() {
    return new HookRefusal(
        HttpStatus.CONTENT_TOO_LARGE,
        OperationOutcome.error(
            "too-costly",
            "The request holds more than " + maxResources + " resources.",
            "Send fewer prefetch resources, or ask the operator of this service to raise"
                + " omscds.hook.max-resources."));
  }

  /** Where the parser's present token begins. */
  static String place(JsonParser parser) {
    return place(parser.currentTokenLocation());
  }

  private static String place(TokenStreamLocation location) {
    return "At line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
  }

  private static String limitBroken(JsonParser parser) {
    return parser.streamReadContext().getNestingDepth() >= FhirJson.MAX_NESTING_DEPTH
        ? "The JSON is nested deeper than " + FhirJson.MAX_NESTING_DEPTH + " levels."
        : "A number has more than "
            + FhirJson.MAX_NUMBER_LENGTH
            + " characters, or a name is longer than any that a request needs.";
  }
}
