package org.omscds.hook;

import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every answer of this room as {@code application/json}, whatever the client says that it
 * accepts, with members in the order of the standard. The mapper is its own, so that no setting of
 * the framework's can change the wire.
 */
final class JsonAnswers {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private JsonAnswers() {}

  static byte[] bytes(Object body) {
    return JSON.writeValueAsBytes(body);
  }

  static ResponseEntity<byte[]> of(HttpStatusCode status, Object body) {
    return ofBytes(status, bytes(body));
  }

  static ResponseEntity<byte[]> ofBytes(HttpStatusCode status, byte[] json) {
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
