package org.omscds.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.trust.LogLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the calls of all services with cards (cds-hooks_2.0@15, @16). */
@RestController
final class HookController {

  private static final Logger log = LoggerFactory.getLogger(HookController.class);

  private final HookCalls calls;

  HookController(HookCalls calls) {
    this.calls = calls;
  }

  @PostMapping("/cds-services/{id}")
  ResponseEntity<byte[]> call(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    long start = System.nanoTime();
    HookCalls.Incoming incoming = calls.read(id, request);
    HookAnswer answer = calls.answer(incoming);
    ResponseEntity<byte[]> response = JsonAnswers.of(HttpStatus.OK, answer.response());
    LogLine.of("")
        .with("client", incoming.caller().name())
        .with("service", id)
        .with("hookInstance", incoming.hookInstance())
        .with("cards", answer.cards().size())
        .with("gaps", answer.gaps().size())
        .with("ms", Duration.ofNanos(System.nanoTime() - start).toMillis())
        .info(log);
    return response;
  }
}
