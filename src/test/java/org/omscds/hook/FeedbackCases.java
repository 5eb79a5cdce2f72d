package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.omscds.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What feedback comes to, over HTTP and in the database. Each database that the service can use has
 * a class of its own with these cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeedbackCases {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final String WORDS = "Zz-words-of-a-clinician";

  private FetchingService service;
  private int patients;

  /** The settings of the database. */
  abstract Map<String, Object> database();

  @BeforeAll
  void start() {
    service = FetchingService.start(new HashMap<>(database()));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  private CardClient patient() {
    patients++;
    return CardClient.of(service.context(), service.client(), TODDLER, "feedback-" + patients);
  }

  private Instant now() {
    return service.time().instant();
  }

  private long count(String sql, Object... values) {
    return service
        .context()
        .getBean(Database.class)
        .inTransaction(jdbc -> jdbc.sql(sql).params(values).query(Long.class).single());
  }

  private long entriesOf(String card) {
    return count("select count(*) from feedback where card = ?", card);
  }

  @Test
  void theExampleOfTheStandardIsTaken() {
    HttpResponse<String> response =
        patient()
            .send(
                """
                {"feedback":[
                 {"card":"0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11","outcome":"accepted",
                  "acceptedSuggestions":[{"id":"5e0a3a1e-3283-4575-ab82-028d55fe2719"}],
                  "outcomeTimestamp":"2026-11-20T10:07:28.955Z"},
                 {"card":"7d7b2f6e-7e0a-4c55-8d2a-3f54a7a0f2ab","outcome":"overridden",
                  "overrideReason":{"reason":{"code":"action-completed","system":
                    "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes"},
                    "userComment":"done last week"},
                  "outcomeTimestamp":"2026-11-20T10:08:00Z"}]}\
                """);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(entriesOf("0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11")).isEqualTo(1);
    assertThat(entriesOf("7d7b2f6e-7e0a-4c55-8d2a-3f54a7a0f2ab")).isEqualTo(1);
  }

  @Test
  void anIssuedCardIsRecordedWithoutAWordOfTheChart() {
    CardClient chart = patient();
    JsonNode card = chart.card("C01");
    String uuid = card.path("uuid").asString();

    assertThat(
            count(
                "select count(*) from issued_card where card_uuid = ? and card = 'C01'"
                    + " and tier = 'T3' and hook = 'patient-view' and clinician_role ="
                    + " 'Practitioner' and episode = '2026-11-09' and pillars like '%A%'"
                    + " and evidence like '%Observation/eyes%' and findings like '%OPSOCLONUS%'",
                uuid))
        .isEqualTo(1);
    assertThat(
            count(
                "select count(*) from issued_card where patient like '%feedback-%'"
                    + " or clinician like '%p1%' or evidence like '%dancing%'"
                    + " or findings like '%dancing%' or suggestions like '%MRI%'"))
        .isZero();
  }

  @Test
  void aChartWithOddIdsAndUsersTakesNoOtherWithIt() {
    CardClient odd =
        patient()
            .with(chart -> {
              ((ObjectNode) chart.get("context")).put("userId", "x".repeat(300));
              ((ObjectNode) chart.at("/prefetch/observations/entry/0/resource"))
                  .put("id", "e\0yes");
            });
    long dropped = Recorded.dropped(service.context());
    String uuid = odd.card("C01").path("uuid").asString();
    assertThat(Recorded.dropped(service.context())).isEqualTo(dropped);
    assertThat(count("select count(*) from issued_card where card_uuid = ?", uuid)).isEqualTo(1);
  }

  @Test
  void repeatsAreKeptOnceAndDifferentAnswersAll() {
    CardClient chart = patient();
    String uuid = chart.card("C01").path("uuid").asString();
    ObjectNode once = CardClient.overridden(uuid, "unstable", "", now());
    for (int i = 0; i < 3; i++) {
      chart.sent(once);
    }
    assertThat(chart.send(CardClient.posted(once, once)).statusCode()).isEqualTo(200);
    assertThat(entriesOf(uuid)).isEqualTo(1);

    chart.sent(CardClient.overridden(uuid, "unstable", "", now().plusMillis(1)));
    chart.sent(CardClient.overridden(uuid, "remind-7d", "", now()));
    chart.sent(CardClient.accepted(uuid, now(), UUID.randomUUID().toString()));
    assertThat(entriesOf(uuid)).isEqualTo(4);
  }

  @Test
  void entriesOfOnePostAreKeptTogetherOrNotAtAll() {
    CardClient chart = patient();
    String uuid = UUID.randomUUID().toString();
    ObjectNode broken = CardClient.overridden(uuid, "unstable", "", now());
    broken.remove("outcome");

    HttpResponse<String> response =
        chart.send(CardClient.posted(CardClient.overridden(uuid, "unstable", "", now()), broken));

    assertThat(ServiceClient.outcome(response, 400)).contains("feedback[1].outcome");
    assertThat(entriesOf(uuid)).isZero();
  }

  @Test
  void moreThanAnyCardHasIsRefusedAndNotCutOff() {
    CardClient chart = patient();
    String uuid = UUID.randomUUID().toString();
    String[] suggestions =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(1001).toArray(String[]::new);
    ObjectNode[] entries =
        Stream.generate(() -> CardClient.overridden(uuid, "unstable", "", now()))
            .limit(1001)
            .toArray(ObjectNode[]::new);

    assertThat(
            ServiceClient.outcome(
                chart.send(CardClient.posted(CardClient.accepted(uuid, now(), suggestions))), 400))
        .contains("'feedback[0].acceptedSuggestions' has more than 1000 entries");
    assertThat(ServiceClient.outcome(chart.send(CardClient.posted(entries)), 400))
        .contains("'feedback' has more than 1000 entries");
    assertThat(entriesOf(uuid)).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "no body             |                                  | empty",
        "no JSON             | {\"feedback\":[                 | not valid JSON",
        "trailing            | {\"feedback\":[{}]} {}          | not valid JSON",
        "twice               | {\"feedback\":[],\"feedback\":[]} | not valid JSON",
        "an array            | []                               | one JSON object",
        "nothing             | {}                               | 'feedback'",
        "no list             | {\"feedback\":{}}               | a list",
        "an empty list       | {\"feedback\":[]}               | at least one",
        "no object           | {\"feedback\":[1]}              | 'feedback[0]' must be an object",
        "no card             | {\"feedback\":[{\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | feedback[0].card",
        "no outcome          | {\"feedback\":[{\"card\":\"x\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | feedback[0].outcome",
        "an unknown outcome  | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"ignored\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | accepted",
        "no time             | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\"}]} | outcomeTimestamp",
        "a time without zone | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00\"}]} | RFC 3339",
        "a year of no card   | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"+999999999-01-01T10:00:00Z\"}]} | RFC 3339",
        "a year before all   | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"-9999-01-01T10:00:00Z\"}]} | RFC 3339",
        "U+0000 in a comment | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"overrideReason\":{\"userComment\":\"a\\u0000b\"},\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | U+0000",
        "accepted, and what  | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"accepted\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | acceptedSuggestions",
        "accepted nothing    | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[],\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | acceptedSuggestions",
        "a suggestion, no id | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{}],\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | acceptedSuggestions[0].id",
        "a reason, no code   | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{}},\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | reason.code",
        "a comment, no text  | {\"feedback\":[{\"card\":\"x\",\"outcome\":\"overridden\",\"overrideReason\":{\"userComment\":1},\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}]} | userComment",
      })
  void aBrokenBodyIsRefusedByTheNameOfWhatIsWrong(String what, String body, String named) {
    HttpResponse<String> response = patient().send(body == null ? "" : body);
    assertThat(ServiceClient.outcome(response, 400)).contains(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"card\":\"not a uuid at all\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}",
        "{\"card\":\"X\",\"outcome\":\"overridden\",\"overrideReason\":null,\"outcomeTimestamp\":\"2026-11-20T11:00:00+01:00\"}",
        "{\"card\":\"X\",\"outcome\":\"overridden\",\"overrideReason\":{},\"outcomeTimestamp\":\"2026-11-20T10:00:01Z\"}",
        "{\"card\":\"X\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\"unstable\"}},\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}",
        "{\"card\":\"X\",\"outcome\":\"overridden\",\"acceptedSuggestions\":[],\"more\":{\"of\":[1]},\"outcomeTimestamp\":\"2026-11-20T10:00:00.123456789Z\"}",
        "{\"card\":\"X\",\"outcome\":\"accepted\",\"acceptedSuggestions\":[{\"id\":\"whatever\"}],\"outcomeTimestamp\":\"2026-11-20T10:00:00Z\"}"
      })
  void whatClientsReallySendIsTaken(String entry) {
    HttpResponse<String> response = patient().send("{\"feedback\":[" + entry + "]}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void feedbackForAServiceThatIsNotThereIsRefused() {
    HttpResponse<String> response =
        service
            .client()
            .post("/cds-services/oms-nothing/feedback", "{}", "Content-Type", "application/json");
    assertThat(ServiceClient.outcome(response, 404)).contains("oms-nothing");
  }

  @Test
  void commentsAreNotKeptUnlessASettingSaysSo() {
    CardClient chart = patient();
    chart.override(chart.card("C01"), "unstable", WORDS, now());
    assertThat(count("select count(*) from feedback where comment is not null")).isZero();
    assertThat(count("select count(*) from feedback where commented")).isPositive();

    Map<String, Object> settings = new HashMap<>(database());
    settings.put("omscds.feedback.keep-comments", true);
    try (FetchingService keeping = FetchingService.start(settings)) {
      CardClient other =
          CardClient.of(keeping.context(), keeping.client(), TODDLER, "keeps-comments");
      other.override(other.card("C01"), "unstable", WORDS, now());
      assertThat(
              keeping
                  .context()
                  .getBean(Database.class)
                  .<Long>inTransaction(jdbc ->
                      jdbc.sql("select count(*) from feedback where comment = ?")
                          .param(WORDS)
                          .query(Long.class)
                          .single()))
          .isEqualTo(1);
    }
  }

  @Test
  void twoHospitalsThatBothHaveThePatientNeverMeet() {
    CardClient here = patient().with(chart -> chart.put("fhirServer", "https://a.example.org/r4"));
    CardClient there = here.with(chart -> chart.put("fhirServer", "https://b.example.org/r4"));
    JsonNode card = here.card("C01");
    assertThat(there.card("C01").path("uuid")).isNotEqualTo(card.path("uuid"));

    here.override(card, "specialist-aware", now());

    assertThat(here.ids()).doesNotContain("C01");
    assertThat(there.ids()).contains("C01");
  }

  @Test
  void theSameCardHasTheSameNameAndAnotherEpisodeAnother() {
    CardClient chart = patient();
    JsonNode card = chart.card("C01");
    assertThat(chart.card("C01").path("uuid")).isEqualTo(card.path("uuid"));
    assertThat(patient().card("C01").path("uuid")).isNotEqualTo(card.path("uuid"));
    assertThat(card.path("uuid").asString())
        .matches("[0-9a-f-]{14}5[0-9a-f]{3}-[89ab][0-9a-f-]{16}");
  }

  @Test
  void anOnsetThatIsCorrectedByDaysIsTheSameEpisode() {
    CardClient chart = patient();
    chart.override(chart.card("C01"), "specialist-aware", now());
    CardClient corrected = onset(chart, "2026-11-02");
    assertThat(corrected.ids()).doesNotContain("C01");
  }

  private static CardClient onset(CardClient chart, String day) {
    return chart.with(changed ->
        ((ObjectNode) changed.at("/prefetch/conditions/entry/1/resource"))
            .put("onsetDateTime", day));
  }

  @Test
  void theDeletionOfWhatIsTooOldLeavesWhatIsNot() {
    CardClient chart = patient();
    String old = chart.card("C01").path("uuid").asString();
    chart.override(chart.card("C01"), "unstable", now());
    service.time().pass(Duration.ofDays(729));
    String kept = patient().card("C01").path("uuid").asString();
    service.time().pass(Duration.ofDays(2));

    assertThat(Recorded.purgedBy(service.context())).isPositive();
    assertThat(Recorded.purgedBy(service.context())).as("once a day").isEqualTo(-1);

    assertThat(count("select count(*) from issued_card where card_uuid = ?", old)).isZero();
    assertThat(entriesOf(old)).isZero();
    assertThat(count("select count(*) from issued_card where card_uuid = ?", kept)).isPositive();
  }

  @Test
  void theStatisticsCountWhatHappened() {
    Instant day = now().plus(Duration.ofDays(40));
    service.time().pass(Duration.ofDays(40));
    CardClient first = patient();
    JsonNode card = first.card("C01");
    first.cards();
    service.time().pass(Duration.ofHours(5));
    first.accept(card, now(), card.at("/suggestions/0/uuid").asString());
    CardClient second = patient();
    second.override(second.card("C01"), "specialist-aware", now());
    patient().cards();

    String days =
        "?from=" + day.toString().substring(0, 10) + "&to=" + now().toString().substring(0, 10);
    JsonNode statistics = ServiceClient.json(service.client().get("/statistics.json" + days));

    JsonNode c01 = byKey(statistics.path("byCard"), "C01");
    assertThat(c01.path("shown").asInt()).isEqualTo(4);
    assertThat(c01.path("cards").asInt()).isEqualTo(3);
    assertThat(c01.path("accepted").asInt()).isEqualTo(1);
    assertThat(c01.path("overridden").asInt()).isEqualTo(1);
    assertThat(c01.path("ignored").asInt()).isEqualTo(1);
    assertThat(c01.path("overriddenShare").asDouble()).isEqualTo(0.5);
    assertThat(c01.path("needsReview").asBoolean()).isFalse();
    assertThat(c01.path("medianHoursToAcceptance").asDouble()).isEqualTo(5.0);
    assertThat(c01.at("/reasons/0/code").asString()).isEqualTo("specialist-aware");
    assertThat(c01.path("title").asString()).isEqualTo("Criteria met (child)");
    assertThat(byKey(statistics.path("byHook"), "patient-view").path("accepted").asInt())
        .isEqualTo(1);
    assertThat(byKey(statistics.path("byTier"), "T3").path("overridden").asInt()).isEqualTo(1);
    assertThat(byKey(statistics.path("byClient"), "anonymous").path("cards").asInt())
        .isGreaterThanOrEqualTo(3);
    assertThat(statistics.at("/totals/shown").asInt()).isGreaterThan(4);
    String csv = service.client().get("/statistics.csv" + days).body();
    assertThat(csv)
        .startsWith("client,card,tier,hook,week,shown,cards,accepted,overridden,ignored\r\n")
        .containsPattern("\"anonymous\",C01,T3,patient-view,\\d{4}-W\\d\\d,4,3,1,1,1\r\n");
  }

  private static JsonNode byKey(JsonNode groups, String key) {
    for (JsonNode each : groups) {
      if (each.path("key").asString().equals(key)) {
        return each;
      }
    }
    throw new AssertionError("no " + key + " in " + groups);
  }

  @Test
  void anOverriddenCardIsMarkedForReviewAndDaysAreChecked() {
    service.time().pass(Duration.ofDays(400));
    CardClient chart = patient();
    chart.override(chart.card("C01"), "not-consistent", now());
    JsonNode statistics = ServiceClient.json(service.client().get("/statistics.json"));
    assertThat(byKey(statistics.path("byCard"), "C01").path("needsReview").asBoolean()).isTrue();
    for (String days : List.of("?from=x", "?from=2026-11-20&to=2026-11-01", "?to=9999-01-01")) {
      assertThat(ServiceClient.outcome(service.client().get("/statistics.json" + days), 400))
          .contains("'from' and 'to'");
    }
  }

  @Test
  void aDiagnosisThatNoCardCameBeforeIsAMissedCase() {
    service.time().pass(Duration.ofDays(800));
    Path known = Path.of("src/main/resources/samples/oms-added-to-problem-list.json");
    patients++;
    CardClient missed = diagnosed(known, "missed-" + patients, null);
    missed.cards();
    CardClient suspected = patient();
    suspected.cards();
    service.time().pass(Duration.ofDays(3));
    String id = suspected.chart().at("/context/patientId").asString();
    diagnosed(known, id, null).cards();
    diagnosed(known, "known-for-long", "2026-01-01").cards();

    JsonNode cases =
        ServiceClient.json(service.client().get("/statistics.json")).path("missedCases");

    assertThat(cases).hasSize(1);
    assertThat(cases.at("/0/lastCard").isNull()).isTrue();
    assertThat(cases.at("/0/patient").asString()).matches("[0-9a-f]{32}");
  }

  /** The chart with the syndrome confirmed today, by the clock of the service, or at a day. */
  private CardClient diagnosed(Path chart, String id, String day) {
    String when = day == null ? now().toString().substring(0, 10) : day;
    return CardClient.of(service.context(), service.client(), chart, id)
        .with(changed -> {
          changed.put("hook", "patient-view");
          changed.set(
              "extension",
              Charts.parse(
                  "{\"org.omscds.consultation\":{\"date\":\"%s\"}}"
                      .formatted(now().toString().substring(0, 10))));
          ((ObjectNode) changed.get("prefetch"))
              .set(
                  "conditions",
                  Charts.parse(
                      """
                      {"resourceType":"Bundle","type":"searchset","entry":[{"resource":
                       {"resourceType":"Condition","id":"oms","code":{"coding":[{"system":
                        "http://snomed.info/sct","code":"230350000"}]},
                        "subject":{"reference":"Patient/%s"},
                        "clinicalStatus":{"coding":[{"system":
                         "http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                        "verificationStatus":{"coding":[{"system":
                         "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                         "code":"confirmed"}]},
                        "recordedDate":"%s"}}]}\
                      """
                          .formatted(id, when)));
        });
  }
}
