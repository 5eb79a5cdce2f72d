package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.fhir.server.FakeFhirServer.Behaviour;
import org.omscds.fhir.server.ManualTime;
import tools.jackson.databind.JsonNode;

/**
 * What the service does when the FHIR server of a call fails, in each of the ways in which servers
 * do. Every row of the table in docs/operations.md is one case here: the fault strikes the
 * conditions, or the patient, of a child with abnormal eyes in the observations.
 */
class FaultTests {

  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"2024-11-01\"}";
  private static final String EYES =
      bundle(
          "",
          "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"subject\":"
              + "{\"reference\":\"Patient/p1\"},\"effectiveDateTime\":\"2026-11-18\","
              + "\"code\":{\"text\":\"Opsoclonus\"},\"valueString\":\"present\"}");
  private static final String ATAXIA =
      "{\"resourceType\":\"Condition\",\"id\":\"c1\",\"subject\":{\"reference\":\"Patient/p1\"},"
          + "\"recordedDate\":\"2026-11-17\",\"code\":{\"text\":\"Ataxia\"}}";
  private static final String MARKER = "Zz-server-text";

  private static FetchingService service;

  private FakeFhirServer server;

  @BeforeAll
  static void start() {
    service =
        FetchingService.start(
            Map.of(
                "omscds.fhir.max-response-size",
                "64KB",
                "omscds.trust.fhir-servers",
                "https://no-such-host.invalid,https://" + FetchingService.REBOUND));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void open() {
    server = new FakeFhirServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /**
   * A fault and what it comes to.
   *
   * @param behaviour how the server answers, given itself and the time that a test may let pass
   * @param onConditions the gap that the answer names, or the empty text where there is none
   * @param onPatient the status where it strikes the patient
   */
  record Fault(String name, Making behaviour, String onConditions, int onPatient) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Makes a behaviour for one server and the time of the test. */
  interface Making {
    Behaviour of(FakeFhirServer server, ManualTime time);
  }

  private static Fault fault(String name, Behaviour behaviour, String onConditions) {
    return new Fault(name, (_, _) -> behaviour, onConditions, 412);
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "slow: 3 seconds for an answer",
            (server, time) -> server.hanging(() -> time.pass(Duration.ofSeconds(3))),
            "the FHIR server did not answer in time",
            412),
        new Fault(
            "hangs in the middle of its answer",
            (server, time) -> server.hangingInTheMiddle(() -> time.pass(Duration.ofSeconds(3))),
            "the FHIR server did not answer in time",
            412),
        fault("401", FakeFhirServer.status(401), "the FHIR server refused the token"),
        fault("403", FakeFhirServer.status(403), "the FHIR server does not allow it"),
        fault("404", FakeFhirServer.status(404), "the FHIR server does not have it"),
        fault("400", FakeFhirServer.status(400), "the FHIR server does not take the query"),
        fault("429 without Retry-After", FakeFhirServer.status(429), "the FHIR server is too busy"),
        fault(
            "429, Retry-After later than the deadline",
            retryAfter("120"),
            "the FHIR server is too busy"),
        new Fault("429, Retry-After 1 second, then it answers", FaultTests::busyOnce, "", 200),
        fault("500", FakeFhirServer.status(500), "the FHIR server failed"),
        fault("503", FakeFhirServer.status(503), "the FHIR server is too busy"),
        fault(
            "half of the answer, then the connection ends",
            FakeFhirServer.half(bundle("", ATAXIA)),
            "the answer of the FHIR server broke off"),
        fault(
            "JSON that ends too early",
            FakeFhirServer.json("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"re"),
            "the answer of the FHIR server broke off"),
        fault(
            "malformed JSON",
            FakeFhirServer.json("{\"resourceType\":\"Bundle\",,\"" + MARKER + "\"}"),
            "the FHIR server did not answer in FHIR JSON"),
        fault(
            "JSON that is no FHIR",
            FakeFhirServer.json("{\"" + MARKER + "\":1}"),
            "the FHIR server did not answer in FHIR JSON"),
        fault(
            "an empty answer",
            FakeFhirServer.json(""),
            "the FHIR server did not answer in FHIR JSON"),
        fault(
            "wrong content type (XML)",
            FakeFhirServer.of(200, "application/fhir+xml", "<Bundle/>"),
            "the FHIR server did not answer in FHIR JSON"),
        fault(
            "an HTML page with status 200",
            FakeFhirServer.of(200, "text/html", "<html>" + MARKER + "</html>"),
            "the FHIR server did not answer in FHIR JSON"),
        fault(
            "a redirect",
            redirect("http://127.0.0.1:1/" + MARKER),
            "the FHIR server points elsewhere, which is not followed"),
        fault(
            "a giant Bundle",
            FakeFhirServer.json(bundle("\"language\":\"" + "x".repeat(70_000) + "\",", ATAXIA)),
            "the answer of the FHIR server is too large"),
        fault(
            "an OperationOutcome with status 200",
            FakeFhirServer.json(
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                    + "\"code\":\"timeout\",\"diagnostics\":\""
                    + MARKER
                    + "\"}]}"),
            "the EHR reported an error (timeout)"));
  }

  private static Behaviour busyOnce(FakeFhirServer server, ManualTime time) {
    AtomicInteger times = new AtomicInteger();
    return exchange -> {
      if (times.incrementAndGet() == 1) {
        retryAfter("1").answer(exchange);
        while (time.waiting() < 2) {
          Thread.onSpinWait();
        }
        time.pass(Duration.ofSeconds(1));
      } else {
        boolean patient = exchange.getRequestURI().getPath().contains("/Patient/");
        FakeFhirServer.json(patient ? PATIENT : bundle("", ATAXIA)).answer(exchange);
      }
    };
  }

  private static Behaviour retryAfter(String seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", seconds);
      FakeFhirServer.status(429).answer(exchange);
    };
  }

  private static Behaviour redirect(String address) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", address);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheConditionsLeavesTheRestAndIsSaid(Fault fault) {
    server.on("Condition", fault.behaviour().of(server, service.time()));

    HttpResponse<String> answer = service.client().call(withoutConditions().json());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(MARKER);
    assertThat(server.asked("Condition")).hasSize(fault.onConditions().isEmpty() ? 2 : 1);
    List<String> cards = cards(answer);
    if (fault.onConditions().isEmpty()) {
      assertThat(cards).contains("C02");
      assertThat(gap(answer, "conditions")).isEmpty();
    } else {
      assertThat(cards).as("the eyes alone").containsExactly("C04");
      assertThat(gap(answer, "conditions")).endsWith(fault.onConditions());
      assertThat(detail(answer)).contains("**Not looked at**", "conditions", fault.onConditions());
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfThePatientIsAFailedPrecondition(Fault fault) {
    server.on("Condition", bundle("", ATAXIA)).on("Observation", EYES);
    server.on("Patient", fault.behaviour().of(server, service.time()));

    HttpResponse<String> answer = call();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(fault.onPatient());
    assertThat(answer.body()).doesNotContain(MARKER);
    if (fault.onPatient() == 412) {
      assertThat(ServiceClient.outcome(answer, 412)).contains(fault.onConditions());
    }
  }

  /**
   * A call that cannot fetch, or fetches what it must not use, and the gap that it comes to.
   *
   * @param change makes the call of a whole one, for the server of the test
   */
  record Barrier(
      String name, BiFunction<HookRequests, FakeFhirServer, HookRequests> change, String gap) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HookRequests token(HookRequests call, String members) {
    return call.with(
        "fhirAuthorization",
        "{\"access_token\":\"Zz-token\",\"token_type\":\"Bearer\",\"subject\":\"oms-cds\","
            + members
            + "}");
  }

  static Stream<Barrier> barriers() {
    return Stream.of(
        new Barrier(
            "the connection is refused",
            (call, server) -> {
              server.close();
              return call;
            },
            "the FHIR server could not be reached"),
        new Barrier(
            "its name is not known (DNS)",
            (call, _) -> call.with("fhirServer", "\"https://no-such-host.invalid/fhir\""),
            "the FHIR server could not be reached"),
        new Barrier(
            "its name leads to a private or link-local address",
            (call, _) ->
                call.with("fhirServer", "\"https://" + FetchingService.REBOUND + "/fhir\""),
            "the name of its FHIR server leads to an address that is not asked"),
        new Barrier(
            "it is on no list",
            (call, _) -> call.with("fhirServer", "\"https://ehr.example.org/fhir\""),
            "its FHIR server is not on the list of servers that this service may ask"),
        new Barrier(
            "the token has run out",
            (call, _) -> token(call, "\"expires_in\":0,\"scope\":\"patient/*.rs\""),
            "its token had run out"),
        new Barrier(
            "the token cannot stand in a header",
            (call, _) ->
                call.with(
                    "fhirAuthorization",
                    HookRequests.AUTHORIZATION.replace("opaque", "a\\r\\nX-Zz: 1")),
            "its token cannot be used"),
        new Barrier(
            "the token is for another patient",
            (call, _) ->
                token(call, "\"expires_in\":300,\"scope\":\"patient/*.rs\",\"patient\":\"p2\""),
            "its token is for another patient"),
        new Barrier(
            "the scopes leave the conditions out",
            (call, _) -> token(call, "\"expires_in\":300,\"scope\":\"patient/Observation.rs\""),
            "the scopes of its token do not allow it"),
        new Barrier(
            "the scopes allow a part of the conditions",
            (call, _) ->
                token(
                    call,
                    "\"expires_in\":300,\"scope\":"
                        + "\"patient/Condition.rs?category=encounter-diagnosis\""),
            "the scopes of the token allow only a part"),
        new Barrier(
            "pages without an end",
            (call, server) -> {
              AtomicInteger page = new AtomicInteger();
              server.on(
                  "Condition",
                  exchange ->
                      FakeFhirServer.json(
                              paged(server.base() + "/Condition?p=" + page.incrementAndGet()))
                          .answer(exchange));
              return call;
            },
            "only the first 10 pages could be read: this service reads no more"),
        new Barrier(
            "pages in a circle",
            (call, server) -> {
              server.on("Condition", paged(server.base() + "/Condition?p=1"));
              return call;
            },
            "only the first 2 pages could be read: the server gives the same page again"),
        new Barrier(
            "the next page is on another server",
            (call, server) -> {
              server.on("Condition", paged("http://127.0.0.1:1/fhir/Condition?p=2"));
              return call;
            },
            "only the first page could be read: the next is not on the same server, and is not"
                + " followed"),
        new Barrier(
            "the second page fails",
            (call, server) -> {
              server.on(
                  "Condition",
                  exchange ->
                      (exchange.getRequestURI().getQuery().contains("p=2")
                              ? FakeFhirServer.status(500)
                              : FakeFhirServer.json(paged(server.base() + "/Condition?p=2")))
                          .answer(exchange));
              return call;
            },
            "only the first page could be read: the FHIR server failed"),
        new Barrier(
            "it answers with conditions of another patient",
            (call, server) -> {
              server.on(
                  "Condition",
                  bundle(
                      "",
                      ATAXIA.replace("/p1", "/p2"),
                      ATAXIA.replace("/p1", "/p2").replace("c1", "c2")));
              return call;
            },
            "2 of type Condition of another patient were left out"));
  }

  private static String paged(String next) {
    return bundle("\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}],");
  }

  @ParameterizedTest
  @MethodSource("barriers")
  void whatStandsInTheWayIsSaid(Barrier barrier) {
    HookRequests call = barrier.change().apply(withoutConditions(), server);

    HttpResponse<String> answer = service.client().call(call.json());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(cards(answer)).containsExactly("C04");
    assertThat(gap(answer, "conditions")).endsWith(barrier.gap());
    assertThat(answer.body()).doesNotContain("Zz-token", "X-Zz");
  }

  /** The worst fault of all: the chart of another child. */
  @Test
  void anotherPatientIsNoAnswer() {
    server.on("Patient", PATIENT.replace("p1", "p2")).on("Observation", EYES);

    assertThat(ServiceClient.outcome(call(), 412)).contains("whose id is not the one of context");
  }

  /** The table of the documentation is what was seen here. */
  @Test
  void theTableOfTheDocumentationHoldsEveryFault() throws IOException {
    String document = Files.readString(Path.of("docs/operations.md"));
    String faults =
        faults()
            .map(fault ->
                "| %s | %s | %d |\n"
                    .formatted(fault.name(), words(fault.onConditions()), fault.onPatient()))
            .collect(Collectors.joining());
    String barriers =
        barriers()
            .map(barrier -> "| %s | \"%s\" |\n".formatted(barrier.name(), barrier.gap()))
            .collect(Collectors.joining());

    assertThat(document).contains(faults).contains(barriers);
  }

  private static String words(String gap) {
    return gap.isEmpty() ? "read, nothing is missing" : '"' + gap + '"';
  }

  private HookRequests withoutConditions() {
    return HookRequests.whole()
        .with("fhirServer", "\"" + server.base() + "\"")
        .without("fhirAuthorization")
        .withPrefetch(Map.of("patient", PATIENT, "observations", EYES));
  }

  private HttpResponse<String> call() {
    return service
        .client()
        .call(
            HookRequests.whole()
                .with("fhirServer", "\"" + server.base() + "\"")
                .without("fhirAuthorization")
                .without("prefetch")
                .json());
  }

  private static String bundle(String members, String... resources) {
    return Stream.of(resources)
        .map(each -> "{\"resource\":" + each + "}")
        .collect(
            Collectors.joining(
                ",", "{\"resourceType\":\"Bundle\"," + members + "\"entry\":[", "]}"));
  }

  private static List<String> cards(HttpResponse<String> answer) {
    return ServiceClient.json(answer)
        .path("cards")
        .valueStream()
        .map(card -> card.at("/extension/org.omscds.explanation/card").asString())
        .toList();
  }

  private static String detail(HttpResponse<String> answer) {
    return ServiceClient.json(answer).at("/cards/0/detail").asString().replace("\\", "");
  }

  private static String gap(HttpResponse<String> answer, String what) {
    return ServiceClient.json(answer)
        .at("/extension/org.omscds.gaps/gaps")
        .valueStream()
        .filter(gap -> gap.path("what").asString().equals(what))
        .map((JsonNode gap) -> gap.path("detail").asString())
        .collect(Collectors.joining());
  }
}
