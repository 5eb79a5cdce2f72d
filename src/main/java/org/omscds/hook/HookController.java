package org.omscds.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.omscds.fhir.server.PrefetchCompleter;
import org.omscds.recommendation.Hook;
import org.omscds.wire.HookContext;
import org.omscds.wire.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the calls of all services (cds-hooks_2.0@15, @16). */
@RestController
final class HookController {

  private static final Logger log = LoggerFactory.getLogger(HookController.class);
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final DiscoveryDocument discovery;
  private final HookRequestReader requestReader;
  private final PrefetchCompleter completer;
  private final HookAnswerer answerer;

  HookController(
      DiscoveryDocument discovery,
      HookRequestReader requestReader,
      PrefetchCompleter completer,
      HookAnswerer answerer) {
    this.discovery = discovery;
    this.requestReader = requestReader;
    this.completer = completer;
    this.answerer = answerer;
  }

  @PostMapping("/cds-services/{id}")
  ResponseEntity<byte[]> call(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    long start = System.nanoTime();
    Hook hook = discovery.hookOf(id).orElseThrow(() -> unknownService(id));
    RequestMediaType.requireJson(request);
    HookCall call = requestReader.read(request.getInputStream(), hook);
    requireHook(id, hook, call.request().hook());
    requireEncounter(hook, call.request().context());
    HookCall whole =
        call.withPrefetch(
            completer.complete(
                discovery.templatesOf(id),
                call.request(),
                call.prefetch(),
                call.carried().draftOrders()));
    HookAnswer answer = answerer.answer(hook, whole);
    ResponseEntity<byte[]> response = JsonAnswers.of(HttpStatus.OK, answer.response());
    log.info(
        "service={} hookInstance={} cards={} gaps={} ms={}",
        id,
        printable(call.request().hookInstance()),
        answer.cards().size(),
        answer.gaps().size(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    return response;
  }

  private HookRefusal unknownService(String id) {
    return new HookRefusal(
        HttpStatus.NOT_FOUND,
        OperationOutcome.error(
            "not-found",
            "There is no service " + HookRefusal.quoted(id) + ".",
            "Services here: " + String.join(", ", discovery.serviceIds()) + "."));
  }

  private static void requireHook(String id, Hook hook, String given) {
    if (!given.equals(hook.hookName())) {
      throw HookRefusal.badRequest(
          "value",
          "The service '"
              + id
              + "' answers the hook '"
              + hook.hookName()
              + "', not "
              + HookRefusal.quoted(given)
              + ".",
          "Give 'hook' as '" + hook.hookName() + "' or call another service.");
    }
  }

  /** Hooks about a visit name it; the others may (CDS Hooks library, the hooks' context tables). */
  private static void requireEncounter(Hook hook, HookContext context) {
    boolean required =
        switch (hook) {
          case PATIENT_VIEW, ORDER_SELECT, ORDER_SIGN, PROBLEM_LIST_ITEM_CREATE -> false;
          case ENCOUNTER_START, ENCOUNTER_DISCHARGE -> true;
        };
    if (required && context.encounterId() == null) {
      throw HookRefusal.missing("context.encounterId");
    }
  }

  /** A client may put anything into hookInstance; only what looks like a UUID is logged. */
  private static String printable(String hookInstance) {
    return UUID.matcher(hookInstance).matches() ? hookInstance : "(not a uuid)";
  }
}
