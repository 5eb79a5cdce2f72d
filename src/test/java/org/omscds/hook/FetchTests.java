package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.fhir.server.FakeFhirServer.Asked;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is fetched from the FHIR server of a call, how, and what is left alone. */
@ExtendWith(OutputCaptureExtension.class)
class FetchTests {

  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"birthDate\":\"2024-11-01\"}";

  private static FetchingService service;

  private FakeFhirServer server;

  @BeforeAll
  static void start() {
    service = FetchingService.start(Map.of("omscds.fhir.max-calls-per-server", 3));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void open() {
    server = new FakeFhirServer().on("Patient", PATIENT);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HookRequests call() {
    return HookRequests.whole()
        .with("fhirServer", "\"" + server.base() + "/\"")
        .with("fhirAuthorization", authorization("patient/*.rs"))
        .without("prefetch");
  }

  private static String authorization(String scope) {
    return "{\"access_token\":\"Zz-token\",\"token_type\":\"Bearer\",\"expires_in\":300,"
        + "\"scope\":\""
        + scope
        + "\",\"subject\":\"oms-cds\",\"patient\":\"p1\"}";
  }

  private HttpResponse<String> send(HookRequests call) {
    HttpResponse<String> answer = service.client().call(call.json());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static List<String> gaps(HttpResponse<String> answer) {
    return ServiceClient.json(answer)
        .at("/extension/org.omscds.gaps/gaps")
        .valueStream()
        .map(gap -> gap.path("what").asString() + ": " + gap.path("detail").asString())
        .toList();
  }

  private static String bundle(String... resources) {
    return Stream.of(resources)
        .map(each -> "{\"resource\":" + each + "}")
        .collect(Collectors.joining(",", "{\"resourceType\":\"Bundle\",\"entry\":[", "]}"));
  }

  /** All keys but the role of the user, who is a Practitioner; each with the token, once. */
  @Test
  void everyAbsentKeyIsFetchedOnceByItsTemplate(CapturedOutput output) {
    HttpResponse<String> answer = send(call());

    assertThat(output.getAll()).contains("service=oms-patient-view").doesNotContain("Zz-token");
    assertThat(gaps(answer)).isEmpty();
    assertThat(server.asked()).hasSize(PrefetchKey.values().length - 1);
    assertThat(server.asked()).extracting(Asked::bearer).containsOnly("Bearer Zz-token");
    assertThat(server.asked())
        .extracting(each -> each.path() + "?" + each.parameters())
        .doesNotHaveDuplicates()
        .contains(
            "/Patient/p1?",
            "/Condition?patient=p1",
            "/Observation?patient=p1&category=laboratory,exam,survey,procedure,imaging,therapy,"
                + "activity&_sort=-date&_count=200");
  }

  /** The list of codes makes an address of some 3,600 characters, which servers refuse. */
  @Test
  void aLongSearchIsPostedAsAForm() {
    send(call());

    List<Asked> posted =
        server.asked().stream().filter(each -> each.method().equals("POST")).toList();
    assertThat(posted).hasSize(1);
    assertThat(posted.getFirst().path()).isEqualTo("/Observation/_search");
    assertThat(posted.getFirst().parameters())
        .startsWith("patient=p1&code=http://human-phenotype-ontology.org|HP:");
  }

  @Test
  void theRoleOfTheUserIsReadWhereTheCallNamesOne() {
    send(
        call()
            .with("fhirAuthorization", authorization("user/*.read"))
            .with(
                "context", HookRequests.CONTEXT.replace("Practitioner/7", "PractitionerRole/r7")));

    assertThat(server.asked("PractitionerRole"))
        .extracting(Asked::path)
        .containsExactly("/PractitionerRole/r7");
  }

  /** Null, an error and a resource are answers; only what is absent is asked for. */
  @Test
  void whatTheClientSentIsNotAskedForAgain() {
    Map<String, String> prefetch = new LinkedHashMap<>();
    prefetch.put("patient", PATIENT);
    prefetch.put("conditions", "null");
    prefetch.put(
        "procedures",
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":"
            + "\"timeout\"}]}");
    prefetch.put("allergies", bundle());

    HttpResponse<String> answer = send(call().withPrefetch(prefetch));

    assertThat(server.asked("Patient")).isEmpty();
    assertThat(server.asked("Condition")).isEmpty();
    assertThat(server.asked("Procedure")).isEmpty();
    assertThat(server.asked("AllergyIntolerance")).isEmpty();
    assertThat(server.asked("Immunization")).hasSize(1);
    assertThat(gaps(answer)).containsExactly("procedures: the EHR reported an error (timeout)");
  }

  @Test
  void onlyWhatTheTokenAllowsIsAskedFor() {
    HttpResponse<String> answer =
        send(
            call()
                .with(
                    "fhirAuthorization",
                    authorization("patient/Patient.r patient/Condition.read launch")));

    assertThat(server.asked()).extracting(Asked::path).containsOnly("/Patient/p1", "/Condition");
    assertThat(gaps(answer))
        .contains(
            "observations: not supplied with the call; the scopes of its token do not allow it")
        .noneMatch(gap -> gap.startsWith("documentReferences"));
  }

  @Test
  void withoutATokenAnOpenServerIsAsked() {
    send(call().without("fhirAuthorization"));

    assertThat(server.asked()).extracting(Asked::bearer).containsOnly("");
  }

  @Test
  void aServerOnNoListIsNeverAsked() {
    HttpResponse<String> answer =
        service.client().call(call().with("fhirServer", "\"https://ehr.example.org/fhir\"").json());

    assertThat(ServiceClient.outcome(answer, 412))
        .contains("'patient': absent, and its FHIR server is not on the list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p1/../../admin", "..", "p1?x=1", "p 1", "p1#x"})
  void anIdThatCannotStandInAnAddressIsNotAskedFor(String id) {
    HttpResponse<String> answer =
        service
            .client()
            .call(
                call()
                    .without("fhirAuthorization")
                    .with("context", HookRequests.CONTEXT.replace("p1", id))
                    .json());

    assertThat(ServiceClient.outcome(answer, 412)).contains("cannot stand in an address");
    assertThat(server.asked()).isEmpty();
  }

  /** Pages that follow a fetched one, and pages that follow a prefetched one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesAreFollowed(boolean fetched) {
    String next =
        "\"link\":[{\"relation\":\"self\",\"url\":\"x\"},{\"relation\":\"next\",\"url\":\"";
    String first =
        "{\"resourceType\":\"Bundle\"," + next + server.base() + "/Condition?page=2\"}]}";
    String second =
        "{\"resourceType\":\"Bundle\","
            + next
            + "Condition?page=3\"}],\"entry\":[{\"resource\":"
            + condition("c2", "Opsoclonus")
            + "}]}";
    server.on(
        "Condition",
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          String page =
              query.contains("page=3")
                  ? bundle(condition("c3", "Ataxia"))
                  : query.contains("page=2") ? second : first;
          FakeFhirServer.json(page).answer(exchange);
        });
    HookRequests call =
        fetched ? call() : call().withPrefetch(Map.of("patient", PATIENT, "conditions", first));

    HttpResponse<String> answer = send(call);

    assertThat(gaps(answer)).isEmpty();
    assertThat(server.asked("Condition")).hasSize(fetched ? 3 : 2);
    assertThat(server.asked("Condition")).extracting(Asked::bearer).containsOnly("Bearer Zz-token");
    assertThat(answer.body()).contains("Condition/c2", "Condition/c3");
  }

  private static String condition(String id, String words) {
    return "{\"resourceType\":\"Condition\",\"id\":\""
        + id
        + "\",\"subject\":{\"reference\":\"Patient/p1\"},\"recordedDate\":\"2026-11-17\","
        + "\"code\":{\"text\":\""
        + words
        + "\"}}";
  }

  /** A drug by a reference, relative, absolute or with a version, and of a contained resource. */
  @ParameterizedTest
  @CsvSource({
    "Medication/m1, true",
    "BASE/Medication/m1, true",
    "Medication/m1/_history/2, true",
    "https://other.example.org/fhir/Medication/m1, false",
    "#inside, false"
  })
  void aDrugIsResolvedByItsReference(String reference, boolean fetched) {
    server.on(
        "Condition",
        bundle(
            condition("c1", "Opsoclonus"),
            condition("c2", "Ataxia"),
            condition("c3", "Rage attacks")));
    server.on(
        "Medication",
        "{\"resourceType\":\"Medication\",\"id\":\"m1\",\"code\":{\"text\":\"Immune globulin intravenous\"}}");
    server.on(
        "MedicationAdministration",
        bundle(
            "{\"resourceType\":\"MedicationAdministration\",\"id\":\"r1\",\"status\":\"completed\","
                + "\"effectiveDateTime\":\"2026-11-19\",\"subject\":{\"reference\":\"Patient/p1\"},"
                + "\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"inside\",\"code\":"
                + "{\"text\":\"Immune globulin intravenous\"}}],\"medicationReference\":{\"reference\":\""
                + reference.replace("BASE", server.base())
                + "\"}}"));

    HttpResponse<String> answer = send(call());

    boolean known = fetched || reference.startsWith("#");
    assertThat(server.asked("Medication")).hasSize(fetched ? 1 : 0);
    assertThat(gaps(answer))
        .containsExactlyElementsOf(
            known
                ? List.of()
                : List.of("medicationAdministrations: drugs whose name could not be read: 1"));
    assertThat(answer.body().contains("\"card\":\"C26\""))
        .as("the first immunotherapy is proposed")
        .isEqualTo(!known);
  }

  @Test
  void aDrugWithADisplayIsNotAskedForButADraftIs() {
    server.on(
        "MedicationRequest",
        bundle(
            "{\"resourceType\":\"MedicationRequest\",\"id\":\"r1\",\"status\":\"active\","
                + "\"subject\":{\"reference\":\"Patient/p1\"},\"medicationReference\":"
                + "{\"reference\":\"Medication/m1\",\"display\":\"Prednisolone\"}}"));
    server.on("Condition", bundle(condition("c1", "Opsoclonus-myoclonus syndrome")));
    server.on(
        "Medication",
        "{\"resourceType\":\"Medication\",\"id\":\"m2\",\"code\":{\"text\":\"Rituximab\"}}");
    String context =
        HookRequests.CONTEXT.replace(
            "}",
            ",\"draftOrders\":"
                + bundle(
                    "{\"resourceType\":\"MedicationRequest\",\"id\":\"d1\",\"status\":\"draft\","
                        + "\"medicationReference\":{\"reference\":\"Medication/m2\",\"display\":"
                        + "\"protocol drug\"}}")
                + "}");

    HttpResponse<String> answer =
        service
            .client()
            .post(
                "/cds-services/oms-order-sign",
                call().with("hook", "\"order-sign\"").with("context", context).json(),
                "Content-Type",
                "application/json");

    assertThat(server.asked("Medication"))
        .extracting(Asked::path)
        .containsExactly("/Medication/m2");
    assertThat(answer.body()).contains("Rituximab", "epatitis B");
  }

  /** Half of the last requests failed: for ten seconds the server is not asked. */
  @Test
  void aServerThatKeepsFailingIsLeftAloneForAWhile() {
    server.on("Observation", FakeFhirServer.status(500));
    for (String type :
        List.of(
            "Condition",
            "Procedure",
            "DiagnosticReport",
            "ImagingStudy",
            "ServiceRequest",
            "AllergyIntolerance",
            "Immunization",
            "Encounter",
            "MedicationStatement",
            "MedicationRequest",
            "MedicationAdministration",
            "DocumentReference",
            "ClinicalImpression",
            "QuestionnaireResponse")) {
      server.on(type, FakeFhirServer.status(500));
    }
    HookRequests call = call().withPrefetch(Map.of("patient", PATIENT, "conditions", bundle()));
    send(call);
    send(call);
    int before = server.asked().size();

    assertThat(gaps(send(call)))
        .contains(
            "procedures: not supplied with the call; the FHIR server failed too often just now and"
                + " is left alone for a while");
    assertThat(server.asked()).hasSize(before);

    server.on("Procedure", bundle());
    service.time().pass(Duration.ofSeconds(11));
    send(call);
    assertThat(server.asked().size()).isGreaterThan(before);
  }

  @Test
  void notMoreRequestsRunAtOnceThanTheServerIsToBear() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    FakeFhirServer.Behaviour counting =
        exchange -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          three.countDown();
          try {
            three.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          now.decrementAndGet();
          FakeFhirServer.json(FakeFhirServer.EMPTY).answer(exchange);
        };
    for (String type : List.of("Condition", "Observation", "Procedure", "Encounter")) {
      server.on(type, counting);
    }
    send(call());

    assertThat(most.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void nothingIsFetchedWhereASiteSaysSo() {
    try (FetchingService without = FetchingService.start(Map.of("omscds.fhir.fetch", false))) {
      HttpResponse<String> answer = without.client().call(call().json());

      assertThat(ServiceClient.outcome(answer, 412)).contains("'patient': absent.");
      assertThat(server.asked()).isEmpty();
    }
  }
}
