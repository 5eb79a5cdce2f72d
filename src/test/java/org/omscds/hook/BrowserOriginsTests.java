package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls as a browser makes them (cds-hooks_2.0@208). */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BrowserOriginsTests {

  private static final String SANDBOX = "https://sandbox.cds-hooks.org";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  @LocalServerPort private int port;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  @ParameterizedTest
  @CsvSource({
    "https://sandbox.cds-hooks.org, GET, /cds-services, authorization",
    "https://sandbox.cds-hooks.org, POST, /cds-services/oms-patient-view, 'authorization,content-type'",
    "http://localhost:8080, POST, /cds-services/oms-patient-view, content-type",
    "http://localhost, POST, /cds-services/oms-patient-view, content-type",
    "http://127.0.0.1:3000, POST, /cds-services/oms-patient-view/feedback, 'authorization,content-type'"
  })
  void aPreflightOfAnAllowedOriginPassesWithoutAuthentication(
      String origin, String method, String path, String headers) {
    HttpResponse<String> response = preflight(origin, method, path, headers);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).contains(origin);
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .isEqualTo("GET,POST,OPTIONS");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .isEqualToIgnoringWhitespace(headers.replace(",", ", "));
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example.org, POST, content-type",
    "http://sandbox.cds-hooks.org, POST, content-type",
    "https://sandbox.cds-hooks.org.evil.example, POST, content-type",
    "http://localhost.evil.example, POST, content-type",
    "null, POST, content-type",
    "https://sandbox.cds-hooks.org, DELETE, content-type",
    "https://sandbox.cds-hooks.org, POST, x-odd"
  })
  void anyOtherPreflightIsRefused(String origin, String method, String headers) {
    HttpResponse<String> response = preflight(origin, method, ServiceClient.SERVICE, headers);
    ServiceClient.outcome(response, 403);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/samples", "/knowledge.json", "/statistics.json", "/cds-servicesx"})
  void nothingButTheServicesIsForOtherOrigins(String path) {
    assertThat(client.get(path, "Origin", SANDBOX).headers().firstValue(ALLOW_ORIGIN)).isEmpty();
  }

  @Test
  void anAnswerCarriesTheOrigin() {
    HttpResponse<String> response =
        client.post(ServiceClient.SERVICE, HookRequests.whole().json(), "Origin", SANDBOX);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).contains(SANDBOX);
    assertThat(client.get("/cds-services", "Origin", SANDBOX).headers().firstValue(ALLOW_ORIGIN))
        .contains(SANDBOX);
  }

  /** Without the header a browser hides even the status from the client. */
  @ParameterizedTest
  @CsvSource({
    "POST, /cds-services/oms-patient-view, '{', application/json, 400",
    "POST, /cds-services/zap, '{}', application/json, 404",
    "POST, /cds-services/a/b/c, '{}', application/json, 404",
    "PUT, /cds-services/oms-patient-view, '{}', application/json, 403",
    "GET, /cds-services/oms-patient-view, '', application/json, 405",
    "POST, /cds-services/oms-patient-view, '{}', text/plain, 415"
  })
  void aRefusalCarriesTheOriginToo(
      String method, String path, String body, String contentType, int status) {
    HttpResponse<String> response =
        client.send(
            method,
            path,
            BodyPublishers.ofString(body),
            "Origin",
            SANDBOX,
            "Content-Type",
            contentType);
    ServiceClient.outcome(response, status);
    if (status != 403) {
      assertThat(response.headers().firstValue(ALLOW_ORIGIN)).contains(SANDBOX);
    }
  }

  @Test
  void unmetPreconditionsCarryTheOriginToo() {
    String body = HookRequests.whole().without("prefetch").json();
    HttpResponse<String> response = client.post(ServiceClient.SERVICE, body, "Origin", SANDBOX);
    ServiceClient.outcome(response, 412);
    assertThat(response.headers().firstValue(ALLOW_ORIGIN)).contains(SANDBOX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example.org", "https://localhost:8080"})
  void aCallFromAnotherOriginIsRefused(String origin) {
    HttpResponse<String> response =
        client.post(ServiceClient.SERVICE, HookRequests.whole().json(), "Origin", origin);
    assertThat(ServiceClient.outcome(response, 403)).contains("omscds.hook.allowed-origins");
  }

  private HttpResponse<String> preflight(
      String origin, String method, String path, String headers) {
    return client.send(
        "OPTIONS",
        path,
        BodyPublishers.noBody(),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        method,
        "Access-Control-Request-Headers",
        headers);
  }
}
