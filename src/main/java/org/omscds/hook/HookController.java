package org.omscds.hook;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.omscds.fhir.server.PrefetchCompleter;
import org.omscds.recommendation.Hook;
import org.omscds.trust.AuditTrail;
import org.omscds.trust.Caller;
import org.omscds.trust.Callers;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;
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
  private final Services services;
  private final HookRequestReader requestReader;
  private final PrefetchCompleter completer;
  private final HookAnswerer answerer;
  private final AuditTrail audit;

  HookController(
      DiscoveryDocument discovery,
      Services services,
      HookRequestReader requestReader,
      PrefetchCompleter completer,
      HookAnswerer answerer,
      AuditTrail audit) {
    this.discovery = discovery;
    this.services = services;
    this.requestReader = requestReader;
    this.completer = completer;
    this.answerer = answerer;
    this.audit = audit;
  }

  @PostMapping("/cds-services/{id}")
  ResponseEntity<byte[]> call(@PathVariable("id") String id, HttpServletRequest request)
      throws IOException {
    long start = System.nanoTime();
    Caller caller = Callers.of(request);
    Hook hook = services.hookFor(id, caller);
    RequestMediaType.requireJson(request);
    HookCall call = requestReader.read(LimitedRequest.bodyOf(request, caller), hook);
    requireHook(id, hook, call.request().hook());
    requireEncounter(hook, call.request().context());
    HookAnswer answer = audited(id, hook, call, caller);
    ResponseEntity<byte[]> response = JsonAnswers.of(HttpStatus.OK, answer.response());
    log.info(
        "client={} service={} hookInstance={} cards={} gaps={} ms={}",
        caller.name(),
        id,
        printable(call.request().hookInstance()),
        answer.cards().size(),
        answer.gaps().size(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
    return response;
  }

  private HookAnswer audited(String id, Hook hook, HookCall call, Caller caller) {
    HookRequest request = call.request();
    AuditTrail.Call record =
        new AuditTrail.Call(
            caller,
            id,
            printable(request.hookInstance()),
            request.context().userId(),
            request.context().patientId(),
            requireNonNullElse(request.fhirServer(), ""));
    try {
      HookAnswer answer = answerer.answer(hook, completed(id, call, caller), caller);
      audit.record(
          record, new AuditTrail.Outcome.Answered(answer.cardIds(), answer.knowledgeVersion()));
      return answer;
    } catch (HookRefusal refusal) {
      audit.record(record, new AuditTrail.Outcome.Refused(refusal.status().value()));
      throw refusal;
    }
  }

  private HookCall completed(String id, HookCall call, Caller caller) {
    return call.withPrefetch(
        completer.complete(
            discovery.templatesOf(id),
            call.request(),
            call.prefetch(),
            call.carried().draftOrders(),
            caller.fhirServers()));
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
