package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages come with their parts, under a policy that lets nothing else in, and can be left out. */
class PagesTests {

  private static final Pattern PARTS =
      Pattern.compile("(?:src|href)=\"([a-z0-9./-]+\\.(?:js|css))\"");

  private static FetchingService service;

  @BeforeAll
  static void start() {
    service = FetchingService.start(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/statistics", "/knowledge", "/api"})
  void aPageComesWithItsParts(String path) {
    HttpResponse<String> page = service.client().get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>", "<style", " style=", "onclick=");
    Matcher parts = PARTS.matcher(page.body());
    int found = 0;
    while (parts.find()) {
      found++;
      HttpResponse<String> part = service.client().get("/" + parts.group(1));
      assertThat(part.statusCode()).as(parts.group(1)).isEqualTo(200);
      assertThat(part.headers().firstValue("Content-Type").orElseThrow())
          .startsWith(parts.group(1).endsWith(".js") ? "text/javascript" : "text/css");
    }
    assertThat(found).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statistics/statistics.html",
        "/statistics/nothing.js",
        "/statistics/..%2Fworkbench%2Fworkbench.js",
        "/workbench/application.yml",
        "/pages/statistics/statistics.js"
      })
  void nothingElseIsServed(String path) {
    assertThat(service.client().get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void theWorkbenchCanBeLeftOut() {
    try (FetchingService without =
        FetchingService.start(Map.of("omscds.workbench.enabled", "false"))) {
      assertThat(without.client().get("/").statusCode()).isEqualTo(404);
      assertThat(without.client().get("/workbench/workbench.js").statusCode()).isEqualTo(404);
      assertThat(without.client().get("/statistics").statusCode()).isEqualTo(200);
    }
  }
}
