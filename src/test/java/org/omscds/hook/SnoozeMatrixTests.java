package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every answer to a card, before, at and after its end, with nothing new in the chart, a new entry,
 * a new finding, and a rise of the tier: shown or not, over HTTP, with the real database. The
 * lengths are written here once more, as in the table of override reasons.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnoozeMatrixTests {

  private static final Path SUSPECTED =
      Path.of("src/test/resources/vignettes/v06-ataxia-inconsolable-sleepless/record.json");
  private static final Path RITUXIMAB =
      Path.of("src/main/resources/samples/rituximab-without-hepatitis-b.json");

  /** The search for a tumour: called for at T2 and at T3. */
  private static final String CARD = "C05";

  private static final Duration MOMENT = Duration.ofMillis(1);

  private FetchingService service;
  private int patients;

  @BeforeAll
  void start() {
    service = FetchingService.start(Map.of());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private CardClient patient(Path chart) {
    patients++;
    return CardClient.of(service.context(), service.client(), chart, "matrix-" + patients);
  }

  private Instant now() {
    return service.time().instant();
  }

  /** News of each kind; each chart is the first one with something added. */
  private static Map<String, CardClient> charts(CardClient first) {
    return Map.of(
        "nothing", first,
        "record", first.observing("n1", "Gait", "ataxia"),
        "finding", first.observing("n2", "Movement", "myoclonus"),
        "tier", first.observing("n3", "Eye movements", "opsoclonus"));
  }

  private static void expect(CardClient chart, String card, boolean shown, String when) {
    if (shown) {
      assertThat(chart.ids()).as(when).contains(card);
    } else {
      assertThat(chart.ids()).as(when).doesNotContain(card);
    }
  }

  @ParameterizedTest(name = "{0}: {1} hours, lifted by {2}")
  @CsvSource({
    "done-elsewhere, 336, finding tier",
    "alt-dx, 0, tier",
    "specialist-aware, 720, tier",
    "not-consistent, 168, finding tier",
    "data-error, 0, record finding tier",
    "contraindicated, 336, finding tier",
    "family-declined, 720, finding tier",
    "unstable, 24, finding tier",
    "goals-of-care, 2160, finding tier",
    "remind-7d, 168, finding tier",
    "'', 24, finding tier",
    "a-code-of-somebody-else, 24, finding tier",
  })
  void anAnswerHoldsUntilItsEndOrUntilThereIsNews(String code, int hours, String liftedBy) {
    CardClient first = patient(SUSPECTED);
    Map<String, CardClient> charts = charts(first);
    first.override(first.card(CARD), code, now());
    Set<String> lifts = Set.of(liftedBy.split(" ", -1));
    Duration length = hours == 0 ? Duration.ofDays(500) : Duration.ofHours(hours);
    service.time().pass(length.minus(MOMENT));
    charts.forEach(
        (news, chart) -> expect(chart, CARD, lifts.contains(news), "before the end: " + news));
    service.time().pass(MOMENT);
    charts.forEach((news, chart) ->
        expect(chart, CARD, hours > 0 || lifts.contains(news), "at the end: " + news));
    service.time().pass(Duration.ofDays(1));
    charts.forEach((news, chart) ->
        expect(chart, CARD, hours > 0 || lifts.contains(news), "after the end: " + news));
  }

  @ParameterizedTest
  @ValueSource(strings = {"risk-accepted", "verified-safe"})
  void anAnswerAboutAnOrderSaysNothingOfTheChart(String code) {
    CardClient chart = patient(SUSPECTED);
    chart.override(chart.card(CARD), code, "words", now());
    expect(chart, CARD, true, "an answer for an order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done-elsewhere",
        "alt-dx",
        "specialist-aware",
        "not-consistent",
        "data-error",
        "contraindicated",
        "family-declined",
        "unstable",
        "risk-accepted",
        "verified-safe",
        "goals-of-care",
        "remind-7d",
        ""
      })
  void whileAnOrderIsWrittenEveryAnswerHoldsForThatOrder(String code) {
    CardClient order = patient(RITUXIMAB);
    order.override(order.card("C11"), code, "words", now());
    service.time().pass(Duration.ofHours(24).minus(MOMENT));
    expect(order, "C11", false, "the same order");
    expect(
        order.with(chart -> draft(chart).put("id", "d2")),
        "C11",
        true,
        "another order of the drug");
    expect(
        order.with(chart ->
            draft(chart).set("medicationCodeableConcept", Charts.parse("{\"text\":\"MabThera\"}"))),
        "C11",
        true,
        "another drug in the same order");
    expect(
        order.with(chart -> positiveHepatitisB(chart)), "C11", true, "a new hazard of the order");
    service.time().pass(MOMENT);
    expect(order, "C11", true, "a day later");
  }

  private static ObjectNode draft(ObjectNode chart) {
    return (ObjectNode) chart.at("/context/draftOrders/entry/0/resource");
  }

  private static void positiveHepatitisB(ObjectNode chart) {
    draft(chart).put("priority", "routine");
    ((ObjectNode) chart.at("/prefetch/conditions"))
        .withArray("entry")
        .add(
            Charts.parse(
                """
                {"resource":{"resourceType":"Condition","id":"pregnant","code":{"text":"Pregnancy"},
                 "clinicalStatus":{"coding":[{"system":
                   "http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                 "subject":{"reference":"Patient/%s"},"recordedDate":"2026-11-19"}}\
                """
                    .formatted(chart.at("/context/patientId").asString())));
  }

  @Test
  void anAcceptedRiskNeedsWords() {
    CardClient order = patient(RITUXIMAB);
    order.override(order.card("C11"), "risk-accepted", now());
    expect(order, "C11", true, "no words");
    order.override(order.card("C11"), "risk-accepted", "discussed with haematology", now());
    expect(order, "C11", false, "with words");
  }

  @Test
  void aReminderIsForWhoeverAskedForIt() {
    CardClient chart = patient(SUSPECTED);
    CardClient colleague =
        chart.with(
            changed -> ((ObjectNode) changed.get("context")).put("userId", "Practitioner/p2"));
    chart.override(chart.card(CARD), "remind-7d", now());
    expect(chart, CARD, false, "the clinician who asked");
    expect(colleague, CARD, true, "a colleague");
  }

  @Test
  void aCardThatIsOnlyShownIsShownAgain() {
    CardClient chart = patient(SUSPECTED);
    for (int i = 0; i < 20; i++) {
      expect(chart, CARD, true, "call " + i);
    }
  }

  @Test
  void anAnswerHoldsForOneCardOfOnePatient() {
    CardClient chart = patient(SUSPECTED);
    CardClient other = patient(SUSPECTED);
    chart.override(chart.card(CARD), "specialist-aware", now());
    assertThat(chart.ids()).contains("C02").doesNotContain(CARD);
    assertThat(other.ids()).contains("C02", CARD);
  }

  @Test
  void anAnswerFromTheFutureCountsFromWhenItCame() {
    CardClient chart = patient(SUSPECTED);
    chart.override(chart.card(CARD), "unstable", now().plus(Duration.ofDays(90)));
    expect(chart, CARD, false, "within a day");
    service.time().pass(Duration.ofHours(24));
    expect(chart, CARD, true, "a day later");
  }

  @Test
  void whatWasTakenIsNotOfferedAgainWhileItsOrderIsExpected() {
    CardClient chart = patient(SUSPECTED);
    JsonNode card = chart.card("C02");
    String taken = recommended(card);
    chart.accept(card, now(), taken);
    assertThat(offered(chart)).doesNotContain(taken);
    service.time().pass(Duration.ofHours(24));
    assertThat(offered(chart)).as("the chart shows no such order").contains(taken);
    CardClient blind =
        chart.with(changed -> ((ObjectNode) changed.get("prefetch")).remove("serviceRequests"));
    assertThat(offered(blind)).as("the chart cannot show it").doesNotContain(taken);
    service.time().pass(Duration.ofDays(13));
    assertThat(offered(blind)).as("the order should have been done").contains(taken);
  }

  private static String recommended(JsonNode card) {
    for (JsonNode each : card.path("suggestions")) {
      if (each.path("isRecommended").asBoolean(false)) {
        return each.path("uuid").asString();
      }
    }
    throw new AssertionError("nothing is recommended");
  }

  private static Set<String> offered(CardClient chart) {
    Set<String> offered = new HashSet<>();
    chart
        .cards()
        .forEach(card ->
            card.path("suggestions").forEach(each -> offered.add(each.path("uuid").asString())));
    return offered;
  }

  @Test
  void aCardOfWhichAllThatIsRecommendedWasTakenIsSilent() {
    CardClient chart = patient(SUSPECTED);
    for (int i = 0; i < 10 && chart.ids().contains("C02"); i++) {
      JsonNode card = chart.card("C02");
      chart.accept(card, now(), recommended(card));
    }
    expect(chart, "C02", false, "all taken");
    expect(charts(chart).get("tier"), "C01", true, "the tier rose");
  }
}
