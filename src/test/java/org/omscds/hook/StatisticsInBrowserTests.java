package org.omscds.hook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.omscds.browser.Browser;
import tools.jackson.databind.JsonNode;

/** Cards are shown and answered over some weeks, and the page of the running service tells it. */
@Tag("browser")
class StatisticsInBrowserTests {

  private static final List<String> CHARTS =
      List.of(
          "typical-toddler",
          "occult-tumour-normal-vma",
          "neuroblastoma-new-ataxia",
          "post-viral-ataxia-day-15",
          "nystagmus-with-new-ataxia",
          "rituximab-without-hepatitis-b");
  private static final List<String> REASONS =
      List.of("specialist-aware", "not-consistent", "alt-dx", "unstable");

  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void whatHappenedIsOnThePage() {
    try (FetchingService service = FetchingService.start(Map.of())) {
      int answers = 0;
      for (int week = 0; week < 6; week++) {
        for (String name : CHARTS) {
          CardClient chart =
              CardClient.of(
                  service.context(),
                  service.client(),
                  Path.of("src/main/resources/samples", name + ".json"),
                  name + "-" + week);
          for (JsonNode card : chart.cards()) {
            answers++;
            service.time().pass(Duration.ofHours(answers % 7));
            if (answers % 3 == 0) {
              chart.override(card, REASONS.get(answers % 4), service.time().instant());
            } else if (answers % 3 == 1 && card.path("suggestions").size() > 0) {
              chart.accept(
                  card, service.time().instant(), card.at("/suggestions/0/uuid").asString());
            }
          }
        }
        service.time().pass(Duration.ofDays(6));
      }
      JsonNode statistics = ServiceClient.json(service.client().get("/statistics.json"));
      Page page = BROWSER.page(Browser.View.DESKTOP);

      page.navigate("http://127.0.0.1:" + service.client().port() + "/statistics");

      assertThat(
              page.getByRole(
                  AriaRole.HEADING, new Page.GetByRoleOptions().setName("Card statistics")))
          .isVisible();
      for (JsonNode week : statistics.path("byWeek")) {
        assertThat(
                page.locator(
                    "#weeks-plot g[data-name='" + week.path("key").asString() + "'] title"))
            .containsText(week.path("overridden").asString() + " overridden");
      }
      assertThat(page.locator("body"))
          .containsText(statistics.at("/totals/cards").asString() + " different cards were shown");
      assertThat(page.locator("#shares-plot")).containsText("C01 Criteria met (child)");
      assertThat(BROWSER.violations(page)).isEmpty();
      assertThat(BROWSER.problems()).isEmpty();
      BROWSER.picture(page, "statistics-of-the-service");
    }
  }
}
