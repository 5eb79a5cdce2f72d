package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.trust.TestTokens;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service as a hospital runs it: clients authenticate, and each may do what is set for it. */
@ExtendWith(OutputCaptureExtension.class)
class TrustTests {

  private static final String VIEW = "/cds-services/oms-patient-view";
  private static final String SANDBOX = "https://sandbox.cds-hooks.org";

  private static FetchingService service;
  private static FakeFhirServer fhir;

  @BeforeAll
  static void start() {
    fhir = new FakeFhirServer().on("Patient", HookRequests.PATIENT);
    String host = fhir.base().replace("/fhir", "");
    Map<String, Object> settings = new TreeMap<>();
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    client(settings, "ehr", TestTokens.ISSUER);
    settings.put("omscds.trust.clients.ehr.fhir-servers", host);
    client(settings, "narrow", "https://narrow.example.org");
    settings.put("omscds.trust.clients.narrow.services", "oms-order-sign");
    client(settings, "small", "https://small.example.org");
    settings.put("omscds.trust.clients.small.max-body-size", "200B");
    client(settings, "often", "https://often.example.org");
    settings.put("omscds.trust.clients.often.requests-per-minute", "2");
    client(settings, "sandbox", SANDBOX);
    settings.put("omscds.trust.clients.sandbox.jkus", SANDBOX + "/.well-known/jwks.json");
    settings.put("omscds.hook.max-concurrent-calls", "1");
    settings.put("omscds.hook.max-queued-calls", "0");
    settings.put("omscds.audit.enabled", "true");
    settings.put("omscds.audit.key", "0123456789abcdef0123456789abcdef");
    service = FetchingService.start(settings);
  }

  private static void client(Map<String, Object> settings, String name, String issuer) {
    settings.put("omscds.trust.clients." + name + ".issuer", issuer);
    settings.put(
        "omscds.trust.clients." + name + ".jwks",
        TestTokens.published(TestTokens.EC384, TestTokens.RSA));
  }

  @AfterAll
  static void stop() {
    service.close();
    fhir.close();
  }

  private static TestTokens token(String path) {
    return TestTokens.at(service.time().instant(), path);
  }

  private static String bearer(TestTokens token) {
    return "Bearer " + token.text();
  }

  private static HttpResponse<String> call(String issuer, String body) {
    return service
        .client()
        .post(
            VIEW,
            body,
            "Content-Type",
            "application/json",
            "Authorization",
            bearer(token(VIEW).claim("iss", issuer)));
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(ServiceClient.outcome(answer, 401).strip())
        .isEqualTo("The call is not authenticated.");
    assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /cds-services",
    "POST, /cds-services/oms-patient-view",
    "POST, /cds-services/nobody",
    "POST, /cds-services/oms-patient-view/feedback",
    "GET, /samples",
    "GET, /samples/typical-toddler",
    "GET, /nothing",
    "POST, /explanations/oms-patient-view",
    "GET, /explanations/schema",
    "OPTIONS, /cds-services"
  })
  void withoutATokenNothingIsAnswered(String method, String path) {
    assertRefused(service.client().send(method, path, BodyPublishers.ofString("{}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Basic dXNlcjpwYXNz",
        "bearer  two words",
        "Token abc"
      })
  void aWrongHeaderIsRefusedWithoutDetails(String header) {
    assertRefused(service.client().get("/cds-services", "Authorization", header));
  }

  @Test
  void theReasonIsInTheLogWithoutTheToken(CapturedOutput output) {
    String text = token(VIEW).text();
    assertRefused(service.client().get("/cds-services", "Authorization", "Bearer " + text));

    assertThat(output.getAll())
        .contains("refused status=401 reason=its aud is not what was called")
        .doesNotContain(text, text.substring(text.lastIndexOf('.') + 1), TestTokens.ISSUER);
  }

  @Test
  void aTokenInTheAddressIsNone() {
    assertRefused(
        service.client().get("/cds-services?access_token=" + token("/cds-services").text()));
  }

  @Test
  void aClientIsLetInOnceByEachToken() {
    String header = bearer(token("/cds-services"));
    assertThat(service.client().get("/cds-services", "Authorization", header).statusCode())
        .isEqualTo(200);
    assertRefused(service.client().get("/cds-services", "Authorization", header));
  }

  @Test
  void aClientCallsAServiceAndItsFhirServer(CapturedOutput output) {
    String body =
        HookRequests.whole()
            .with("fhirServer", "\"" + fhir.base() + "\"")
            .without("prefetch")
            .json();

    assertThat(call(TestTokens.ISSUER, body).statusCode()).isEqualTo(200);
    assertThat(output.getAll()).contains("client=ehr service=oms-patient-view");
  }

  /** Another client's FHIR server, and this machine, are no servers of this client. */
  @Test
  void aClientMayNotHaveAnothersServerAsked() {
    String body =
        HookRequests.whole()
            .with("fhirServer", "\"" + fhir.base() + "\"")
            .without("prefetch")
            .json();

    assertThat(ServiceClient.outcome(call(SANDBOX, body), 412))
        .contains("its FHIR server is not on the list");
  }

  @Test
  void theSandboxIsLetInWhereASiteConfiguresIt() {
    TestTokens token =
        token("/cds-services")
            .claim("iss", SANDBOX)
            .head("jku", SANDBOX + "/.well-known/jwks.json");

    assertThat(service.client().get("/cds-services", "Authorization", bearer(token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aServiceThatIsNotTheClientsIsForbidden() {
    assertThat(
            ServiceClient.outcome(
                call("https://narrow.example.org", HookRequests.whole().json()), 403))
        .contains("may not call the service 'oms-patient-view'");
  }

  @Test
  void aBodyLargerThanTheClientMaySendIsRefused() {
    assertThat(
            ServiceClient.outcome(
                call("https://small.example.org", HookRequests.whole().json()), 413))
        .contains("max-body-size");
  }

  @Test
  void aClientThatCallsTooOftenIsToldWhenToComeBack() {
    String path = "/cds-services";
    for (int i = 0; i < 2; i++) {
      assertThat(discovery("https://often.example.org").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = discovery("https://often.example.org");

    assertThat(ServiceClient.outcome(answer, 429)).contains("more often than it may");
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
    assertThat(discovery(TestTokens.ISSUER).statusCode()).as("another client").isEqualTo(200);
    service.time().pass(Duration.ofSeconds(31));
    assertThat(discovery("https://often.example.org").statusCode()).as(path).isEqualTo(200);
  }

  private static HttpResponse<String> discovery(String issuer) {
    return service
        .client()
        .get("/cds-services", "Authorization", bearer(token("/cds-services").claim("iss", issuer)));
  }

  /** The only place is taken by a call that waits for its FHIR server. */
  @Test
  void aCallThatFindsNoPlaceIsToldToComeBack() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    try (FakeFhirServer slow = new FakeFhirServer()) {
      fhir.on(
          "Immunization",
          exchange -> {
            taken.countDown();
            slow.hanging(() -> {}).answer(exchange);
          });
      String body = HookRequests.whole().with("fhirServer", "\"" + fhir.base() + "\"").json();
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() ->
              call(
                  TestTokens.ISSUER,
                  body.replace("patient/Patient.rs patient/Observation.rs", "patient/*.rs")));
      assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();

      HttpResponse<String> second = call(TestTokens.ISSUER, HookRequests.whole().json());

      assertThat(ServiceClient.outcome(second, 503)).contains("more calls than it can answer");
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      service.time().pass(Duration.ofSeconds(3));
      assertThat(first.get().statusCode()).isEqualTo(200);
    } finally {
      fhir.on("Immunization", FakeFhirServer.EMPTY);
    }
  }

  /** A browser asks before it calls, and reads refusals too. */
  @Test
  void browsersMayAskWithoutATokenAndReadTheRefusal() {
    for (String path : List.of("/cds-services", VIEW, VIEW + "/feedback")) {
      HttpResponse<String> preflight =
          service
              .client()
              .send(
                  "OPTIONS",
                  path,
                  BodyPublishers.noBody(),
                  "Origin",
                  SANDBOX,
                  "Access-Control-Request-Method",
                  "POST",
                  "Access-Control-Request-Headers",
                  "authorization,content-type");
      assertThat(preflight.statusCode()).as(path).isEqualTo(200);
    }
    HttpResponse<String> refused = service.client().get("/cds-services", "Origin", SANDBOX);
    assertRefused(refused);
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains(SANDBOX);
  }

  @Test
  void everyAnswerCarriesTheHeadersOfSecurityAndNoBanner() {
    for (HttpResponse<String> answer :
        List.of(
            discovery(TestTokens.ISSUER),
            service.client().get("/cds-services"),
            call(TestTokens.ISSUER, "{"))) {
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .contains("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void healthBuildAndMetricsStandOnAPortOfTheirOwnAndNothingElse() throws Exception {
    int port =
        Integer.parseInt(
            service.context().getEnvironment().getRequiredProperty("local.management.port"));
    for (String path :
        List.of("health", "health/liveness", "health/readiness", "info", "metrics")) {
      assertThat(management(port, path).statusCode()).as(path).isEqualTo(200);
    }
    for (String path : List.of("env", "beans", "heapdump", "loggers", "configprops", "shutdown")) {
      assertThat(management(port, path).statusCode()).as(path).isIn(401, 404);
    }
    assertThat(management(port, "info").body()).contains("\"knowledge\":{\"version\":\"2026.");
    assertThat(management(port, "health").body()).doesNotContain("disk", "path");
    assertRefused(service.client().get("/actuator/health"));
  }

  private static HttpResponse<String> management(int port, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
              .build(),
          BodyHandlers.ofString());
    }
  }

  /** A FHIR AuditEvent by HAPI's strict parser, and no patient or user in the clear. */
  @Test
  void theAuditTrailSaysWhoAskedAboutWhomAndWhatWasAnswered(CapturedOutput output) {
    call(TestTokens.ISSUER, HookRequests.whole().json());
    call(TestTokens.ISSUER, HookRequests.whole().with("prefetch", "{\"conditions\":null}").json());

    List<AuditEvent> events =
        output
            .getAll()
            .lines()
            .filter(line -> line.contains("\"AuditEvent\""))
            .map(line -> line.substring(line.indexOf('{')))
            .map(json ->
                FhirContext.forR4Cached()
                    .newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(AuditEvent.class, json))
            .toList();
    assertThat(events).hasSize(2);
    assertThat(events.getFirst().getOutcome().toCode()).isEqualTo("0");
    assertThat(events.getLast().getOutcome().toCode()).isEqualTo("4");
    assertThat(events.getFirst().getAgentFirstRep().getWho().getIdentifier().getValue())
        .isEqualTo("ehr");
    assertThat(events)
        .extracting(event -> event.getEntityFirstRep().getWhat().getIdentifier().getValue())
        .as("the same patient, the same pseudonym")
        .allSatisfy(pseudonym -> assertThat(pseudonym).matches("[0-9a-f]{32}"))
        .containsOnly(events.getFirst().getEntityFirstRep().getWhat().getIdentifier().getValue());
    assertThat(output.getAll()).doesNotContain("Patient/p1", "Practitioner/7", "\"p1\"");
  }

  @Test
  void aSignatureByAnotherAllowedAlgorithmIsTaken() {
    TestTokens token = token("/cds-services").signedBy(JWSAlgorithm.RS384, TestTokens.RSA);

    assertThat(service.client().get("/cds-services", "Authorization", bearer(token)).statusCode())
        .isEqualTo(200);
  }
}
