package org.omscds.card;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.OrderDefinition.CodeChoice;
import org.omscds.knowledge.SiteSettings.CatalogueCode;
import org.omscds.knowledge.Term;

/**
 * Writes an order as a draft FHIR R4 resource that an EHR can sign: status draft, intent proposal,
 * reason and note, and never a dose. The JSON is written directly; tests validate every kind of
 * draft with a FHIR validator.
 */
final class DraftResources {

  private static final int MOST_REASONS = 4;
  private static final Pattern RELATIVE_REFERENCE =
      Pattern.compile("[A-Za-z]+/[A-Za-z0-9.\\-]{1,64}");

  private final KnowledgeBase knowledge;

  /** What is the same in every draft of an order, by the order's id. */
  private final Map<String, Map<String, Object>> codes = new HashMap<>();

  private final Map<String, List<Map<String, Object>>> notes = new HashMap<>();

  DraftResources(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    knowledge
        .orders()
        .values()
        .forEach(order -> {
          codes.put(order.id(), written(order));
          notes.put(
              order.id(),
              List.of(
                  Map.of("text", order.why() + " Proposed by OMS CDS; decision support only.")));
        });
  }

  /**
   * A draft of one order.
   *
   * @param reasons the evidence for it, strongest first
   * @param today the day of the consultation, from which an appointment is counted
   */
  Map<String, Object> draft(
      OrderDefinition order, CallContext call, List<Evidence> reasons, LocalDate today) {
    return switch (order.kind()) {
      case SERVICE -> serviceRequest(order, call, reasons);
      case TASK -> task(order, call, reasons);
      case CONDITION -> condition(order, call, reasons);
      case DRUG -> medicationRequest(order, call, reasons);
      case COMMUNICATION -> communicationRequest(order, call, reasons);
      case APPOINTMENT -> appointment(order, call, reasons, today);
      case CARE_PLAN -> carePlan(order, call);
    };
  }

  /** A CommunicationRequest has no intent. */
  private Map<String, Object> communicationRequest(
      OrderDefinition order, CallContext call, List<Evidence> reasons) {
    Map<String, Object> resource = start("CommunicationRequest", order);
    resource.put("status", "draft");
    resource.put("category", List.of(code(order)));
    resource.put("priority", order.priority());
    resource.put("subject", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    resource.put("payload", List.of(Map.of("contentString", order.text())));
    requester(resource, call);
    reasons(resource, reasons, Set.of("Condition", "Observation", "DiagnosticReport"));
    resource.put("note", note(order));
    return resource;
  }

  /** The patient takes part; the time is left to whoever books, within the days of the order. */
  private Map<String, Object> appointment(
      OrderDefinition order, CallContext call, List<Evidence> reasons, LocalDate today) {
    Map<String, Object> resource = start("Appointment", order);
    resource.put("status", "proposed");
    resource.put("serviceType", List.of(code(order)));
    List<Map<String, Object>> references =
        usable(reasons, Set.of("Condition", "Observation")).stream()
            .map(DraftResources::reference)
            .toList();
    if (!references.isEmpty()) {
      resource.put("reasonReference", references);
    }
    resource.put("description", order.text());
    if (order.toDays() > 0) {
      resource.put(
          "requestedPeriod",
          List.of(
              Map.of(
                  "start", today.plusDays(order.fromDays()).toString(),
                  "end", today.plusDays(order.toDays()).toString())));
    }
    resource.put("comment", order.why() + " Proposed by OMS CDS; decision support only.");
    resource.put(
        "participant",
        List.of(
            Map.of("actor", reference("Patient/" + call.patientId()), "status", "needs-action")));
    return resource;
  }

  private Map<String, Object> carePlan(OrderDefinition order, CallContext call) {
    Map<String, Object> resource = start("CarePlan", order);
    resource.put("status", "draft");
    resource.put("intent", "proposal");
    resource.put("category", List.of(code(order)));
    resource.put("title", order.text());
    resource.put("description", order.why());
    resource.put("subject", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    if (isPractitioner(call)) {
      resource.put("author", reference(call.userId()));
    }
    List<Map<String, Object>> activities =
        order.steps().stream()
            .map(step ->
                Map.<String, Object>of(
                    "detail", Map.of("status", "not-started", "description", step)))
            .toList();
    if (!activities.isEmpty()) {
      resource.put("activity", activities);
    }
    resource.put("note", note(order));
    return resource;
  }

  /** A draft of the clinician with another test in place of what it asks for. */
  Map<String, Object> replaced(Map<String, Object> sent, OrderDefinition order) {
    Map<String, Object> changed = new LinkedHashMap<>(sent);
    changed.put("code", code(order));
    List<Object> notes = new ArrayList<>();
    if (sent.get("note") instanceof List<?> before) {
      notes.addAll(before);
    }
    notes.addAll(note(order));
    changed.put("note", notes);
    return changed;
  }

  /** A problem as it was sent, with the specific code of the suspected syndrome first. */
  Map<String, Object> specified(Map<String, Object> sent, OrderDefinition specific) {
    Map<String, Object> changed = new LinkedHashMap<>(sent);
    Map<String, Object> code = new LinkedHashMap<>();
    List<Object> codings = new ArrayList<>();
    specific.standardCode().ifPresent(choice -> codings.add(standard(choice)));
    if (sent.get("code") instanceof Map<?, ?> old) {
      old.forEach((name, value) -> code.put(name.toString(), value));
      if (old.get("coding") instanceof List<?> before) {
        codings.addAll(before);
      }
    }
    code.put("coding", codings);
    changed.put("code", code);
    return changed;
  }

  private Map<String, Object> serviceRequest(
      OrderDefinition order, CallContext call, List<Evidence> reasons) {
    Map<String, Object> resource = start("ServiceRequest", order);
    resource.put("status", "draft");
    resource.put("intent", "proposal");
    resource.put("priority", order.priority());
    resource.put("code", code(order));
    resource.put("subject", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    requester(resource, call);
    reasons(resource, reasons, Set.of("Condition", "Observation", "DiagnosticReport"));
    resource.put("note", note(order));
    return resource;
  }

  private Map<String, Object> task(
      OrderDefinition order, CallContext call, List<Evidence> reasons) {
    Map<String, Object> resource = start("Task", order);
    resource.put("status", "draft");
    resource.put("intent", "proposal");
    resource.put("priority", order.priority());
    resource.put("code", code(order));
    resource.put("description", order.text());
    resource.put("for", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    requester(resource, call);
    reasons.stream()
        .map(Evidence::reference)
        .filter(DraftResources::isUsable)
        .findFirst()
        .ifPresent(first -> resource.put("reasonReference", reference(first)));
    resource.put("note", note(order));
    return resource;
  }

  private Map<String, Object> condition(
      OrderDefinition order, CallContext call, List<Evidence> reasons) {
    Map<String, Object> resource = start("Condition", order);
    resource.put("clinicalStatus", status("condition-clinical", "active"));
    resource.put("verificationStatus", status("condition-ver-status", "provisional"));
    resource.put("category", List.of(status("condition-category", "problem-list-item")));
    resource.put("code", code(order));
    resource.put("subject", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    List<Map<String, Object>> detail =
        usable(reasons, Set.of("Condition", "Observation", "DiagnosticReport")).stream()
            .map(DraftResources::reference)
            .toList();
    if (!detail.isEmpty()) {
      resource.put("evidence", List.of(Map.of("detail", detail)));
    }
    resource.put("note", note(order));
    return resource;
  }

  private Map<String, Object> medicationRequest(
      OrderDefinition order, CallContext call, List<Evidence> reasons) {
    Map<String, Object> resource = start("MedicationRequest", order);
    resource.put("status", "draft");
    resource.put("intent", "proposal");
    resource.put("priority", order.priority());
    resource.put("medicationCodeableConcept", code(order));
    resource.put("subject", reference("Patient/" + call.patientId()));
    encounter(resource, call);
    requester(resource, call);
    reasons(resource, reasons, Set.of("Condition", "Observation"));
    resource.put("note", note(order));
    return resource;
  }

  private static Map<String, Object> start(String type, OrderDefinition order) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resourceType", type);
    resource.put("id", "oms-" + order.id().toLowerCase(Locale.ROOT));
    return resource;
  }

  private Map<String, Object> code(OrderDefinition order) {
    return requireNonNull(codes.get(order.id()));
  }

  private Map<String, Object> written(OrderDefinition order) {
    List<Map<String, Object>> codings = new ArrayList<>();
    Optional<CatalogueCode> ofSite = knowledge.site().catalogueCode(order.id());
    ofSite.ifPresent(choice -> codings.add(ofCatalogue(choice)));
    order.standardCode().ifPresent(choice -> codings.add(standard(choice)));
    boolean replaced = ofSite.filter(CatalogueCode::replace).isPresent();
    if (order.kind() != OrderDefinition.OrderKind.CONDITION && !replaced) {
      codings.add(Map.of("system", OrderDefinition.SYSTEM, "code", order.id()));
    }
    Map<String, Object> code = new LinkedHashMap<>();
    code.put("coding", List.copyOf(codings));
    code.put("text", order.text());
    return Collections.unmodifiableMap(code);
  }

  private static Map<String, Object> ofCatalogue(CatalogueCode choice) {
    Map<String, Object> coding = new LinkedHashMap<>();
    coding.put("system", choice.system());
    coding.put("code", choice.code());
    if (!choice.display().isEmpty()) {
      coding.put("display", choice.display());
    }
    return coding;
  }

  private Map<String, Object> standard(CodeChoice choice) {
    Map<String, Object> coding = new LinkedHashMap<>();
    coding.put("system", choice.system());
    coding.put("code", choice.code());
    knowledge.terminology().emittable(choice.concept()).stream()
        .filter(term -> term.system().equals(choice.system()) && term.code().equals(choice.code()))
        .map(Term::display)
        .filter(display -> !display.isEmpty())
        .findFirst()
        .ifPresent(display -> coding.put("display", display));
    return coding;
  }

  private static Map<String, Object> status(String system, String code) {
    return Map.of(
        "coding",
        List.of(Map.of("system", "http://terminology.hl7.org/CodeSystem/" + system, "code", code)));
  }

  private static void encounter(Map<String, Object> resource, CallContext call) {
    if (!call.encounterId().isEmpty()) {
      resource.put("encounter", reference("Encounter/" + call.encounterId()));
    }
  }

  private static void requester(Map<String, Object> resource, CallContext call) {
    if (isPractitioner(call)) {
      resource.put("requester", reference(call.userId()));
    }
  }

  private static boolean isPractitioner(CallContext call) {
    return call.userId().startsWith("Practitioner/")
        || call.userId().startsWith("PractitionerRole/");
  }

  private static void reasons(
      Map<String, Object> resource, List<Evidence> reasons, Set<String> types) {
    List<Map<String, Object>> references =
        usable(reasons, types).stream().map(DraftResources::reference).toList();
    if (references.isEmpty()) {
      resource.put("reasonCode", List.of(Map.of("text", "Possible opsoclonus-myoclonus syndrome")));
    } else {
      resource.put("reasonReference", references);
    }
  }

  private static List<String> usable(List<Evidence> reasons, Set<String> types) {
    List<String> usable = new ArrayList<>(MOST_REASONS);
    for (Evidence reason : reasons) {
      String reference = reason.reference();
      if (usable.size() < MOST_REASONS
          && !usable.contains(reference)
          && types.contains(reference.substring(0, Math.max(0, reference.indexOf('/'))))
          && isUsable(reference)) {
        usable.add(reference);
      }
    }
    return usable;
  }

  private static boolean isUsable(String reference) {
    return RELATIVE_REFERENCE.matcher(reference).matches();
  }

  private List<Map<String, Object>> note(OrderDefinition order) {
    return requireNonNull(notes.get(order.id()));
  }

  private static Map<String, Object> reference(String reference) {
    return Map.of("reference", reference);
  }
}
