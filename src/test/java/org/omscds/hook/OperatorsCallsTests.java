package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.omscds.trust.TestTokens;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Operators who call from the workbench of a service whose callers authenticate. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorsCallsTests {

  static final String PASSWORD = "correct horse battery staple";
  private static final String[] FROM_THE_PAGE = {"X-OMS-CDS-Workbench", "1"};
  private static final String TODDLER =
      Charts.request(Path.of("src/main/resources/samples/typical-toddler.json")).toString();

  private static FetchingService service;

  @BeforeAll
  static void start() {
    Map<String, Object> settings = settings();
    settings.put("omscds.audit.enabled", "true");
    settings.put("omscds.audit.key", "0123456789abcdef0123456789abcdef");
    service = FetchingService.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** A service with two operators and a workbench. */
  static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    settings.put("omscds.trust.clients.ehr.issuer", TestTokens.ISSUER);
    settings.put(
        "omscds.trust.clients.ehr.jwks", TestTokens.published(TestTokens.EC384, TestTokens.RSA));
    String password = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    settings.put("omscds.trust.operators.ada", password);
    settings.put("omscds.trust.operators.grace", password);
    settings.put("omscds.workbench.enabled", "true");
    return settings;
  }

  private static String[] as(String login, String... more) {
    String encoded =
        Base64.getEncoder()
            .encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return Stream.concat(Stream.of("Authorization", "Basic " + encoded), Stream.of(more))
        .toArray(String[]::new);
  }

  private static HttpResponse<String> post(String path, String body, String... headers) {
    return service.client().post(path, body, headers);
  }

  @Test
  void anOperatorGetsWhatThePageNeeds(CapturedOutput output) {
    String[] ada = as("ada", FROM_THE_PAGE);
    for (String path : List.of("/", "/samples", "/cds-services", "/samples/typical-toddler")) {
      assertThat(service.client().get(path, ada).statusCode()).as(path).isEqualTo(200);
    }
    JsonNode cards = ServiceClient.json(post(ServiceClient.SERVICE, TODDLER, ada)).path("cards");
    assertThat(cards).hasSize(3);
    assertThat(post("/explanations/oms-patient-view", TODDLER, ada).statusCode()).isEqualTo(200);
    assertThat(output.getOut()).contains("client=workbench", "workbench/ada");
  }

  @Test
  void theAnswerOfOneSilencesNothingOfAnother() {
    String[] ada = as("ada", FROM_THE_PAGE);
    JsonNode first = ServiceClient.json(post(ServiceClient.SERVICE, TODDLER, ada)).at("/cards/0");
    Recorded.by(service.context());
    String answer =
        """
        {"feedback": [{"card": "%s", "outcome": "overridden", "outcomeTimestamp": "%s"}]}
        """
            .formatted(first.path("uuid").asString(), service.time().instant());
    assertThat(post(ServiceClient.SERVICE + "/feedback", answer, ada).statusCode()).isEqualTo(200);
    assertThat(post(ServiceClient.SERVICE, TODDLER, ada).body())
        .doesNotContain(first.path("summary").asString());
    assertThat(post(ServiceClient.SERVICE, TODDLER, as("grace", FROM_THE_PAGE)).body())
        .contains(first.path("summary").asString());
  }

  @Test
  void strangersAndForeignPagesAreRefused() {
    assertRefused(post(ServiceClient.SERVICE, TODDLER, FROM_THE_PAGE));
    assertRefused(post(ServiceClient.SERVICE, TODDLER, as("eve", FROM_THE_PAGE)));
    assertRefused(post(ServiceClient.SERVICE, TODDLER, as("ada")));
    HttpResponse<String> preflight =
        service
            .client()
            .send(
                "OPTIONS",
                ServiceClient.SERVICE,
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                "Origin",
                "https://sandbox.cds-hooks.org",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "x-oms-cds-workbench");
    assertThat(preflight.statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenIsTakenAsBefore() {
    String token = TestTokens.at(service.time().instant(), ServiceClient.SERVICE).text();
    assertThat(
            post(ServiceClient.SERVICE, TODDLER, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(ServiceClient.outcome(answer, 401).strip())
        .isEqualTo("The call is not authenticated.");
  }
}
