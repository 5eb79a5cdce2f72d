package org.omscds.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.omscds.feedback.FeedbackEntry;
import org.omscds.feedback.FeedbackStore;
import org.omscds.hook.discovery.Services;
import org.omscds.hook.gate.LimitedRequest;
import org.omscds.hook.meter.Refusals;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.hook.request.FeedbackReader;
import org.omscds.hook.request.RequestMediaType;
import org.omscds.trust.Caller;
import org.omscds.trust.Callers;
import org.omscds.trust.LogLine;
import org.omscds.wire.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what clients say of cards (CDS Hooks 2.0, "Feedback"). Any card may be spoken of: one that
 * this service does not know changes nothing.
 */
@RestController
final class FeedbackController {

  private static final Logger log = LoggerFactory.getLogger(FeedbackController.class);
  private static final String RETRY_SECONDS = "5";

  private final Services services;
  private final FeedbackStore store;
  private final Refusals refusals;

  FeedbackController(Services services, FeedbackStore store, Refusals refusals) {
    this.services = services;
    this.store = store;
    this.refusals = refusals;
  }

  @PostMapping("/cds-services/{id}/feedback")
  ResponseEntity<byte[]> feedback(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    Caller caller = Callers.of(request);
    services.hookFor(id, caller);
    RequestMediaType.requireJson(request);
    List<FeedbackEntry> entries = FeedbackReader.read(LimitedRequest.bodyOf(request, caller));
    FeedbackStore.Sender sender =
        new FeedbackStore.Sender(caller.name(), caller.issuer(), caller.tenant());
    if (!store.keep(sender, id, entries)) {
      return unavailable();
    }
    LogLine.of("")
        .with("client", caller.name())
        .with("service", id)
        .with("feedback", entries.size())
        .info(log);
    return JsonAnswers.of(HttpStatus.OK, Map.of());
  }

  private ResponseEntity<byte[]> unavailable() {
    int status = HttpStatus.SERVICE_UNAVAILABLE.value();
    refusals.count(status, "database-away");
    LogLine.of("feedback refused: the database is away;").with("status", status).warn(log);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            JsonAnswers.bytes(
                OperationOutcome.error(
                    "transient",
                    "The feedback could not be kept.",
                    "Send it again in some seconds.")));
  }
}
