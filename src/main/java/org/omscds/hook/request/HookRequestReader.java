package org.omscds.hook.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.omscds.fhir.FhirJson;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.ScannedCall;
import org.omscds.hook.outcome.HookRefusal;
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
 * Reads the body of a call: what is FHIR goes through a lean reader, the rest becomes the wire
 * record, and what this service does not know is skipped unread. The prefetch of a body of common
 * size is scanned in memory; a larger one, and whatever the scanner is not sure of, is parsed in
 * one streaming pass. What cannot be read is refused with line and column, never with the text that
 * stands there.
 */
public final class HookRequestReader {

  /**
   * The largest body that is held in memory, some 800 resources: every call that may be answered at
   * the same time can have one in a small heap.
   */
  static final int MOST_AT_ONCE = 1 << 20;

  private final Clock clock;
  private final int maxResources;

  /**
   * A reader of calls.
   *
   * @param maxResources how many resources a call may hold
   */
  public HookRequestReader(Clock clock, int maxResources) {
    this.clock = clock;
    this.maxResources = maxResources;
  }

  /**
   * Reads a body to its end.
   *
   * @param length how many bytes it has, or -1 if nobody said so
   * @param hook the hook of the service that was called: it decides what the context must carry
   * @throws HookRefusal if it is no hook request
   */
  public HookCall read(InputStream body, long length, Hook hook) {
    try {
      if (length > MOST_AT_ONCE) {
        return parsed(body, Map.of(), hook);
      }
      byte[] start = start(body, length);
      int known = start.length - ScannedCall.PADDING;
      InputStream whole = new ByteArrayInputStream(start, 0, known);
      if (known == MOST_AT_ONCE) {
        return parsed(new SequenceInputStream(whole, body), Map.of(), hook);
      }
      return scanned(start, hook).orElseGet(() -> parsed(whole, Map.of(), hook));
    } catch (IOException | JacksonIOException _) {
      throw HookRefusal.badRequest(
          "incomplete", "The request body could not be read to its end.", "Send it again.");
    }
  }

  /** The first bytes of a body, all of them if it is no larger than most, ready to be scanned. */
  private static byte[] start(InputStream body, long length) throws IOException {
    if (length < 0) {
      byte[] start = body.readNBytes(MOST_AT_ONCE);
      return Arrays.copyOf(start, start.length + ScannedCall.PADDING);
    }
    byte[] start = new byte[(int) length + ScannedCall.PADDING];
    int read = body.readNBytes(start, 0, (int) length);
    return read == length ? start : Arrays.copyOf(start, read + ScannedCall.PADDING);
  }

  /** The call by the fast way; what is wrong with it, if anything, the whole parse tells. */
  private Optional<HookCall> scanned(byte[] body, Hook hook) {
    try {
      return ScannedCall.of(body).map(call -> parsed(call.rest(), call.prefetch(), hook));
    } catch (HookRefusal _) {
      return Optional.empty();
    }
  }

  private HookCall parsed(InputStream body, Map<PrefetchKey, Prefetched> prefetch, Hook hook) {
    try (JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), body)) {
      return read(parser, prefetch, hook);
    }
  }

  private HookCall read(JsonParser parser, Map<PrefetchKey, Prefetched> prefetch, Hook hook) {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw HookRefusal.badRequest(
            "required", "The request body is empty.", "Send a CDS Hooks request as JSON.");
      }
      if (first != JsonToken.START_OBJECT) {
        throw HookRefusal.wrongType("the request body", "one JSON object", place(parser));
      }
      HookEnvelope envelope = new HookEnvelope(new MemberReader(parser), prefetch);
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
