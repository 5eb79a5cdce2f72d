package org.omscds.fhir;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a hook call of which the prefetch, nearly all of it, is read already.
 *
 * @param prefetch what the body holds for each key that this service reads
 * @param rest the body with {@code null} in the place of its prefetch
 */
public record ScannedCall(Map<PrefetchKey, Prefetched> prefetch, InputStream rest) {

  /** How many zero bytes must follow a body that is scanned. */
  public static final int PADDING = JsonScanner.PADDING;

  private static final String PREFETCH = "prefetch";
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /**
   * Scans a body, all of it. The result is empty for whatever the scanner leaves to a true parser:
   * malformed JSON, a member that is there twice, a body without a prefetch.
   *
   * @param body UTF-8, followed by {@link #PADDING} zero bytes
   */
  public static Optional<ScannedCall> of(byte[] body) {
    try {
      return scan(body);
    } catch (JsonScanner.Unsure _) {
      return Optional.empty();
    }
  }

  private static Optional<ScannedCall> scan(byte[] body) {
    int length = body.length - PADDING;
    JsonScanner json = new JsonScanner(body);
    Optional<ScannedCall> found = Optional.empty();
    json.expect('{');
    do {
      json.name();
      if (!json.string().equals(PREFETCH)) {
        json.skip(1);
        continue;
      }
      if (found.isPresent()) {
        throw new JsonScanner.Unsure();
      }
      int start = json.position();
      Map<PrefetchKey, Prefetched> prefetch = values(json);
      found = Optional.of(new ScannedCall(prefetch, without(body, start, json.position(), length)));
    } while (json.take(','));
    json.expect('}');
    json.end(length);
    return found;
  }

  private static Map<PrefetchKey, Prefetched> values(JsonScanner json) {
    Map<PrefetchKey, Prefetched> values = new EnumMap<>(PrefetchKey.class);
    FhirScanner fhir = new FhirScanner(json);
    Set<String> seen = new HashSet<>();
    json.expect('{');
    if (!json.take('}')) {
      do {
        json.name();
        String name = json.string();
        if (!seen.add(name)) {
          throw new JsonScanner.Unsure();
        }
        PrefetchKey.named(name)
            .ifPresentOrElse(
                key -> values.put(key, Prefetched.of(fhir.read(2))), () -> json.skip(2));
      } while (json.take(','));
      json.expect('}');
    }
    return Collections.unmodifiableMap(values);
  }

  private static InputStream without(byte[] body, int start, int end, int length) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(body, 0, start),
                new ByteArrayInputStream(NULL),
                new ByteArrayInputStream(body, end, length - end))));
  }
}
