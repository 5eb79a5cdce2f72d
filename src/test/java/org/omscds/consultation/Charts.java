package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.omscds.fhir.Carried;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.FhirReader;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.WholeResource;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.PatientRecordReader;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Occasion;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the charts of the tests, which are whole hook requests, and holds consultations on them.
 */
public final class Charts {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** The knowledge that the service ships. */
  public static final KnowledgeBase KNOWLEDGE = new KnowledgeLoader().load(SiteSettings.defaults());

  private static final Consultant CONSULTANT = new Consultant(KNOWLEDGE);

  private Charts() {}

  /** A name for cards and suggestions, without a secret. */
  public static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The folders of all vignettes. */
  public static List<Path> vignettes() {
    return children(Path.of("src/test/resources/vignettes"));
  }

  /** The files of all samples. */
  public static List<Path> samples() {
    return children(Path.of("src/main/resources/samples"));
  }

  /** Every chart there is: samples, and the records of the vignettes. */
  public static List<Path> all() {
    return Stream.concat(
            samples().stream(), vignettes().stream().map(folder -> folder.resolve("record.json")))
        .toList();
  }

  /** A request file as a tree. */
  public static JsonNode request(Path file) {
    return MAPPER.readTree(text(file));
  }

  /** A piece of JSON. */
  public static JsonNode parse(String json) {
    return MAPPER.readTree(json);
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of a request, as of the day that the request itself names. */
  public static PatientRecord record(JsonNode request) {
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    for (PrefetchKey key : PrefetchKey.values()) {
      JsonNode value = request.at("/prefetch/" + key.key());
      if (!value.isMissingNode()) {
        states.put(key, Prefetched.of(read(value)));
      }
    }
    return new PatientRecordReader()
        .read(
            read(request.at("/prefetch/patient")),
            new Prefetch(states),
            request.at("/context/patientId").asString(),
            LocalDate.parse(
                request.at("/extension").get("org.omscds.consultation").get("date").asString()),
            new Carried(
                resources(request.at("/context/draftOrders")),
                texts(request.at("/context/selections")),
                resources(request.at("/context/conditions"))));
  }

  /** The hook that a request names; patient-view where it names none. */
  public static Hook hook(JsonNode request) {
    return Hook.named(request.path("hook").asString("patient-view")).orElseThrow();
  }

  private static List<WholeResource> resources(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    try (JsonParser parser = MAPPER.createParser(value.toString())) {
      parser.nextToken();
      return WholeResource.readAll(parser);
    }
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  /** One piece of JSON through the lean reader. */
  public static FhirNode read(JsonNode value) {
    try (JsonParser parser = MAPPER.createParser(value.toString())) {
      parser.nextToken();
      return FhirReader.read(parser);
    }
  }

  /** The consultation for which the request asks. */
  public static Consultation consult(JsonNode request) {
    return consult(record(request), hook(request));
  }

  /**
   * A consultation on an occasion. Whatever the chart, a short answer is right only where the whole
   * assessment knows of nothing that points to the syndrome either.
   */
  public static Consultation consult(PatientRecord patient, Hook hook) {
    Consultation consultation = CONSULTANT.consult(patient, Occasion.of(hook));
    if (consultation.isUnremarkable()) {
      assertThat(consultation.assessment().facts())
          .as("what holds in a chart that was taken for unremarkable")
          .noneMatch(Fact::pointsToOms);
    }
    return consultation;
  }

  /** A consultation when the chart is opened. */
  public static Consultation consult(PatientRecord patient) {
    return consult(patient, Hook.PATIENT_VIEW);
  }

  /** The same by a consultant who has just compiled the knowledge. */
  static Consultation freshly(PatientRecord patient) {
    return freshly(patient, Hook.PATIENT_VIEW);
  }

  /** The same for another hook. */
  public static Consultation freshly(PatientRecord patient, Hook hook) {
    return new Consultant(KNOWLEDGE).consult(patient, Occasion.of(hook));
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
