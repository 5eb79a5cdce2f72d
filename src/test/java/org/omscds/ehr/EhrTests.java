package org.omscds.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.OmsCdsApplication;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service beside a real FHIR server: what it fetches by itself gives the same answer as what a
 * client prefetches, byte for byte.
 */
@Tag("ehr")
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"omscds.fhir.deadline=50s", "omscds.fhir.call-timeout=40s"})
class EhrTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final List<EhrChart> CHARTS = new ArrayList<>();
  private static EhrServer ehr;

  @LocalServerPort private int port;

  @BeforeAll
  static void start() throws IOException {
    ehr = EhrServer.start();
    LoggerFactory.getLogger(EhrTests.class).info("The EHR of these tests: {}", ehr.name());
    for (String sample : samples()) {
      CHARTS.add(EhrChart.of(sample, "s" + CHARTS.size() + "-"));
    }
    CHARTS.add(EhrChart.of("typical-toddler", "crowded-").with(crowd()));
    CHARTS.forEach(each -> ehr.load(each.transaction()));
  }

  @AfterAll
  static void stop() {
    if (ehr != null) {
      ehr.close();
    }
  }

  private static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }

  /** More of everything than a page holds, and a drug that only a reference names. */
  private static Stream<String> crowd() {
    Stream<String> conditions =
        IntStream.range(0, 45)
            .mapToObj(i ->
                "{\"resourceType\":\"Condition\",\"id\":\"crowd-c"
                    + i
                    + "\",\"subject\":{\"reference\":\"Patient/PATIENT\"},\"recordedDate\":"
                    + "\"2026-01-05\",\"code\":{\"text\":\"Freckle "
                    + i
                    + "\"}}");
    Stream<String> results =
        IntStream.range(0, 260)
            .mapToObj(i ->
                "{\"resourceType\":\"Observation\",\"id\":\"crowd-o"
                    + i
                    + "\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/PATIENT\"},"
                    + "\"category\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/"
                    + "CodeSystem/observation-category\",\"code\":\"laboratory\"}]}],"
                    + "\"effectiveDateTime\":\"2026-0"
                    + (1 + i % 9)
                    + "-"
                    + (10 + i % 19)
                    + "\",\"code\":{\"text\":\"Marker "
                    + i
                    + "\"},\"valueQuantity\":{\"value\":1,\"unit\":\"mg\"}}");
    Stream<String> drugs =
        Stream.of(
            "{\"resourceType\":\"Medication\",\"id\":\"crowd-m\",\"code\":{\"text\":"
                + "\"Immune globulin intravenous\"}}",
            "{\"resourceType\":\"MedicationAdministration\",\"id\":\"crowd-d\",\"status\":"
                + "\"completed\",\"subject\":{\"reference\":\"Patient/PATIENT\"},"
                + "\"effectiveDateTime\":\"2026-11-19\",\"medicationReference\":"
                + "{\"reference\":\"Medication/crowd-m\"}}");
    return Stream.of(conditions, results, drugs).flatMap(each -> each);
  }

  static Stream<EhrChart> charts() {
    return CHARTS.stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void withoutPrefetchTheAnswerIsTheSame(EhrChart chart) {
    String full = answer(chart, chart.prefetch(ehr));

    assertThat(answer(chart, Map.of())).isEqualTo(full);
    assertThat(full).doesNotContain("org.omscds.gaps");
  }

  /** The charts whose answers rest on most keys. */
  static Stream<EhrChart> rich() {
    return charts()
        .filter(each ->
            List.of("typical-toddler", "relapse-after-taper", "rituximab-without-hepatitis-b")
                .contains(each.name()));
  }

  @ParameterizedTest
  @MethodSource("rich")
  void withoutAnySingleKeyTheAnswerIsTheSame(EhrChart chart) {
    Map<String, String> prefetch = chart.prefetch(ehr);
    String full = answer(chart, prefetch);

    assertThat(prefetch).hasSizeGreaterThan(15);
    assertThat(prefetch.keySet())
        .allSatisfy(key -> {
          Map<String, String> without = new LinkedHashMap<>(prefetch);
          without.remove(key);
          assertThat(answer(chart, without)).as("without " + key).isEqualTo(full);
        });
  }

  /** What the sample shows with its own prefetch it shows from the server, card by card. */
  @ParameterizedTest
  @MethodSource("charts")
  void theCardsAreThoseOfTheSample(EhrChart chart) throws IOException {
    String sample = Files.readString(Path.of("src/main/resources/samples", chart.name() + ".json"));

    List<String> shown = cards(answer(chart, Map.of()));

    if (chart.resources().keySet().stream().anyMatch(name -> name.contains("crowd-d"))) {
      assertThat(shown).as("immunotherapy has begun").contains("C01", "C05").doesNotContain("C26");
    } else {
      assertThat(shown).isEqualTo(cards(post(chart.service(), sample)));
    }
  }

  @Test
  void aWrongTokenIsRefusedAndSaid() {
    if (!ehr.token().isEmpty()) {
      EhrChart chart = CHARTS.getFirst();
      String call = chart.call(ehr, Map.of()).replace(ehr.token(), "another-token");
      HttpResponse<String> answer = send(chart.service(), call);

      assertThat(answer.statusCode()).isEqualTo(412);
      assertThat(answer.body()).contains("the FHIR server refused the token");
    }
  }

  private String answer(EhrChart chart, Map<String, String> prefetch) {
    return post(chart.service(), chart.call(ehr, prefetch));
  }

  private String post(String service, String call) {
    HttpResponse<String> answer = send(service, call);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> send(String service, String call) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/cds-services/" + service))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(call))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> cards(String answer) {
    JsonNode cards = JSON.readTree(answer).path("cards");
    return cards
        .valueStream()
        .map(card -> card.at("/extension/org.omscds.explanation/card").asString())
        .toList();
  }
}
