package org.omscds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.omscds.consultation.Charts;
import tools.jackson.databind.JsonNode;

/**
 * An EHR that calls a service somewhere else, with the samples as charts.
 *
 * @param base the address of the service
 */
record Ehr(String base) {

  private static final Path SAMPLES = Path.of("src/main/resources/samples");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static String sample(String name) {
    return Charts.text(SAMPLES.resolve(name + ".json"));
  }

  /** Calls the service of the hook that the request names. */
  HttpResponse<String> call(String request) throws IOException, InterruptedException {
    return post(path(request), request);
  }

  private static String path(String request) {
    return "/cds-services/oms-" + Charts.parse(request).path("hook").asString();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  /** The cards of an answer. */
  static List<JsonNode> cards(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<JsonNode> cards = new ArrayList<>();
    Charts.parse(answer.body()).path("cards").forEach(cards::add);
    return cards;
  }

  /** The ids of the cards of an answer in the catalogue. */
  static List<String> ids(HttpResponse<String> answer) {
    return cards(answer).stream().map(Ehr::id).toList();
  }

  private static String id(JsonNode card) {
    return card.path("extension").path("org.omscds.explanation").path("card").asString();
  }

  /** Puts a card of an answer away, for a month. */
  void putAway(String request, HttpResponse<String> answer, String card)
      throws IOException, InterruptedException {
    String uuid =
        cards(answer).stream()
            .filter(each -> id(each).equals(card))
            .findFirst()
            .orElseThrow()
            .path("uuid")
            .asString();
    HttpResponse<String> taken =
        post(
            path(request) + "/feedback",
            """
            {"feedback":[{"card":"%s","outcome":"overridden","outcomeTimestamp":"%s",
             "overrideReason":{"reason":
              {"system":"urn:oms-cds:override","code":"specialist-aware"}}}]}\
            """
                .formatted(uuid, Instant.now()));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
  }
}
