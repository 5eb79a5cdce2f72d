package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omscds.consultation.Charts;
import org.omscds.fhir.server.FakeFhirServer;
import org.omscds.trust.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What Prometheus reads of a service after a few calls, and that alerts and dashboard ask for
 * nothing else.
 */
class MetricsTests {

  private static final String VIEW = "oms-patient-view";
  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final Path DASHBOARD = Path.of("docker/grafana/dashboards/oms-cds.json");
  private static final Path ALERTS = Path.of("docker/prometheus/alerts.yml");

  /** Whatever Prometheus itself adds to a scrape. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

  private static FakeFhirServer fhir;
  private static FetchingService service;
  private static Management management;
  private static List<JsonNode> shown;

  @BeforeAll
  static void callAFewTimes() {
    fhir =
        new FakeFhirServer()
            .on("Patient", HookRequests.PATIENT)
            .on("Condition", FakeFhirServer.status(500));
    service = FetchingService.start(Map.of());
    management = Management.of(service);
    CardClient toddler =
        CardClient.of(service.context(), service.client(), TODDLER, "Zz-metrics-patient");
    shown = toddler.cards();
    toddler.override(shown.getFirst(), "specialist-aware", service.time().instant());
    toddler.cards();
    service
        .client()
        .call(
            HookRequests.whole()
                .with("fhirServer", "\"" + fhir.base() + "\"")
                .without("fhirAuthorization")
                .without("prefetch")
                .json());
    service.client().call("{\"hook\":");
    service.client().post("/cds-services/Zz-no-service", "{}", "Content-Type", "application/json");
    service.client().get("/Zz-nowhere/Patient/Zz-metrics-patient");
    service
        .client()
        .post(
            "/explanations/" + VIEW,
            Charts.request(TODDLER).toString(),
            "Content-Type",
            "application/json");
  }

  @AfterAll
  static void stop() {
    service.close();
    fhir.close();
  }

  @Test
  void callsAreTimedByServiceAndOutcome() {
    String count = "omscds_calls_seconds_count";
    assertThat(management.value(count, "service", VIEW, "outcome", "answered")).isEqualTo(3);
    assertThat(management.value(count, "service", VIEW, "outcome", "refused")).isEqualTo(1);
    assertThat(management.value(count, "service", "other", "outcome", "refused")).isEqualTo(1);
    assertThat(
            management.value(
                "omscds_calls_seconds_bucket",
                "service",
                VIEW,
                "outcome",
                "answered",
                "le",
                "+Inf"))
        .isEqualTo(3);
    assertThat(
            management.samples().stream()
                .filter(each -> each.name().equals("omscds_calls_seconds_bucket"))
                .map(each -> each.labels().get("le"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "0.001", "0.002", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5",
            "+Inf");
    assertThat(management.value("omscds_feedback_seconds_count", "outcome", "answered"))
        .isEqualTo(1);
    assertThat(management.value("omscds_explanations_seconds_count", "outcome", "answered"))
        .isEqualTo(1);
  }

  @Test
  void cardsAreCountedOnceEachAndSnoozesByTheirCard() {
    String first = CardClient.id(shown.getFirst());
    assertThat(
            management.value(
                "omscds_cards_total",
                "card",
                first,
                "indicator",
                shown.getFirst().path("indicator").asString()))
        .isEqualTo(1);
    assertThat(management.value("omscds_snoozed_total", "card", first)).isEqualTo(1);
    assertThat(management.value("omscds_suppressed_total", "reason", "snoozed")).isEqualTo(1);
    assertThat(management.value("omscds_snoozes_total")).isEqualTo(1);
  }

  @Test
  void refusalsAreCountedByStatusAndReason() {
    String refusals = "omscds_refusals_total";
    assertThat(management.value(refusals, "status", "400", "reason", "incomplete")).isEqualTo(1);
    assertThat(management.value(refusals, "status", "404", "reason", "not-found")).isEqualTo(2);
  }

  @Test
  void prefetchKeysAreCountedByHowTheyCame() {
    String prefetch = "omscds_prefetch_total";
    assertThat(management.value(prefetch, "key", "patient", "state", "supplied")).isEqualTo(3);
    assertThat(management.value(prefetch, "key", "patient", "state", "fetched")).isEqualTo(1);
    assertThat(management.value(prefetch, "key", "conditions", "state", "not-fetched"))
        .isEqualTo(1);
  }

  /** A server on this machine may have any port: the caller's word is no tag. */
  @Test
  void fhirServersAreTimedByANameOfOurs() {
    String count = "omscds_fhir_calls_seconds_count";
    assertThat(management.value(count, "server", "this-machine", "outcome", "server-failed"))
        .isEqualTo(1);
    assertThat(management.value(count, "server", "this-machine", "outcome", "answered"))
        .isGreaterThan(1);
    assertThat(management.scraped()).doesNotContain(fhir.base().replaceAll(".*:(\\d+)/.*", "$1\""));
  }

  @Test
  void aListedServerHasItsOrigin() {
    String origin = fhir.base().replace("/fhir", "");
    try (FetchingService other =
        FetchingService.start(
            Map.of("omscds.trust.private-fhir-servers", origin, "omscds.fhir.pause", "1s"))) {
      other
          .client()
          .call(
              HookRequests.whole()
                  .with("fhirServer", "\"" + fhir.base() + "\"")
                  .without("fhirAuthorization")
                  .json());
      assertThat(Management.of(other).value("omscds_fhir_calls_seconds_count", "server", origin))
          .isPositive();
    }
  }

  @Test
  void whatRunsAndHowItIsCanBeRead() {
    assertThat(
            management.samples().stream()
                .filter(each -> each.name().equals("omscds_info"))
                .map(each -> each.labels().get("knowledge")))
        .singleElement()
        .asString()
        .startsWith("2026.");
    assertThat(management.value("omscds_ready")).isEqualTo(1);
    assertThat(management.value("omscds_store_up")).isEqualTo(1);
    assertThat(management.value("omscds_places_limit")).isEqualTo(64);
    assertThat(management.value("omscds_recorder_capacity")).isEqualTo(10_000);
    assertThat(management.samples())
        .allSatisfy(each ->
            assertThat(each.labels())
                .containsEntry("application", "oms-cds")
                .containsKey("version"));
  }

  @Test
  void nothingOfAChartOrCallerIsInTheMetrics() {
    Set<String> secrets = new TreeSet<>();
    ChartSecrets.collect(Charts.request(TODDLER), secrets);
    secrets.add("Zz-");
    String scraped = management.scraped();
    assertThat(secrets).hasSizeGreaterThan(10);
    assertThat(secrets.stream().filter(scraped::contains)).isEmpty();
  }

  @Test
  void thereAreOnlySoManySeries() {
    assertThat(management.samples()).hasSizeBetween(500, 1500);
  }

  /** Why a client was not let in, told to the operator and not to the client. */
  @Test
  void refusedTokensAreCountedByReason() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    settings.put("omscds.trust.clients.ehr.issuer", TestTokens.ISSUER);
    settings.put(
        "omscds.trust.clients.ehr.jwks", TestTokens.published(TestTokens.EC384, TestTokens.RSA));
    try (FetchingService guarded = FetchingService.start(settings)) {
      guarded.client().get("/cds-services", "Authorization", "Bearer x.y.z");
      guarded.client().call("{}");
      Management told = Management.of(guarded);
      assertThat(told.value("omscds_tokens_refused_total")).isEqualTo(1);
      assertThat(told.value("omscds_refusals_total", "status", "401", "reason", "login"))
          .isEqualTo(2);
      assertThat(told.value("omscds_calls_seconds_count", "service", VIEW, "outcome", "refused"))
          .isEqualTo(1);
      assertAsked(told, alerts(), Set.of("omscds_fhir_calls_seconds_count"));
    }
  }

  @Test
  void theDashboardAsksOnlyForWhatIsThere() throws Exception {
    List<String> expressions = new ArrayList<>();
    JsonNode dashboard = dashboard();
    for (JsonNode panel : dashboard.path("panels")) {
      panel.path("targets").forEach(each -> expressions.add(each.path("expr").asString()));
    }
    for (JsonNode variable : dashboard.path("templating").path("list")) {
      variable
          .path("definition")
          .asStringOpt()
          .ifPresent(each -> expressions.add(each.replaceAll(".*\\((\\w+),.*", "$1")));
    }
    assertThat(expressions).hasSizeGreaterThan(20);
    collectGarbage();
    assertAsked(management, expressions, Set.of("omscds_tokens_refused_total"));
  }

  /**
   * The times of the collector are there from its first run on, of which Java tells a little later.
   */
  private static void collectGarbage() throws InterruptedException {
    for (int i = 0; i < 500 && !management.scraped().contains("jvm_gc_pause_seconds_sum"); i++) {
      System.gc();
      Thread.sleep(20);
    }
  }

  @Test
  void theAlertsAskOnlyForWhatIsThere() {
    assertThat(alerts()).hasSizeGreaterThan(10);
    assertAsked(management, alerts(), Set.of());
  }

  private static List<String> alerts() {
    List<String> expressions = new ArrayList<>();
    for (JsonNode group : YAMLMapper.shared().readTree(ALERTS.toFile()).path("groups")) {
      group.path("rules").forEach(each -> expressions.add(each.path("expr").asString()));
    }
    return expressions;
  }

  /** Each metric of the expressions is scraped, and has the labels by which it is asked. */
  private static void assertAsked(
      Management told, List<String> expressions, Set<String> notInThisService) {
    Map<String, Set<String>> labels = new TreeMap<>();
    told.samples()
        .forEach(each ->
            labels
                .computeIfAbsent(each.name(), _ -> new HashSet<>(OF_PROMETHEUS))
                .addAll(each.labels().keySet()));
    labels.put("up", OF_PROMETHEUS);
    for (String expression : expressions) {
      for (PromQl.Selector selector : PromQl.selectors(expression)) {
        if (!notInThisService.contains(selector.metric())) {
          assertThat(labels).as(expression).containsKey(selector.metric());
          assertThat(labels.get(selector.metric())).as(expression).containsAll(selector.labels());
        }
      }
    }
  }

  @Test
  void theDashboardHasTheShapeThatGrafanaReads() throws IOException {
    JsonNode dashboard = dashboard();
    assertThat(dashboard.path("uid").asString()).isEqualTo("oms-cds");
    assertThat(dashboard.path("title").asString()).isNotBlank();
    assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
    Set<Integer> ids = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      String title = panel.path("title").asString();
      assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
      JsonNode grid = panel.path("gridPos");
      assertThat(grid.path("x").asInt() + grid.path("w").asInt()).as(title).isBetween(1, 24);
      assertThat(places.add(grid.path("x") + "," + grid.path("y"))).as(title).isTrue();
      if (!panel.path("type").asString().equals("row")) {
        assertThat(panel.path("targets")).as(title).isNotEmpty();
        Set<String> refs = new HashSet<>();
        for (JsonNode target : panel.path("targets")) {
          assertThat(refs.add(target.path("refId").asString())).as(title).isTrue();
          assertThat(target.path("datasource").path("uid").asString())
              .as(title)
              .isEqualTo("${datasource}");
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(15);
    assertThat(
            Stream.of(dashboard.path("templating").path("list").get(0))
                .map(each -> each.path("type").asString()))
        .containsExactly("datasource");
  }

  private static JsonNode dashboard() throws IOException {
    return new JsonMapper().readTree(Files.readString(DASHBOARD));
  }
}
