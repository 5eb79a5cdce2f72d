package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omscds.feedback.Recorded;
import org.omscds.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real PostgreSQL that is stopped and started under the running service. */
class DatabaseAwayTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");

  @TempDir Path data;

  private final int port = freePort();

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.resolve("postgres"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private Map<String, Object> settings() {
    return Map.of(
        "omscds.store.url",
        "jdbc:postgresql://localhost:" + port + "/postgres",
        "omscds.store.username",
        "postgres",
        "omscds.store.pause",
        "50ms");
  }

  private static CardClient patient(FetchingService service, String id) {
    return CardClient.of(service.context(), service.client(), TODDLER, id);
  }

  /** The answer to a call, whether it can be noted or not. */
  private static JsonNode cards(CardClient chart) {
    HttpResponse<String> response =
        chart
            .http()
            .post(chart.path(), chart.chart().toString(), "Content-Type", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return ServiceClient.json(response).path("cards");
  }

  private static HttpResponse<String> health(FetchingService service) {
    return new ServiceClient(
            service
                .context()
                .getEnvironment()
                .getRequiredProperty("local.management.port", Integer.class))
        .get("/actuator/health");
  }

  private static String state(FetchingService service) {
    HttpResponse<String> health = health(service);
    assertThat(health.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(health.body()).path("status").asString();
  }

  private static void until(BooleanSupplier there) {
    for (int looks = 0; !there.getAsBoolean(); looks++) {
      assertThat(looks).as("looked often enough").isLessThan(600);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static long issued(FetchingService service) {
    return service
        .context()
        .getBean(Database.class)
        .<Long>inTransaction(
            jdbc -> jdbc.sql("select count(*) from issued_card").query(Long.class).single());
  }

  @Test
  void cardsAreShownWithoutItAndRecordingResumesByItself() throws IOException {
    EmbeddedPostgres first = postgres();
    try (FetchingService service = FetchingService.start(settings())) {
      CardClient chart = patient(service, "away");
      List<JsonNode> before = chart.cards();
      chart.override(before.getFirst(), "specialist-aware", service.time().instant());
      assertThat(chart.cards()).hasSizeLessThan(before.size() + 1).isNotEqualTo(before);
      assertThat(state(service)).isEqualTo("UP");
      long recorded = issued(service);

      first.close();
      for (int call = 0; call < 20; call++) {
        assertThat(cards(chart)).as("call " + call).containsExactlyElementsOf(before);
      }
      assertThat(state(service)).isEqualTo("DEGRADED");
      HttpResponse<String> refused =
          chart.send(
              CardClient.posted(
                  CardClient.overridden("x", "unstable", "", service.time().instant())));
      assertThat(ServiceClient.outcome(refused, 503)).contains("again");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(service.client().get("/statistics.json").statusCode()).isEqualTo(503);

      try (EmbeddedPostgres _ = postgres()) {
        until(() -> state(service).equals("UP"));
        Recorded.by(service.context());
        assertThat(issued(service)).isEqualTo(recorded + 20L * before.size());
        assertThat(Recorded.dropped(service.context())).isZero();
        assertThat(chart.cards()).as("the answer holds again").isNotEqualTo(before);
      }
    }
  }

  @Test
  void theServiceStartsWithoutItAndUsesItOnceItIsThere() throws IOException {
    try (FetchingService service = FetchingService.start(settings())) {
      CardClient chart = patient(service, "late");
      assertThat(cards(chart)).isNotEmpty();
      assertThat(state(service)).isEqualTo("DEGRADED");
      try (EmbeddedPostgres _ = postgres()) {
        until(() -> state(service).equals("UP"));
        JsonNode card = chart.cards().getFirst();
        chart.override(card, "specialist-aware", service.time().instant());
        assertThat(chart.cards()).doesNotContain(card);
      }
    }
  }
}
