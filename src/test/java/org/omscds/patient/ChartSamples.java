package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omscds.fhir.PrefetchKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws charts of valid R4 resources, every type that the reader reads in every form that it reads,
 * for comparing two ways to read them.
 */
final class ChartSamples {

  /** The id of the patient whose charts are drawn. */
  static final String PATIENT_ID = "child-7";

  private final Dice dice;
  private final TypeSamples types;
  private final DateSamples dates;
  private final Surroundings surroundings;
  private final Map<String, Kind> kinds;
  private int drawn;

  ChartSamples(long seed) {
    dice = new Dice(seed);
    types = new TypeSamples(dice);
    dates = new DateSamples(dice);
    surroundings = new Surroundings(dice, types);
    ProblemSamples problems = new ProblemSamples(dice, types, dates);
    ObservationSamples observations = new ObservationSamples(dice, types, dates);
    DrugSamples drugs = new DrugSamples(dice, types, dates);
    ServiceSamples services = new ServiceSamples(dice, types, dates);
    NoteSamples notes = new NoteSamples(dice, types, dates);
    VisitSamples visits = new VisitSamples(dice, types, dates);
    kinds =
        Map.ofEntries(
            kind("AllergyIntolerance", PrefetchKey.ALLERGIES, problems::allergy),
            kind("ClinicalImpression", PrefetchKey.CLINICAL_IMPRESSIONS, notes::impression),
            kind("Condition", PrefetchKey.CONDITIONS, problems::condition),
            kind("DiagnosticReport", PrefetchKey.DIAGNOSTIC_REPORTS, services::report),
            kind("DocumentReference", PrefetchKey.DOCUMENT_REFERENCES, notes::document),
            kind("Encounter", PrefetchKey.ENCOUNTERS, visits::encounter),
            kind("ImagingStudy", PrefetchKey.IMAGING_STUDIES, services::imagingStudy),
            kind("Immunization", PrefetchKey.IMMUNIZATIONS, services::vaccination),
            Map.entry(
                "MedicationAdministration",
                new Kind(PrefetchKey.MEDICATION_ADMINISTRATIONS, drugs::administration)),
            Map.entry(
                "MedicationRequest", new Kind(PrefetchKey.MEDICATION_REQUESTS, drugs::request)),
            Map.entry(
                "MedicationStatement",
                new Kind(PrefetchKey.MEDICATION_STATEMENTS, drugs::statement)),
            kind("Observation", PrefetchKey.OBSERVATIONS, observations::observation),
            kind("Procedure", PrefetchKey.PROCEDURES, services::procedure),
            kind("QuestionnaireResponse", PrefetchKey.QUESTIONNAIRE_RESPONSES, visits::response),
            kind("ServiceRequest", PrefetchKey.SERVICE_REQUESTS, services::order));
  }

  /** One resource of a chart, with the Medications that were sent along. */
  record Sample(PrefetchKey key, ObjectNode resource, List<ObjectNode> alongside) {

    /** The searchset Bundle in which a client sends it. */
    ObjectNode bundle() {
      List<ObjectNode> all = new ArrayList<>(alongside);
      all.add(alongside.size() / 2, resource);
      return ChartSamples.bundle(all);
    }
  }

  private record Kind(PrefetchKey key, Function<ObjectNode, List<ObjectNode>> fill) {}

  private static Map.Entry<String, Kind> kind(
      String type, PrefetchKey key, Consumer<ObjectNode> fill) {
    return Map.entry(
        type,
        new Kind(
            key,
            resource -> {
              fill.accept(resource);
              return List.of();
            }));
  }

  /** The types of which {@link #sample} draws resources, in a fixed order. */
  List<String> resourceTypes() {
    return kinds.keySet().stream().sorted().toList();
  }

  /** Draws a resource of that type. */
  Sample sample(String type) {
    Kind kind = kinds.get(type);
    drawn++;
    ObjectNode resource = types.object().put("resourceType", type).put("id", type + "-" + drawn);
    List<ObjectNode> alongside = kind.fill().apply(resource);
    addOwner(resource, kind.key());
    return new Sample(kind.key(), surroundings.around(resource), alongside);
  }

  /** Draws the Patient. */
  ObjectNode patient() {
    ObjectNode patient = types.object().put("resourceType", "Patient").put("id", PATIENT_ID);
    if (dice.in(80)) {
      patient.put("birthDate", dates.date());
    }
    if (dice.in(80)) {
      patient.put("gender", dice.oneOf("female", "male", "other", "unknown"));
    }
    switch (dice.between(0, 5)) {
      case 0 -> patient.put("deceasedBoolean", dice.in(50));
      case 1 -> patient.put("deceasedDateTime", dates.dateTime());
      default -> {}
    }
    if (dice.in(40)) {
      ObjectNode meta = patient.putObject("meta").put("versionId", "1");
      ArrayNode labels = meta.putArray(dice.oneOf("security", "tag"));
      labels.addObject().put("code", dice.oneOf("N", "HTEST"));
      labels
          .addObject()
          .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason")
          .put("code", dice.oneOf("TREAT", "HTEST"));
    }
    if (dice.in(60)) {
      ObjectNode name = patient.putArray("name").addObject().put("family", "misleading");
      name.putArray("given").add("HTEST").add(types.words());
    }
    return surroundings.around(patient);
  }

  /** A searchset Bundle of these resources. */
  static ObjectNode bundle(List<ObjectNode> resources) {
    ObjectNode bundle = new TypeSamples(new Dice(0)).object();
    bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", resources.size());
    bundle.putArray("link").addObject().put("relation", "self").put("url", "https://ehr/next");
    ArrayNode entries = bundle.putArray("entry");
    for (ObjectNode resource : resources) {
      ObjectNode entry = entries.addObject();
      entry.put(
          "fullUrl",
          "https://ehr.example.org/fhir/R4/"
              + resource.get("resourceType").asString()
              + "/"
              + resource.get("id").asString());
      entry.set("resource", resource);
      entry.putObject("search").put("mode", "match");
    }
    return bundle;
  }

  private void addOwner(ObjectNode resource, PrefetchKey key) {
    String element =
        key == PrefetchKey.ALLERGIES || key == PrefetchKey.IMMUNIZATIONS ? "patient" : "subject";
    switch (dice.between(0, 9)) {
      case 0 -> {}
      case 1 -> resource.putObject(element).put("display", "Somebody Else");
      case 2 -> resource.putObject(element).put("reference", "urn:uuid:" + PATIENT_ID);
      default -> resource.set(element, types.reference("Patient", PATIENT_ID));
    }
  }
}
