package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.omscds.feedback.Recorded;
import org.omscds.feedback.TestFeedback;
import org.omscds.store.Database;
import org.omscds.store.TestDatabases;
import org.omscds.trust.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two replicas on one PostgreSQL are one service. */
@Tag("store")
class ReplicasTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");
  private static final int PATIENTS = 40;

  private record Pair(FetchingService one, FetchingService other) implements AutoCloseable {

    static Pair start(Map<String, Object> settings) {
      return new Pair(FetchingService.start(settings), FetchingService.start(settings));
    }

    void pass(Duration length) {
      one.time().pass(length);
      other.time().pass(length);
    }

    long count(String sql) {
      return one.context()
          .getBean(Database.class)
          .<Long>inTransaction(jdbc -> jdbc.sql(sql).query(Long.class).single());
    }

    @Override
    public void close() {
      one.close();
      other.close();
    }
  }

  private static <T> List<T> together(List<Callable<T>> tasks) {
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static CardClient patient(FetchingService service, String id) {
    return CardClient.of(service.context(), service.client(), TODDLER, id);
  }

  @Test
  void replicasThatStartAtTheSameMomentMakeOneSchemaAndOneKey() {
    String url = Postgres.settings("together").get("omscds.store.url").toString();
    Callable<String> start =
        () -> {
          try (Database database = TestDatabases.at(url, "postgres")) {
            return TestFeedback.keyOf(database);
          }
        };
    assertThat(Set.copyOf(together(List.of(start, start, start, start)))).hasSize(1);
  }

  @Test
  void callsAndAnswersMayGoToEither() {
    try (Pair pair = Pair.start(Postgres.settings("replicas"))) {
      for (int i = 0; i < PATIENTS; i++) {
        CardClient here = patient(i % 2 == 0 ? pair.one() : pair.other(), "shared-" + i);
        CardClient there = patient(i % 2 == 0 ? pair.other() : pair.one(), "shared-" + i);
        JsonNode card = here.card("C01");
        assertThat(there.card("C01").path("uuid")).isEqualTo(card.path("uuid"));
        ObjectNode answer =
            CardClient.overridden(
                card.path("uuid").asString(), "specialist-aware", "", pair.one().time().instant());

        together(
                List.of(
                    () -> here.send(CardClient.posted(answer)).statusCode(),
                    () -> there.send(CardClient.posted(answer)).statusCode(),
                    () -> here.send(CardClient.posted(answer)).statusCode(),
                    () -> there.send(CardClient.posted(answer)).statusCode()))
            .forEach(status -> assertThat(status).isEqualTo(200));

        assertThat(here.ids()).as("where it was shown").doesNotContain("C01");
        assertThat(there.ids()).as("at the other").doesNotContain("C01");
      }
      assertThat(pair.count("select count(*) from feedback")).isEqualTo(PATIENTS);
      assertThat(pair.count("select count(*) from secret")).isEqualTo(1);
    }
  }

  @Test
  void onlyOneOfThemPurges() {
    try (Pair pair = Pair.start(Postgres.settings("purging"))) {
      patient(pair.one(), "old").cards();
      for (int day = 0; day < 5; day++) {
        pair.pass(Duration.ofDays(800));
        List<Integer> purged =
            together(
                List.of(
                    () -> Recorded.purgedBy(pair.one().context()),
                    () -> Recorded.purgedBy(pair.other().context())));
        assertThat(purged.stream().filter(each -> each >= 0)).as("day " + day).hasSize(1);
      }
      assertThat(pair.count("select count(*) from issued_card")).isZero();
    }
  }

  @Test
  void aTokenThatOneTookIsUsedForTheOther() {
    Map<String, Object> settings = new HashMap<>(Postgres.settings("tokens"));
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    settings.put("omscds.trust.clients.ehr.issuer", TestTokens.ISSUER);
    settings.put(
        "omscds.trust.clients.ehr.jwks", TestTokens.published(TestTokens.EC384, TestTokens.RSA));
    try (Pair pair = Pair.start(settings)) {
      for (int i = 0; i < 10; i++) {
        String token =
            "Bearer " + TestTokens.at(pair.one().time().instant(), "/cds-services").text();
        List<Integer> statuses =
            together(
                List.of(
                    () -> discovery(pair.one(), token).statusCode(),
                    () -> discovery(pair.other(), token).statusCode()));
        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
      }
    }
  }

  private static HttpResponse<String> discovery(FetchingService service, String token) {
    return service.client().get("/cds-services", "Authorization", token);
  }

  @Test
  void manyDifferentAnswersAtTheSameTimeAreAllKept() {
    try (Pair pair = Pair.start(Postgres.settings("many"))) {
      List<Callable<Integer>> posts = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        CardClient sender = patient(i % 2 == 0 ? pair.one() : pair.other(), "many");
        String post =
            CardClient.posted(
                CardClient.overridden(
                    UUID.randomUUID().toString(), "unstable", "", pair.one().time().instant()));
        posts.add(() -> sender.send(post).statusCode());
      }
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        for (Future<Integer> each : threads.invokeAll(posts)) {
          assertThat(each.get()).isEqualTo(200);
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
      assertThat(pair.count("select count(*) from feedback")).isEqualTo(200);
    }
  }
}
