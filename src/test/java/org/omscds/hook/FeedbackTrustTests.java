package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.omscds.trust.TestTokens;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Who may send feedback, whose feedback counts, and who may see the statistics. */
class FeedbackTrustTests {

  private static final String VIEW = "/cds-services/oms-patient-view";
  private static final String FEEDBACK = VIEW + "/feedback";
  private static final String OTHER = "https://other.example.org";
  private static final String PASSWORD = "correct horse battery staple";
  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");

  private static FetchingService service;

  @BeforeAll
  static void start() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    for (String[] client : new String[][] {{"ehr", TestTokens.ISSUER}, {"other", OTHER}}) {
      settings.put("omscds.trust.clients." + client[0] + ".issuer", client[1]);
      settings.put(
          "omscds.trust.clients." + client[0] + ".jwks",
          TestTokens.published(TestTokens.EC384, TestTokens.RSA));
    }
    settings.put("omscds.trust.clients.other.services", "oms-patient-view");
    settings.put(
        "omscds.trust.operators.ada", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD));
    service = FetchingService.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<String> post(String issuer, String tenant, String path, String body) {
    String token =
        TestTokens.at(service.time().instant(), path)
            .claim("iss", issuer)
            .claim("tenant", tenant)
            .text();
    HttpResponse<String> response =
        service
            .client()
            .post(
                path, body, "Content-Type", "application/json", "Authorization", "Bearer " + token);
    Recorded.by(service.context());
    return response;
  }

  private static List<String> uuids(String issuer, String tenant) {
    HttpResponse<String> response = post(issuer, tenant, VIEW, Charts.request(TODDLER).toString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    List<String> uuids = new ArrayList<>();
    for (JsonNode card : ServiceClient.json(response).path("cards")) {
      uuids.add(card.path("uuid").asString());
    }
    return uuids;
  }

  private static String putAway(String uuid) {
    return CardClient.posted(
        CardClient.overridden(uuid, "specialist-aware", "", service.time().instant()));
  }

  @Test
  void feedbackNeedsATokenForItsOwnAddress() {
    assertThat(
            service
                .client()
                .post(FEEDBACK, putAway("x"), "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(401);
    String forTheCall = TestTokens.at(service.time().instant(), VIEW).text();
    assertThat(
            service
                .client()
                .post(
                    FEEDBACK,
                    putAway("x"),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + forTheCall)
                .statusCode())
        .isEqualTo(401);
    assertThat(post(TestTokens.ISSUER, "", FEEDBACK, putAway("x")).statusCode()).isEqualTo(200);
    assertThat(post(OTHER, "", "/cds-services/oms-order-sign/feedback", "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void feedbackOfAnotherClientOrTenantChangesNothing() {
    List<String> before = uuids(TestTokens.ISSUER, "north");
    assertThat(uuids(OTHER, "north")).doesNotContainAnyElementsOf(before);
    assertThat(uuids(TestTokens.ISSUER, "south")).doesNotContainAnyElementsOf(before);

    assertThat(post(OTHER, "north", FEEDBACK, putAway(before.getFirst())).statusCode())
        .isEqualTo(200);
    assertThat(post(TestTokens.ISSUER, "south", FEEDBACK, putAway(before.getFirst())).statusCode())
        .isEqualTo(200);
    assertThat(uuids(TestTokens.ISSUER, "north")).isEqualTo(before);

    post(TestTokens.ISSUER, "north", FEEDBACK, putAway(before.getFirst()));
    assertThat(uuids(TestTokens.ISSUER, "north")).doesNotContain(before.getFirst());
  }

  private static HttpResponse<String> page(String path, String login) {
    return service
        .client()
        .get(
            path,
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)),
            "X-OMS-CDS-Workbench",
            "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/statistics.json", "/statistics.csv", "/statistics"})
  void statisticsAreForOperators(String path) {
    HttpResponse<String> refused = service.client().get(path);
    assertThat(ServiceClient.outcome(refused, 401)).contains("omscds.trust.operators");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    assertThat(page(path, "ada:wrong").statusCode()).isEqualTo(401);
    assertThat(page(path, "eve:" + PASSWORD).statusCode()).isEqualTo(401);
    String client = "Bearer " + TestTokens.at(service.time().instant(), path).text();
    assertThat(service.client().get(path, "Authorization", client).statusCode()).isEqualTo(401);

    HttpResponse<String> shown = page(path, "ada:" + PASSWORD);
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'");
    assertThat(shown.headers().firstValue("Cache-Control"))
        .contains(path.contains(".") ? "no-store" : "no-cache");
  }

  @Test
  void anOperatorIsNoClientUnlessTheWorkbenchIsSetUp() {
    assertThat(page("/cds-services", "ada:" + PASSWORD).statusCode()).isEqualTo(401);
  }
}
