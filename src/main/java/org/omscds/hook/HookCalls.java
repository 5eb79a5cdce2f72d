package org.omscds.hook;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.omscds.consultation.Consultation;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.server.PrefetchCompleter;
import org.omscds.hook.discovery.DiscoveryDocument;
import org.omscds.hook.discovery.Services;
import org.omscds.hook.gate.LimitedRequest;
import org.omscds.hook.meter.PrefetchMeters;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.request.HookCall;
import org.omscds.hook.request.HookRequestReader;
import org.omscds.hook.request.RequestMediaType;
import org.omscds.recommendation.Hook;
import org.omscds.trust.AuditTrail;
import org.omscds.trust.Caller;
import org.omscds.trust.Callers;
import org.omscds.wire.HookContext;
import org.omscds.wire.HookRequest;

/**
 * Takes in calls: who calls which service, what the call says, what is fetched to it. What is then
 * asked of the chart, cards or reasons, is audited alike.
 */
public final class HookCalls {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final DiscoveryDocument discovery;
  private final Services services;
  private final HookRequestReader requestReader;
  private final PrefetchCompleter completer;
  private final HookAnswerer answerer;
  private final AuditTrail audit;
  private final PrefetchMeters meters;

  HookCalls(
      DiscoveryDocument discovery,
      Services services,
      HookRequestReader requestReader,
      PrefetchCompleter completer,
      HookAnswerer answerer,
      AuditTrail audit,
      PrefetchMeters meters) {
    this.discovery = discovery;
    this.services = services;
    this.requestReader = requestReader;
    this.completer = completer;
    this.answerer = answerer;
    this.audit = audit;
    this.meters = meters;
  }

  /** A call that was read. */
  record Incoming(String service, Hook hook, HookCall call, Caller caller) {

    /** A client may put anything into hookInstance; only what looks like a UUID is logged. */
    String hookInstance() {
      String given = call.request().hookInstance();
      return UUID.matcher(given).matches() ? given : "(not a uuid)";
    }
  }

  /**
   * Reads a call.
   *
   * @param id the service that is called
   * @throws HookRefusal if it is none of ours, not for this caller, or no call of its hook
   */
  Incoming read(String id, HttpServletRequest request) throws IOException {
    Caller caller = Callers.of(request);
    Hook hook = services.hookFor(id, caller);
    RequestMediaType.requireJson(request);
    HookCall call =
        requestReader.read(
            LimitedRequest.bodyOf(request, caller), request.getContentLengthLong(), hook);
    requireHook(id, hook, call.request().hook());
    requireEncounter(hook, call.request().context());
    return new Incoming(id, hook, call, caller);
  }

  /** The cards of a call, which are remembered as issued. */
  HookAnswer answer(Incoming incoming) {
    return audited(
        incoming,
        call -> answerer.answer(incoming.hook(), call, incoming.caller()),
        answer -> new AuditTrail.Outcome.Answered(answer.cardIds(), answer.knowledgeVersion()));
  }

  /**
   * A call that was weighed, for those who ask why.
   *
   * @param service the id of the service
   * @param consultation the chart and what the service makes of it, after earlier answers
   */
  public record Weighed(
      String service, Hook hook, Consultation consultation, String knowledgeVersion) {}

  /**
   * Weighs a call without issuing a card: nothing is remembered.
   *
   * @param id the service that would be called
   */
  public Weighed weigh(String id, HttpServletRequest request) throws IOException {
    Incoming incoming = read(id, request);
    return audited(
        incoming,
        call ->
            new Weighed(
                id,
                incoming.hook(),
                answerer.weigh(incoming.hook(), call, incoming.caller()).consultation(),
                answerer.knowledgeVersion()),
        weighed -> new AuditTrail.Outcome.Answered(List.of(), weighed.knowledgeVersion()));
  }

  private <T> T audited(
      Incoming incoming, Function<HookCall, T> answering, Function<T, AuditTrail.Outcome> outcome) {
    HookRequest request = incoming.call().request();
    AuditTrail.Call record =
        new AuditTrail.Call(
            incoming.caller(),
            incoming.service(),
            incoming.hookInstance(),
            request.context().userId(),
            request.context().patientId(),
            requireNonNullElse(request.fhirServer(), ""));
    try {
      T answer = answering.apply(completed(incoming));
      audit.record(record, outcome.apply(answer));
      return answer;
    } catch (HookRefusal refusal) {
      audit.record(record, new AuditTrail.Outcome.Refused(refusal.status().value()));
      throw refusal;
    }
  }

  private HookCall completed(Incoming incoming) {
    HookCall call = incoming.call();
    Map<PrefetchKey, String> templates = discovery.templatesOf(incoming.service());
    Prefetch whole =
        completer.complete(
            templates,
            call.request(),
            call.prefetch(),
            call.carried().draftOrders(),
            incoming.caller().fhirServers());
    meters.count(templates.keySet(), call.prefetch(), whole);
    return call.withPrefetch(whole);
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
}
