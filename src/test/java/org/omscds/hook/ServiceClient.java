package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the running service over HTTP as any client would. */
record ServiceClient(int port) {

  static final String SERVICE = "/cds-services/oms-patient-view";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonMapper JSON = new JsonMapper();

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Posts a hook request to the service, as JSON. */
  HttpResponse<String> call(String body) {
    return post(SERVICE, body, "Content-Type", "application/json");
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    return JSON.readTree(response.body());
  }

  /** Wants an OperationOutcome of that status, and gives its text and diagnostics. */
  static String outcome(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode outcome = json(response);
    assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
    JsonNode issue = outcome.path("issue").path(0);
    assertThat(issue.path("severity").asString()).isEqualTo("error");
    assertThat(issue.path("code").asString()).isNotBlank();
    assertThat(issue.path("details").path("text").asString()).isNotBlank();
    assertThat(response.body())
        .doesNotContain("\\tat ", "Exception", "org.springframework", HookRequests.CHART_TEXT);
    return issue.path("details").path("text").asString()
        + " "
        + issue.path("diagnostics").asString("");
  }
}
