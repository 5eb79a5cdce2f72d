package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omscds.trust.TestTokens;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Where callers must say who they are, the document is for operators and says how. */
class ApiGuardTests {

  private static final String PASSWORD = "a password of this test";
  private static final String OTHER = "/cds-services/oms-order-sign";

  private static FetchingService service;
  private static ApiDescription description;

  @BeforeAll
  static void start() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("omscds.trust.mode", "required");
    settings.put("omscds.trust.public-urls", TestTokens.URL);
    settings.put("omscds.trust.clients.ehr.issuer", TestTokens.ISSUER);
    settings.put("omscds.trust.clients.ehr.jwks", TestTokens.published(TestTokens.EC384));
    settings.put("omscds.trust.clients.ehr.services", "oms-patient-view");
    settings.put("omscds.trust.clients.ehr.requests-per-minute", 3);
    settings.put(
        "omscds.trust.operators.ada", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD));
    service = FetchingService.start(settings);
    description = ApiDescription.of(service.client().get("/openapi.json", "Authorization", ada()));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String ada() {
    return "Basic "
        + Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  /** No endpoint that is described answers a stranger, and each is told the log-in it describes. */
  @Test
  void everyEndpointIsGuardedAsDescribed() {
    for (Map.Entry<String, JsonNode> path : description.document().path("paths").properties()) {
      String address = path.getKey().replaceAll("\\{[a-z]+}", "workbench");
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        String method = each.getKey().toUpperCase(Locale.ROOT);
        HttpResponse<String> answer =
            service.client().send(method, address, BodyPublishers.noBody());
        description.assertDescribed(method, path.getKey(), answer, 401);
        String scheme = each.getValue().path("security").path(0).propertyNames().iterator().next();
        assertThat(
                answer
                    .headers()
                    .firstValue("WWW-Authenticate")
                    .orElseThrow()
                    .toLowerCase(Locale.ROOT))
            .as(path.getKey())
            .startsWith(
                description
                    .document()
                    .at("/components/securitySchemes/" + scheme + "/scheme")
                    .asString("not described"));
      }
    }
  }

  @Test
  void refusalsOfAClientAreAsDescribed() {
    description.assertDescribed("POST", OTHER, call(OTHER), 403);
    HttpResponse<String> last = call(ServiceClient.SERVICE);
    for (int more = 0; last.statusCode() == 400 && more < 5; more++) {
      last = call(ServiceClient.SERVICE);
    }
    description.assertDescribed("POST", ServiceClient.SERVICE, last, 429);
  }

  private static HttpResponse<String> call(String path) {
    String token = TestTokens.at(service.time().instant(), path).text();
    return service.client().post(path, "{}", "Authorization", "Bearer " + token);
  }

  @Test
  void thePageIsForOperators() {
    assertThat(service.client().get("/api").statusCode()).isEqualTo(401);
    HttpResponse<String> page = service.client().get("/api", "Authorization", ada());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';");
  }
}
