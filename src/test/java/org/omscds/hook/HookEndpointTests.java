package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HookEndpointTests {

  private static final HookRequests WHOLE = HookRequests.whole();
  private static final String SERVICE = ServiceClient.SERVICE;

  @LocalServerPort private int port;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  /** cds-hooks_2.0@4 to @13. */
  @Test
  void discoveryIsServedAsItStands() throws Exception {
    HttpResponse<String> response = client.get("/cds-services");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(ServiceClient.json(response).path("services").isArray()).isTrue();
    assertThat(response.body())
        .isEqualTo(
            new ClassPathResource("cds-services.json").getContentAsString(StandardCharsets.UTF_8));
  }

  private static final String CARRYING =
      "{\"userId\":\"Practitioner/7\",\"patientId\":\"p1\",\"encounterId\":\"e1\","
          + "\"selections\":[],\"draftOrders\":{\"resourceType\":\"Bundle\"},"
          + "\"conditions\":{\"resourceType\":\"Bundle\"}}";

  /** cds-hooks_2.0@16 and @74. */
  @Test
  void everyServiceOfTheDiscoveryAnswers() {
    JsonNode services = ServiceClient.json(client.get("/cds-services")).path("services");
    assertThat(services.values())
        .isNotEmpty()
        .allSatisfy(service -> {
          String body =
              WHOLE.with("hook", service.path("hook").toString()).with("context", CARRYING).json();
          String path = "/cds-services/" + service.path("id").asString();
          HttpResponse<String> response =
              client.post(path, body, "Content-Type", "application/json");
          assertThat(response.statusCode()).isEqualTo(200);
          assertThat(ServiceClient.json(response).path("cards").isArray()).isTrue();
        });
  }

  @Test
  void aVisitThatBeginsMustBeNamed() {
    String body =
        WHOLE
            .with("hook", "\"encounter-start\"")
            .with("context", "{\"userId\":\"Practitioner/7\",\"patientId\":\"p1\"}")
            .json();
    HttpResponse<String> response =
        client.post("/cds-services/oms-encounter-start", body, "Content-Type", "application/json");
    assertThat(ServiceClient.outcome(response, 400)).contains("context.encounterId");
  }

  @Test
  void theStartOfAVisitShowsWhatTheOpenedChartShowsButNoImagingGapOfItsOwn() {
    JsonNode sample = ServiceClient.json(client.get("/samples/typical-toddler"));
    ObjectNode visit = ((ObjectNode) sample).put("hook", "encounter-start");
    ((ObjectNode) visit.get("context")).put("encounterId", "e1");
    HttpResponse<String> response =
        client.post(
            "/cds-services/oms-encounter-start",
            visit.toString(),
            "Content-Type",
            "application/json");
    List<String> cards =
        ServiceClient.json(response)
            .path("cards")
            .valueStream()
            .map(card -> card.at("/extension/org.omscds.explanation/card").asString())
            .toList();
    assertThat(cards).containsExactly("C01", "C26");
  }

  @Test
  void theAnswerSaysForWhichDayItHoldsAndWhatWasNotLookedAt() {
    JsonNode extension = ServiceClient.json(client.call(WHOLE.json())).path("extension");
    assertThat(extension.path("org.omscds.consultation").path("date").asString())
        .isEqualTo("2026-11-20");
    List<String> gaps =
        extension
            .path("org.omscds.gaps")
            .path("gaps")
            .valueStream()
            .map(gap -> gap.path("what").asString())
            .toList();
    assertThat(gaps).contains("observations", "immunizations").doesNotContain("conditions");
    assertThat(extension.path("org.omscds.gaps").path("gaps").values())
        .allSatisfy(
            gap -> assertThat(gap.propertyNames()).containsExactly("what", "reason", "detail"));
  }

  @Test
  void theFormOfTheAnswerDoesNotDependOnWhatTheClientAccepts() {
    for (String accepted :
        List.of("application/json", "text/html", "application/fhir+xml", "*/*")) {
      HttpResponse<String> response =
          client.post(
              SERVICE, WHOLE.json(), "Content-Type", "application/json", "Accept", accepted);
      assertThat(response.statusCode()).as(accepted).isEqualTo(200);
      assertThat(ServiceClient.json(response).has("cards")).isTrue();
      ServiceClient.outcome(client.get("/nothing", "Accept", accepted), 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "application/json; charset=ISO-8859-1",
        "Application/JSON",
        "application/fhir+json",
        "application/vnd.example+json;charset=UTF-8"
      })
  void jsonIsTakenUnderEveryNameOfIt(String contentType) {
    assertThat(client.post(SERVICE, WHOLE.json(), "Content-Type", contentType).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatDoesNotSayWhatItIsIsTakenForJson() {
    assertThat(client.post(SERVICE, WHOLE.json()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/*",
        "application/*+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "nonsense"
      })
  void anythingElseIsRefusedAsMediaType(String contentType) {
    assertThat(
            ServiceClient.outcome(
                client.post(SERVICE, WHOLE.json(), "Content-Type", contentType), 415))
        .contains("application/json");
  }

  @Test
  void aCompressedBodyIsRefusedAsMediaType() {
    assertThat(
            ServiceClient.outcome(
                client.post(SERVICE, WHOLE.json(), "Content-Encoding", "gzip"), 415))
        .contains("compressed");
  }

  /** Each body with which the service is called, the status, and words of the outcome. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet("empty", "", 400, "empty"),
        argumentSet("malformed", "{\"hook\":\n nope}", 400, "line 2, column"),
        argumentSet("cut off", "{\"hook\":\"patient-view\"", 400, "line 1, column"),
        argumentSet("more follows", WHOLE.json() + "{}", 400, "follows the end"),
        argumentSet("no object", "[]", 400, "one JSON object"),
        argumentSet("hook a number", WHOLE.with("hook", "1").json(), 400, "'hook'"),
        argumentSet("prefetch a list", WHOLE.with("prefetch", "[]").json(), 400, "'prefetch'"),
        argumentSet("context a text", WHOLE.with("context", "\"a\"").json(), 400, "'context'"),
        argumentSet("no instance", WHOLE.without("hookInstance").json(), 400, "'hookInstance'"),
        argumentSet("no context", WHOLE.without("context").json(), 400, "'context'"),
        argumentSet("no server", WHOLE.without("fhirServer").json(), 400, "fhirServer"),
        argumentSet("too deep", "{\"a\":" + "[".repeat(100_000), 400, "nested deeper"),
        argumentSet("number", "{\"hook\":1" + "0".repeat(5000) + "}", 400, "A number"),
        argumentSet(
            "another hook",
            WHOLE.with("hook", "\"order-sign\"").json(),
            400,
            "answers the hook 'patient-view', not 'order-sign'"),
        argumentSet(
            "an odd hook",
            WHOLE.with("hook", "\"<b>Zz-chart-text</b>\"").json(),
            400,
            "not a plain"),
        argumentSet("no prefetch", WHOLE.without("prefetch").json(), 412, "'patient': absent"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aCallThatCannotBeAnsweredIsRefusedByName(String body, int status, String words) {
    assertThat(ServiceClient.outcome(client.call(body), status)).contains(words);
  }

  @Test
  void anUnknownServiceIsNotFoundAndTheKnownOnesAreListed() {
    assertThat(ServiceClient.outcome(client.post("/cds-services/zap", WHOLE.json()), 404))
        .contains("'zap'", "oms-patient-view");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/cds-services/oms-patient-view/nothing", "/cds-services/", "/error"})
  void anUnknownPathIsNotFound(String path) {
    ServiceClient.outcome(client.get(path), 404);
    ServiceClient.outcome(client.post(path, WHOLE.json()), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void aServiceTakesPostOnly(String method) {
    HttpResponse<String> response = client.send(method, SERVICE, BodyPublishers.noBody());
    assertThat(ServiceClient.outcome(response, 405)).contains("It takes POST");
    assertThat(response.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void discoveryTakesGetOnly() {
    HttpResponse<String> response = client.post("/cds-services", "{}");
    assertThat(ServiceClient.outcome(response, 405)).contains("'POST'");
    assertThat(response.headers().firstValue("Allow").orElse(""))
        .contains("GET")
        .doesNotContain("POST");
  }

  @Test
  void aRefusedCallLeavesTheServiceReadyForTheNext() {
    for (int round = 0; round < 20; round++) {
      ServiceClient.outcome(client.call("{\"hook\":" + "[".repeat(round * 40)), 400);
      assertThat(client.call(WHOLE.json()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void invalidFhirIsForgiven() {
    Map<String, String> odd =
        Map.of(
            "patient", HookRequests.PATIENT,
            "conditions", "{\"resourceType\":\"Bundle\",\"entry\":[7,{\"resource\":[]},null]}",
            "observations", "{\"resourceType\":\"Observation\",\"code\":\"x\",\"category\":{}}",
            "medicationRequests", "[1,[2]]",
            "procedures", "\"none\"",
            "allergies", "{\"resourceType\":7}");
    assertThat(client.call(WHOLE.withPrefetch(odd).json()).statusCode()).isEqualTo(200);
  }
}
