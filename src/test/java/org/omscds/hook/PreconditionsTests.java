package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.omscds.fhir.PrefetchKey;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a missing prefetch key does to a call (cds-hooks_2.0@48 to @54). */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PreconditionsTests {

  private static final String ABSENT = "";
  private static final String FAILED =
      """
      {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"timeout",\
      "diagnostics":"Zz-chart-text"}]}\
      """;
  private static final String PAGED =
      """
      {"resourceType":"Bundle","type":"searchset","entry":[],\
      "link":[{"relation":"next","url":"https://ehr.example.org/r4?page=2"}]}\
      """;

  @LocalServerPort private int port;

  /** Each value of the patient key without which no consultation is held. */
  static Stream<Arguments> missingPatients() {
    return Stream.of(
        argumentSet("absent", ABSENT, "'patient': absent"),
        argumentSet("null", "null", "'patient': null"),
        argumentSet("failed", FAILED, "reported an error (timeout)"),
        argumentSet("no FHIR", "\"p1\"", "not a FHIR resource"),
        argumentSet("no resource", "{\"id\":\"p1\"}", "not a FHIR resource"),
        argumentSet("empty Bundle", HookRequests.EMPTY_BUNDLE, "holds no Patient resource"),
        argumentSet(
            "Condition", "{\"resourceType\":\"Condition\",\"id\":\"p1\"}", "holds no Patient"),
        argumentSet("another", "{\"resourceType\":\"Patient\",\"id\":\"Zz9\"}", "whose id is not"),
        argumentSet("without id", "{\"resourceType\":\"Patient\"}", "whose id is not"));
  }

  @ParameterizedTest
  @MethodSource("missingPatients")
  void withoutThePatientThereIsNoConsultation(String patient, String words) {
    HttpResponse<String> response = call(patient, HookRequests.CONDITIONS, "null");
    assertThat(ServiceClient.outcome(response, 412)).contains("Prefetch key 'patient'", words);
    assertThat(response.body()).doesNotContain("p1", "Zz9");
  }

  @Test
  void aPatientInABundleIsThePatient() {
    String bundle =
        "{\"resourceType\":\"Bundle\",\"entry\":["
            + "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"other\"}},"
            + "{\"resource\":"
            + HookRequests.PATIENT
            + "}]}";
    assertThat(call(bundle, "null", ABSENT).statusCode()).isEqualTo(200);
  }

  static Stream<Arguments> missingFindings() {
    return Stream.of(
        argumentSet(
            "both absent", ABSENT, ABSENT, "'conditions': absent", "'observations': absent"),
        argumentSet("both failed", FAILED, FAILED, "'conditions': the EHR", "(timeout)"),
        argumentSet("one of each", FAILED, ABSENT, "'conditions': the EHR", "'observations': abs"),
        argumentSet("no FHIR", "7", "{}", "'conditions': the value", "'observations': the value"));
  }

  @ParameterizedTest
  @MethodSource("missingFindings")
  void withoutConditionsAndObservationsThereIsNoConsultation(
      String conditions, String observations, String words, String moreWords) {
    HttpResponse<String> response = call(HookRequests.PATIENT, conditions, observations);
    assertThat(ServiceClient.outcome(response, 412)).contains(words, moreWords);
  }

  /** Known to be empty is not missing: the answer is an empty list, not 412. */
  @ParameterizedTest
  @ValueSource(strings = {"null", HookRequests.EMPTY_BUNDLE})
  void knownToBeEmptyIsNotMissing(String empty) {
    HttpResponse<String> response = call(HookRequests.PATIENT, empty, empty);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(gaps(response)).doesNotContainKeys("conditions", "observations");
  }

  /** One of the two is enough, and the other becomes a gap that says why. */
  @Test
  void whatElseIsMissingIsAGapInTheAnswer() {
    assertThat(gaps(call(HookRequests.PATIENT, "null", ABSENT)))
        .containsEntry("observations", "NOT_SUPPLIED")
        .containsEntry("procedures", "NOT_SUPPLIED")
        .doesNotContainKey("conditions");
    assertThat(gaps(call(HookRequests.PATIENT, FAILED, "null")))
        .containsEntry("conditions", "FAILED");
    assertThat(gaps(call(HookRequests.PATIENT, PAGED, "null")))
        .containsEntry("conditions", "PARTIAL");
    assertThat(gaps(call(HookRequests.PATIENT, PAGED, ABSENT)))
        .containsEntry("conditions", "PARTIAL")
        .containsEntry("observations", "NOT_SUPPLIED");
  }

  @Test
  void theGapsAreLeftOutWhereThereAreNone() {
    Map<String, String> values = new LinkedHashMap<>();
    for (PrefetchKey key : PrefetchKey.values()) {
      values.put(key.key(), "null");
    }
    values.put("patient", HookRequests.PATIENT);
    HttpResponse<String> response =
        new ServiceClient(port).call(HookRequests.whole().withPrefetch(values).json());
    assertThat(ServiceClient.json(response).path("extension").propertyNames())
        .containsExactly("org.omscds.consultation");
    assertThat(ServiceClient.json(response).path("cards").isArray()).isTrue();
  }

  @Test
  void noDetailOfAnErrorThatTheClientSentComesBack() {
    assertThat(call(HookRequests.PATIENT, FAILED, "null").body())
        .doesNotContain(HookRequests.CHART_TEXT);
  }

  private HttpResponse<String> call(String patient, String conditions, String observations) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("patient", patient);
    values.put("conditions", conditions);
    values.put("observations", observations);
    values.values().removeIf(ABSENT::equals);
    return new ServiceClient(port).call(HookRequests.whole().withPrefetch(values).json());
  }

  private static Map<String, String> gaps(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Map<String, String> gaps = new LinkedHashMap<>();
    for (JsonNode gap :
        ServiceClient.json(response).path("extension").path("org.omscds.gaps").path("gaps")) {
      gaps.put(gap.path("what").asString(), gap.path("reason").asString());
    }
    return gaps;
  }
}
