package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What order-select, order-sign and problem-list-item-create carry, well formed and not. */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OrderHooksTests {

  private static final String RITUXIMAB =
      """
      {"resourceType":"MedicationRequest","id":"d1","status":"draft","intent":"order",\
      "subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{"text":"Rituximab"}}\
      """;
  private static final String OMS =
      """
      {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},\
      "code":{"text":"Opsoclonus-myoclonus syndrome"},"recordedDate":"2026-11-01"}\
      """;
  private static final String CHART =
      "{\"patient\":"
          + HookRequests.PATIENT
          + ",\"conditions\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
          + OMS
          + "}]}}";
  private static final String PATIENT_ALONE = "{\"patient\":" + HookRequests.PATIENT + "}";

  @LocalServerPort private int port;

  /** Shapes of draft orders that clients send, the public sandbox's among them. */
  static Stream<Arguments> drafts() {
    return Stream.of(
        argumentSet("a collection", bundle("\"type\":\"collection\",", RITUXIMAB), "C11"),
        argumentSet("a Bundle without type", bundle("", RITUXIMAB), "C11"),
        argumentSet("a list", "[" + RITUXIMAB + "]", "C11"),
        argumentSet("a single resource", RITUXIMAB, "C11"),
        argumentSet(
            "no intent, category an object",
            """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationRequest",\
            "id":"request-123","status":"draft","category":{"coding":[{"code":"inpatient"}]},\
            "reasonCode":[],"medicationCodeableConcept":{"coding":[{"system":\
            "http://www.nlm.nih.gov/research/umls/rxnorm","code":"121191","display":"rituximab"}]}\
            }}]}\
            """,
            "C11"),
        argumentSet(
            "a Medication beside it",
            """
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Medication","id":"m1",\
            "code":{"text":"Rituximab"}}},{"resource":{"resourceType":"MedicationRequest","id":"d1",\
            "medicationReference":{"reference":"Medication/m1"}}}]}\
            """,
            "C11"),
        argumentSet("no entry", "{\"resourceType\":\"Bundle\"}", ""),
        argumentSet(
            "nothing chosen yet",
            bundle("", "{\"resourceType\":\"MedicationRequest\",\"id\":\"request-123\"}"),
            ""),
        argumentSet(
            "an empty coding",
            bundle("", "{\"resourceType\":\"ServiceRequest\",\"code\":{\"coding\":[{}]}}"),
            ""),
        argumentSet("cancelled", bundle("", RITUXIMAB.replace("draft", "cancelled")), ""),
        argumentSet("another patient's", bundle("", RITUXIMAB.replace("/p1", "/p2")), ""),
        argumentSet("a diet", bundle("", "{\"resourceType\":\"NutritionOrder\"}"), ""));
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void draftsAreReadInEveryShape(String drafts, String card) {
    JsonNode answer = json(call("oms-order-sign", "order-sign", drafts(drafts), CHART));
    List<String> cards = cards(answer);
    assertThat(cards).filteredOn(each -> each.equals("C11")).hasSize(card.isEmpty() ? 0 : 1);
  }

  @Test
  void aDraftOfAnotherPatientIsLeftOutAndSaid() {
    JsonNode answer =
        json(
            call(
                "oms-order-sign",
                "order-sign",
                drafts(bundle("", RITUXIMAB.replace("/p1", "/p2"))),
                CHART));
    assertThat(answer.at("/extension/org.omscds.gaps").toString())
        .contains("draftOrders", "OTHER_PATIENT", "MedicationRequest of another patient");
  }

  @Test
  void withoutAnyResultTheStopStandsAndSaysThatNothingWasAvailable() {
    JsonNode answer = json(call("oms-order-sign", "order-sign", drafts(RITUXIMAB), CHART));
    JsonNode card = answer.at("/cards/0");
    assertThat(card.path("indicator").asString()).isEqualTo("critical");
    assertThat(card.path("summary").asString()).startsWith("Rituximab: hepatitis B not tested");
    assertThat(card.path("detail").asString()).contains("not available to this service");
  }

  /** Only the patient and the drafts are required when an order is written. */
  @ParameterizedTest
  @MethodSource("orderHooks")
  void anOrderIsLookedAtWithThePatientAlone(String service, String hook) {
    assertThat(call(service, hook, drafts(RITUXIMAB), PATIENT_ALONE).statusCode()).isEqualTo(200);
    assertThat(ServiceClient.outcome(call(service, hook, drafts(RITUXIMAB), "{}"), 412))
        .contains("'patient': absent");
  }

  static Stream<Arguments> orderHooks() {
    return Stream.of(
        argumentSet("select", "oms-order-select", "order-select"),
        argumentSet("sign", "oms-order-sign", "order-sign"));
  }

  static Stream<Arguments> lacking() {
    return Stream.of(
        argumentSet("drafts", "oms-order-select", "order-select", "", "context.draftOrders"),
        argumentSet("null", "oms-order-sign", "order-sign", ",\"draftOrders\":null", "draftOrders"),
        argumentSet(
            "text", "oms-order-sign", "order-sign", ",\"draftOrders\":\"Zz-chart-text\"", "Bundle"),
        argumentSet(
            "selections",
            "oms-order-select",
            "order-select",
            ",\"selections\":7,\"draftOrders\":[]",
            "context.selections"),
        argumentSet(
            "conditions",
            "oms-problem-list-item-create",
            "problem-list-item-create",
            "",
            "context.conditions"),
        argumentSet(
            "encounter",
            "oms-encounter-discharge",
            "encounter-discharge",
            "",
            "context.encounterId"));
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void whatTheHookMustCarryIsAskedForByName(
      String service, String hook, String carried, String words) {
    assertThat(ServiceClient.outcome(call(service, hook, carried, CHART), 400)).contains(words);
  }

  @Test
  void onlyWhatWasChosenIsLookedAt() {
    String two =
        "[" + test("u", "Ultrasound abdomen") + "," + test("g", "GluD2 antibody panel") + "]";
    assertThat(cards(json(select(",\"selections\":[\"ServiceRequest/u\"]", two)))).contains("C06");
    assertThat(cards(json(select(",\"selections\":[\"g\"]", two))))
        .contains("C18")
        .doesNotContain("C06");
    assertThat(cards(json(select("", two)))).contains("C06", "C18");
  }

  /** C18: the draft comes back whole, with the panel for this age in its place. */
  @Test
  void anUnfitPanelMayBeReplacedAsAWhole() {
    String sent =
        test("g", "GluD2 antibody panel")
            .replace("}}", "},\"locationCode\":[],\"note\":[{\"text\":\"seen by Dr A\"}]}");
    JsonNode action =
        json(select("", "[" + sent + "]"))
            .path("cards")
            .valueStream()
            .flatMap(card -> card.path("suggestions").valueStream())
            .flatMap(suggestion -> suggestion.path("actions").valueStream())
            .filter(each -> each.path("type").asString().equals("update"))
            .findFirst()
            .orElseThrow();
    assertThat(action.at("/resource/id").asString()).isEqualTo("g");
    assertThat(action.at("/resource/subject/reference").asString()).isEqualTo("Patient/p1");
    assertThat(action.at("/resource/code/text").asString()).startsWith("Neuronal antibody panel");
    assertThat(action.at("/resource/note/0/text").asString()).isEqualTo("seen by Dr A");
    assertThat(action.at("/resource/note/1/text").asString()).contains("Proposed by OMS CDS");
  }

  @Test
  void addedConditionsCountAsConditions() {
    for (String sent :
        List.of(
            bundle("", OMS),
            "[" + OMS + "]",
            OMS,
            bundle("", OMS.replace("\"id\":\"c1\",", "\"category\":\"problem-list-item\",")))) {
      JsonNode answer =
          json(
              call(
                  "oms-problem-list-item-create",
                  "problem-list-item-create",
                  ",\"conditions\":" + sent,
                  PATIENT_ALONE));
      assertThat(cards(answer)).as(sent).containsExactly("C19");
    }
  }

  /** Whoever asks, and how, decides what is shown. */
  static Stream<Arguments> audiences() {
    String drafts = drafts(RITUXIMAB);
    return Stream.of(
        argumentSet("a nurse", context("Practitioner/7", drafts), CHART, List.of("C11", "C08")),
        argumentSet("the patient", context("Patient/p1", drafts), CHART, List.of()),
        argumentSet("a relative", context("RelatedPerson/1", drafts), CHART, List.of()),
        argumentSet(
            "a pharmacist",
            context("PractitionerRole/1", drafts),
            with(CHART, role("Pharmacist")),
            List.of("C11", "C08")),
        argumentSet(
            "an urgent order",
            context(
                "Practitioner/7",
                drafts(RITUXIMAB.replace("\"status\"", "\"priority\":\"stat\",\"status\""))),
            CHART,
            List.of("C11")),
        argumentSet(
            "an emergency",
            context("Practitioner/7", drafts),
            with(CHART, encounter("\"class\":{\"code\":\"EMER\"}")),
            List.of("C11")),
        argumentSet(
            "the glass was broken",
            context("Practitioner/7", drafts),
            with(CHART, encounter("\"meta\":{\"security\":[{\"code\":\"BTG\"}]}")),
            List.of()),
        argumentSet(
            "a test patient",
            context("Practitioner/7", drafts),
            CHART.replaceFirst(
                "\"id\":\"p1\"", "\"id\":\"p1\",\"meta\":{\"security\":[{\"code\":\"HTEST\"}]}"),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("audiences")
  void cardsAreForWhomTheyAreWritten(String context, String chart, List<String> expected) {
    HttpResponse<String> answer = post("oms-order-sign", "order-sign", context, chart);
    assertThat(cards(json(answer))).isEqualTo(expected);
  }

  @Test
  void pharmacySeesNothingOfTheOpenedChart() {
    JsonNode toddler = json(client().get("/samples/typical-toddler"));
    String chart = with(toddler.get("prefetch").toString(), role("Pharmacy technician"));
    String body =
        new HookRequests(
                Map.of(
                    "hook", "\"patient-view\"",
                    "hookInstance", toddler.get("hookInstance").toString(),
                    "context", toddler.get("context").toString(),
                    "prefetch", chart,
                    "extension", toddler.get("extension").toString()))
            .json();
    assertThat(cards(json(client().call(body)))).isEmpty();
  }

  private static String bundle(String type, String resource) {
    return "{\"resourceType\":\"Bundle\"," + type + "\"entry\":[{\"resource\":" + resource + "}]}";
  }

  private static String drafts(String orders) {
    return ",\"draftOrders\":" + orders;
  }

  private static String test(String id, String name) {
    return "{\"resourceType\":\"ServiceRequest\",\"id\":\""
        + id
        + "\",\"status\":\"draft\",\"intent\":\"order\",\"subject\":{\"reference\":\"Patient/p1\"},"
        + "\"code\":{\"text\":\""
        + name
        + "\"}}";
  }

  private static String role(String name) {
    return "\"practitionerRole\":{\"resourceType\":\"PractitionerRole\",\"id\":\"1\",\"code\":[{\"text\":\""
        + name
        + "\"}]}";
  }

  private static String encounter(String member) {
    return "\"encounters\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":"
        + "\"Encounter\",\"id\":\"e1\","
        + member
        + "}}]}";
  }

  private static String with(String chart, String member) {
    return chart.substring(0, chart.length() - 1) + "," + member + "}";
  }

  private static String context(String user, String carried) {
    boolean visit = !carried.isEmpty();
    return "{\"userId\":\""
        + user
        + "\",\"patientId\":\"p1\""
        + (visit ? ",\"encounterId\":\"e1\"" : "")
        + carried
        + "}";
  }

  private HttpResponse<String> select(String selections, String drafts) {
    return call("oms-order-select", "order-select", selections + drafts(drafts), CHART);
  }

  private HttpResponse<String> call(String service, String hook, String carried, String chart) {
    return post(service, hook, context("Practitioner/7", carried), chart);
  }

  private HttpResponse<String> post(String service, String hook, String context, String chart) {
    String body =
        HookRequests.whole()
            .with("hook", "\"" + hook + "\"")
            .with("context", context)
            .with("prefetch", chart)
            .json();
    return client().post("/cds-services/" + service, body, "Content-Type", "application/json");
  }

  private ServiceClient client() {
    return new ServiceClient(port);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ServiceClient.json(answer);
  }

  private static List<String> cards(JsonNode answer) {
    return answer
        .path("cards")
        .valueStream()
        .map(card -> card.at("/extension/org.omscds.explanation/card").asString())
        .toList();
  }
}
