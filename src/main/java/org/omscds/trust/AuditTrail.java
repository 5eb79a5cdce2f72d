package org.omscds.trust;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omscds.store.KeyedHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records who asked about whom, when, and what was answered, one line each in the shape of a FHIR
 * R4 AuditEvent, to the logger {@code org.omscds.audit}. Patients and users are pseudonyms by a
 * keyed hash: whoever holds the key can find the calls about one patient, and nobody else.
 */
public final class AuditTrail {

  /** What is recorded of one call. */
  public record Call(
      Caller caller,
      String service,
      String hookInstance,
      String userId,
      String patientId,
      String fhirServer) {}

  /** How it ended. */
  public sealed interface Outcome {

    /** It was answered. */
    record Answered(List<String> cards, String knowledgeVersion) implements Outcome {
      public Answered {
        cards = List.copyOf(cards);
      }
    }

    /** It was refused, with that HTTP status. */
    record Refused(int status) implements Outcome {}
  }

  private static final Logger audit = LoggerFactory.getLogger("org.omscds.audit");
  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<KeyedHash> key;
  private final Clock clock;

  AuditTrail(AuditSettings settings, Clock clock) {
    this.key =
        settings.enabled() && settings.key() != null
            ? Optional.of(new KeyedHash(settings.key().getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
    this.clock = clock;
  }

  /** Records a call, if the site wants an audit trail. */
  public void record(Call call, Outcome outcome) {
    key.ifPresent(hash ->
        audit
            .atInfo()
            .addKeyValue("omscds.client", call.caller().name())
            .addKeyValue("omscds.service", call.service())
            .addKeyValue("omscds.hookInstance", call.hookInstance())
            .log(JSON.writeValueAsString(event(call, outcome, hash))));
  }

  private Map<String, Object> event(Call call, Outcome outcome, KeyedHash hash) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("resourceType", "AuditEvent");
    event.put(
        "type",
        Map.of("system", "http://terminology.hl7.org/CodeSystem/audit-event-type", "code", "rest"));
    event.put("subtype", List.of(Map.of("system", "urn:oms-cds:service", "code", call.service())));
    event.put("action", "E");
    event.put("recorded", clock.instant().toString());
    event.put("outcome", outcome instanceof Outcome.Answered ? "0" : "4");
    event.put(
        "agent",
        List.of(
            agent("urn:oms-cds:client", client(call.caller()), true),
            agent("urn:oms-cds:user", pseudonym(call, call.userId(), hash), false)));
    event.put("source", Map.of("observer", Map.of("display", "OMS CDS")));
    event.put("entity", entities(call, outcome, hash));
    return event;
  }

  private static String client(Caller caller) {
    return caller.tenant().isEmpty() ? caller.name() : caller.name() + "/" + caller.tenant();
  }

  private static Map<String, Object> agent(String system, String value, boolean requestor) {
    return Map.of(
        "who",
        Map.of("identifier", Map.of("system", system, "value", value)),
        "requestor",
        requestor);
  }

  private List<Map<String, Object>> entities(Call call, Outcome outcome, KeyedHash hash) {
    List<Map<String, Object>> entities = new ArrayList<>();
    entities.add(entity("patient", pseudonym(call, call.patientId(), hash)));
    entities.add(entity("hook-instance", call.hookInstance()));
    switch (outcome) {
      case Outcome.Answered(List<String> cards, String version) -> {
        cards.forEach(card -> entities.add(entity("card", card)));
        entities.add(entity("knowledge-version", version));
      }
      case Outcome.Refused(int status) -> entities.add(entity("status", Integer.toString(status)));
    }
    return entities;
  }

  private static Map<String, Object> entity(String what, String value) {
    return Map.of(
        "what", Map.of("identifier", Map.of("system", "urn:oms-cds:" + what, "value", value)));
  }

  /** Two sites that both have a Patient/1 never meet. */
  private static String pseudonym(Call call, String id, KeyedHash hash) {
    return hash.pseudonym(call.caller().issuer(), call.caller().tenant(), call.fhirServer(), id);
  }
}
