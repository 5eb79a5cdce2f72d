package org.omscds.hook.outcome;

import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every answer of the hook rooms as {@code application/json}, whatever the client says that
 * it accepts, with members in the order of the standard. The mapper is its own, so that no setting
 * of the framework's can change the wire.
 */
public final class JsonAnswers {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private JsonAnswers() {}

  /** The JSON of a body. */
  public static byte[] bytes(Object body) {
    return JSON.writeValueAsBytes(body);
  }

  /** An answer with a body. */
  public static ResponseEntity<byte[]> of(HttpStatusCode status, Object body) {
    return ofBytes(status, bytes(body));
  }

  /** An answer with a body that is JSON already. */
  public static ResponseEntity<byte[]> ofBytes(HttpStatusCode status, byte[] json) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(json);
  }

  static ResponseEntity<byte[]> error(
      HttpStatusCode status, HttpHeaders headers, String code, String text, String diagnostics) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_JSON)
        .body(bytes(OperationOutcome.error(code, text, diagnostics)));
  }
}
