package org.omscds.consultation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.omscds.fhir.PrefetchKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart as the properties draw it: every date is told in days before the consultation, so that
 * the same chart can be written for any day.
 *
 * @param ageInDays the patient's age, or -1 where the birth date is not recorded
 */
record DrawnChart(LocalDate today, int ageInDays, List<Entry> entries) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  DrawnChart {
    entries = List.copyOf(entries);
  }

  /** How exactly a day is written. */
  enum Precision {
    DAY,
    MONTH,
    YEAR,
    NONE
  }

  /** Some days before the consultation. */
  record When(int daysAgo, Precision precision) {

    /** The day itself. */
    static When daysAgo(int days) {
      return new When(days, Precision.DAY);
    }

    private void write(ObjectNode resource, String element, LocalDate today) {
      String day = today.minusDays(daysAgo).toString();
      switch (precision) {
        case DAY -> resource.put(element, day);
        case MONTH -> resource.put(element, day.substring(0, day.length() - 3));
        case YEAR -> resource.put(element, day.substring(0, day.length() - 6));
        case NONE -> {}
      }
    }
  }

  /** A concept by its code, or in words where {@code system} is empty. */
  record Said(String system, String codeOrWords) {

    private void write(ObjectNode resource, String element) {
      ObjectNode concept = resource.putObject(element);
      if (system.isEmpty()) {
        concept.put("text", codeOrWords);
      } else {
        concept.putArray("coding").addObject().put("system", system).put("code", codeOrWords);
      }
    }
  }

  /** The answer of an observation. */
  enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /** One resource. */
  sealed interface Entry {

    record Problem(Said said, String status, String verification, When onset, When recorded)
        implements Entry {}

    record Observation(Said said, Answer answer, When seen, boolean byFamily) implements Entry {}

    record Note(String words, When written) implements Entry {}

    record Drug(String name, String status, When ordered) implements Entry {}

    record Scan(String name, String conclusion, When done) implements Entry {}

    record Order(String name, String status, When ordered) implements Entry {}

    /** The prefetch key under which a client sends it. */
    default PrefetchKey key() {
      return switch (this) {
        case Problem _ -> PrefetchKey.CONDITIONS;
        case Observation _ -> PrefetchKey.OBSERVATIONS;
        case Note _ -> PrefetchKey.DOCUMENT_REFERENCES;
        case Drug _ -> PrefetchKey.MEDICATION_REQUESTS;
        case Scan _ -> PrefetchKey.DIAGNOSTIC_REPORTS;
        case Order _ -> PrefetchKey.SERVICE_REQUESTS;
      };
    }
  }

  /** The same chart with one more entry. */
  DrawnChart with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new DrawnChart(today, ageInDays, more);
  }

  /** The same chart with only some of its entries. */
  DrawnChart of(List<Entry> some) {
    return new DrawnChart(today, ageInDays, some);
  }

  /** The same chart, birth and all, some days later. */
  DrawnChart shiftedBy(long days) {
    return new DrawnChart(today.plusDays(days), ageInDays, entries);
  }

  /** The hook request in which a client sends it. */
  ObjectNode request() {
    ObjectNode request = MAPPER.createObjectNode();
    request.putObject("context").put("patientId", "drawn");
    request.putObject("extension").putObject("org.omscds.consultation").put("date", "" + today);
    ObjectNode prefetch = request.putObject("prefetch");
    ObjectNode patient = prefetch.putObject("patient");
    patient.put("resourceType", "Patient").put("id", "drawn");
    if (ageInDays >= 0) {
      patient.put("birthDate", today.minusDays(ageInDays).toString());
    }
    for (PrefetchKey key : PrefetchKey.values()) {
      if (key != PrefetchKey.PATIENT) {
        ObjectNode bundle = prefetch.putObject(key.key());
        bundle.put("resourceType", "Bundle").put("type", "searchset").putArray("entry");
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      ArrayNode bundle = (ArrayNode) prefetch.get(entries.get(i).key().key()).get("entry");
      bundle.addObject().set("resource", resource(entries.get(i)).put("id", "r" + i));
    }
    return request;
  }

  private ObjectNode resource(Entry entry) {
    ObjectNode resource = MAPPER.createObjectNode();
    resource.putObject("subject").put("reference", "Patient/drawn");
    return switch (entry) {
      case Entry.Problem problem -> write(resource, problem);
      case Entry.Observation observation -> write(resource, observation);
      case Entry.Note note -> write(resource, note);
      case Entry.Drug drug -> {
        new Said("", drug.name()).write(resource, "medicationCodeableConcept");
        drug.ordered().write(resource, "authoredOn", today);
        yield resource
            .put("resourceType", "MedicationRequest")
            .put("intent", "order")
            .put("status", drug.status());
      }
      case Entry.Scan scan -> {
        new Said("", scan.name()).write(resource, "code");
        scan.done().write(resource, "effectiveDateTime", today);
        yield resource
            .put("resourceType", "DiagnosticReport")
            .put("status", "final")
            .put("conclusion", scan.conclusion());
      }
      case Entry.Order order -> {
        new Said("", order.name()).write(resource, "code");
        order.ordered().write(resource, "authoredOn", today);
        yield resource
            .put("resourceType", "ServiceRequest")
            .put("intent", "order")
            .put("status", order.status());
      }
    };
  }

  private ObjectNode write(ObjectNode resource, Entry.Problem problem) {
    problem.said().write(resource, "code");
    writeCode(resource, "clinicalStatus", problem.status());
    writeCode(resource, "verificationStatus", problem.verification());
    problem.onset().write(resource, "onsetDateTime", today);
    problem.recorded().write(resource, "recordedDate", today);
    return resource.put("resourceType", "Condition");
  }

  private static void writeCode(ObjectNode resource, String element, String code) {
    if (!code.isEmpty()) {
      resource.putObject(element).putArray("coding").addObject().put("code", code);
    }
  }

  private ObjectNode write(ObjectNode resource, Entry.Observation observation) {
    observation.said().write(resource, "code");
    observation.seen().write(resource, "effectiveDateTime", today);
    switch (observation.answer()) {
      case YES -> resource.put("valueBoolean", true);
      case NO -> resource.put("valueBoolean", false);
      case UNKNOWN -> writeCode(resource, "dataAbsentReason", "unknown");
    }
    String performer = observation.byFamily() ? "RelatedPerson/mother" : "Practitioner/p1";
    resource.putArray("performer").addObject().put("reference", performer);
    return resource.put("resourceType", "Observation").put("status", "final");
  }

  private ObjectNode write(ObjectNode resource, Entry.Note note) {
    note.written().write(resource, "date", today);
    ObjectNode attachment = resource.putArray("content").addObject().putObject("attachment");
    byte[] words = note.words().getBytes(StandardCharsets.UTF_8);
    attachment.put("contentType", "text/plain");
    attachment.put("data", Base64.getEncoder().encodeToString(words));
    return resource.put("resourceType", "DocumentReference").put("status", "current");
  }

  /** The consultation on it. */
  Consultation consultation() {
    return Charts.consult((JsonNode) request());
  }
}
