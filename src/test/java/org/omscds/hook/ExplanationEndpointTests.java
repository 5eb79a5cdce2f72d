package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.omscds.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the explanation of a call says, for every sample and story, against the cards of the call.
 */
class ExplanationEndpointTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              Charts.text(Path.of("src/main/resources/schemas/explanation.schema.json")),
              InputFormat.JSON);

  private static FetchingService service;

  @BeforeAll
  static void start() {
    service = FetchingService.start(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<Path> charts() {
    return Charts.all();
  }

  private static HttpResponse<String> explained(JsonNode request) {
    return service
        .client()
        .post(
            "/explanations/oms-" + request.path("hook").asString("patient-view"),
            request.toString(),
            "Content-Type",
            "application/json");
  }

  private static JsonNode explanation(JsonNode request) {
    HttpResponse<String> response = explained(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(faults(response.body())).isEmpty();
    return ServiceClient.json(response);
  }

  private static List<Error> faults(String json) {
    return SCHEMA.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static List<String> cards(JsonNode request) {
    HttpResponse<String> response =
        service
            .client()
            .post(
                "/cds-services/oms-" + request.path("hook").asString("patient-view"),
                request.toString(),
                "Content-Type",
                "application/json");
    assertThat(response.statusCode()).isEqualTo(200);
    Recorded.by(service.context());
    List<String> ids = new ArrayList<>();
    ServiceClient.json(response).path("cards").forEach(each -> ids.add(CardClient.id(each)));
    return ids;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("charts")
  void itMatchesTheCardsAndItsSchema(Path chart) {
    JsonNode request = Charts.request(chart);

    JsonNode explanation = explanation(request);

    assertThat(texts(explanation.path("cards"))).isEqualTo(cards(request));
    Set<String> named = new TreeSet<>(texts(explanation.at("/assessment/facts")));
    explanation.findValues("missing").forEach(each -> named.addAll(texts(each)));
    explanation.findValues("forbidding").forEach(each -> named.addAll(texts(each)));
    assertThat(explanation.path("facts").propertyNames()).containsAll(named);
    Set<String> shown = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (JsonNode card : explanation.path("recommendations")) {
      all.add(card.path("card").asString());
      if (card.path("state").asString().equals("SHOWN")) {
        shown.add(card.path("card").asString());
      }
      boolean says =
          !card.path("reason").isNull()
              || card.path("missing").size() + card.path("forbidding").size() > 0;
      assertThat(says || card.path("state").asString().equals("SHOWN"))
          .as("why not: " + card)
          .isTrue();
    }
    assertThat(shown).containsExactlyInAnyOrderElementsOf(texts(explanation.path("cards")));
    assertThat(all).isEqualTo(new TreeSet<>(Charts.KNOWLEDGE.cards().keySet()));
  }

  @Test
  void theToddlerIsExplainedStepByStep() {
    JsonNode explanation = explanation(Charts.request(TODDLER));

    assertThat(explanation.at("/assessment/tier").asString()).isEqualTo("T3");
    assertThat(explanation.at("/assessment/criteria/count").asInt()).isEqualTo(3);
    assertThat(explanation.at("/pillars/0/state").asString()).isEqualTo("PRESENT");
    assertThat(explanation.at("/pillars/0/evidence/0/reference").asString())
        .isEqualTo("Observation/eyes");
    assertThat(explanation.at("/pillars/0/evidence/0/words").asString())
        .contains("rapid multidirectional eye movements");
    assertThat(explanation.at("/pillars/3/state").asString()).isEqualTo("UNKNOWN");
    assertThat(explanation.at("/pillars/3/reason").asString()).isEqualTo("not documented");
    assertThat(
            explanation
                .path("chart")
                .path("entries")
                .valueStream()
                .map(each -> each.path("reference").asString()))
        .contains("Condition/varicella", "Condition/ataxia", "Observation/eyes");
    assertThat(
            explanation.path("timeline").valueStream().map(each -> each.path("date").asString("")))
        .isSorted();
  }

  @Test
  void aSnoozeIsToldWithItsEnd() {
    CardClient chart =
        CardClient.of(service.context(), service.client(), TODDLER, "explained-snooze");
    chart.override(chart.card("C01"), "specialist-aware", service.time().instant());

    JsonNode c01 = explanation(chart.chart()).path("recommendations").get(0);

    assertThat(c01.path("card").asString()).isEqualTo("C01");
    assertThat(c01.path("state").asString()).isEqualTo("HELD_BACK");
    assertThat(c01.path("reason").asString()).isEqualTo("SNOOZED");
    assertThat(c01.path("detail").asString()).contains("already managing");
    assertThat(c01.path("until").asString()).startsWith("2026-12-20T");
  }

  @Test
  void anExplanationIssuesNoCard() {
    long before = issued();
    explanation(Charts.request(TODDLER));
    Recorded.by(service.context());
    assertThat(issued()).isEqualTo(before);
  }

  private static long issued() {
    return service
        .context()
        .getBean(Database.class)
        .<Long>inTransaction(
            jdbc -> jdbc.sql("select count(*) from issued_card").query(Long.class).single());
  }

  @Test
  void itIsRefusedAsTheCallWouldBe() {
    ObjectNode request = (ObjectNode) Charts.request(TODDLER);
    request.remove("context");
    assertThat(ServiceClient.outcome(explained(request), 400)).contains("context");
    assertThat(
            ServiceClient.outcome(
                service
                    .client()
                    .post("/explanations/nothing", "{}", "Content-Type", "application/json"),
                404))
        .contains("nothing");
  }

  @Test
  void theSchemaIsServed() {
    HttpResponse<String> schema = service.client().get("/explanations/schema");
    assertThat(schema.statusCode()).isEqualTo(200);
    assertThat(schema.headers().firstValue("Content-Type")).contains("application/schema+json");
    assertThat(schema.body())
        .isEqualTo(Charts.text(Path.of("src/main/resources/schemas/explanation.schema.json")));
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    ObjectNode broken = (ObjectNode) explanation(Charts.request(TODDLER));
    broken.put("more", 1);
    assertThat(faults(broken.toString())).isNotEmpty();
    broken.remove("more");
    assertThat(faults(broken.toString())).isEmpty();
    ((ObjectNode) broken.at("/pillars/0")).put("state", "MAYBE");
    assertThat(faults(broken.toString())).isNotEmpty();
  }
}
