package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.trust.TestTokens;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** The knowledge over HTTP: what it answers, to whom, and that nothing is sent twice. */
class KnowledgeEndpointTests {

  private static final String PASSWORD = "correct horse battery staple";

  private static FetchingService service;

  @BeforeAll
  static void start() {
    service =
        FetchingService.start(
            Map.of(
                "omscds.trust.mode",
                "required",
                "omscds.trust.public-urls",
                TestTokens.URL,
                "omscds.trust.clients.ehr.issuer",
                TestTokens.ISSUER,
                "omscds.trust.clients.ehr.jwks",
                TestTokens.published(TestTokens.EC384, TestTokens.RSA),
                "omscds.trust.operators.ada",
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<String> get(String path, String login, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    System.arraycopy(headers, 0, all, 2, headers.length);
    return service.client().get(path, all);
  }

  private static HttpResponse<String> get(String path) {
    return get(path, "ada:" + PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/knowledge", "/knowledge.json", "/knowledge/knowledge.css"})
  void knowledgeIsForOperators(String path) {
    HttpResponse<String> refused = service.client().get(path);
    assertThat(ServiceClient.outcome(refused, 401)).contains("omscds.trust.operators");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
    assertThat(get(path, "ada:wrong").statusCode()).isEqualTo(401);
    String client = "Bearer " + TestTokens.at(service.time().instant(), path).text();
    assertThat(service.client().get(path, "Authorization", client).statusCode()).isEqualTo(401);

    HttpResponse<String> shown = get(path);
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'");
  }

  @ParameterizedTest
  @CsvSource({
    "/knowledge, text/html;charset=UTF-8",
    "/knowledge/knowledge.css, text/css;charset=UTF-8",
    "/knowledge/knowledge.js, text/javascript;charset=UTF-8",
    "/knowledge.json, application/json"
  })
  void whatTheReaderHasIsNotSentAgain(String path, String type) {
    HttpResponse<String> first = get(path);
    assertThat(first.headers().firstValue("Content-Type")).contains(type);
    assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = get(path, "ada:" + PASSWORD, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(again.headers().allValues("Cache-Control")).containsExactly("no-cache");
    HttpResponse<String> older = get(path, "ada:" + PASSWORD, "If-None-Match", "\"other\"");
    assertThat(older.statusCode()).isEqualTo(200);
  }

  @Test
  void theDocumentIsOfTheKnowledgeThatStampsTheCards() {
    JsonNode document = ServiceClient.json(get("/knowledge.json"));
    assertThat(document.path("version").asString()).matches("20\\d\\d\\.\\d+\\.\\d+");
    assertThat(document.path("notice").asString())
        .isEqualTo("Research draft without clinical sign-off.");
    assertThat(document.at("/entries/card/0/id").asString()).isEqualTo("C01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/knowledge/nothing.js",
        "/knowledge/knowledge.html",
        "/knowledge/KNOWLEDGE.css",
        "/knowledge/knowledge.yaml"
      })
  void nothingElseIsServed(String path) {
    assertThat(ServiceClient.outcome(get(path), 404)).contains("There is nothing at this address.");
  }
}
