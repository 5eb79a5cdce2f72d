package org.omscds.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The scanner of the prefetch beside the parser that it stands for. */
public final class BothReaders {

  private static final JsonMapper JSON = JsonMapper.builder(FhirJson.factory()).build();

  private BothReaders() {}

  /** Fails if the scanner takes what the parser does not, or reads it otherwise. */
  public static void agree(byte[] body) {
    Optional<ScannedCall> scanned = scan(body);
    if (scanned.isEmpty()) {
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Optional<ObjectNode> parsed = parse(body);
    assertThat(parsed).as(text).isPresent();
    ObjectNode whole = parsed.orElseThrow();
    assertThat(scanned.get().prefetch()).as(text).isEqualTo(states(body));
    whole.putNull("prefetch");
    assertThat(JSON.readTree(scanned.get().rest())).as(text).isEqualTo(whole);
  }

  private static Map<PrefetchKey, Prefetched> states(byte[] body) {
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (!name.equals("prefetch")) {
          parser.skipChildren();
          continue;
        }
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
          parser.nextToken();
          PrefetchKey.named(key)
              .ifPresentOrElse(
                  known -> states.put(known, Prefetched.of(FhirReader.read(parser))),
                  parser::skipChildren);
        }
      }
    }
    return states;
  }

  /** The whole body as a tree, if it is JSON and nothing follows it. */
  static Optional<ObjectNode> parse(byte[] body) {
    try (JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          JsonNode tree = JSON.readTree(body);
          return Optional.of((ObjectNode) tree);
        }
      }
      return Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** What the scanner takes of a body. */
  static Optional<ScannedCall> scan(byte[] body) {
    return ScannedCall.of(Arrays.copyOf(body, body.length + ScannedCall.PADDING));
  }
}
