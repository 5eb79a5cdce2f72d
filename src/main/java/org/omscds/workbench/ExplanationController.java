package org.omscds.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.omscds.hook.HookCalls;
import org.omscds.trust.LogLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Explains a call: the same request as to a service, answered with the reasons instead of the
 * cards. No card counts as issued by it.
 */
@RestController
final class ExplanationController {

  private static final Logger log = LoggerFactory.getLogger(ExplanationController.class);
  private static final MediaType SCHEMA_TYPE = new MediaType("application", "schema+json");
  private static final JsonMapper JSON = new JsonMapper();

  private final HookCalls calls;
  private final CallExplanation explanation;

  ExplanationController(HookCalls calls, CallExplanation explanation) {
    this.calls = calls;
    this.explanation = explanation;
  }

  /** The JSON Schema of all explanations. */
  @GetMapping("/explanations/schema")
  ResponseEntity<byte[]> schema() throws IOException {
    return ResponseEntity.ok()
        .contentType(SCHEMA_TYPE)
        .body(new ClassPathResource("schemas/explanation.schema.json").getContentAsByteArray());
  }

  @PostMapping("/explanations/{id}")
  ResponseEntity<byte[]> explain(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    HookCalls.Weighed weighed = calls.weigh(id, request);
    LogLine.of("explained").with("service", id).info(log);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(explanation.of(weighed)));
  }
}
