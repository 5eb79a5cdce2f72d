package org.omscds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.browser.Browser.View;
import org.omscds.browser.StatisticsServer.Answer;

/** The page of statistics in a real browser. */
@Tag("browser")
class StatisticsPageTests {

  private static final Answer FULL = Answer.of("full.json");
  private static final Answer EMPTY = Answer.of("empty.json");
  private static final Answer STORE_IS_DOWN =
      new Answer(
          503,
          """
          {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "transient",
            "details": {"text": "The store is not available."}, "diagnostics": "Try later."}]}
          """);

  /** What the browser itself says of an answer that is an error, or of none. */
  private static final Pattern REFUSED =
      Pattern.compile("console: Failed to load resource.*|request: .* net::ERR_EMPTY_RESPONSE");

  private static final String NAME_OF_FOCUS =
      "() => document.activeElement.textContent.trim() || document.activeElement.id";
  private static final String OUTLINE_OF_FOCUS =
      "() => getComputedStyle(document.activeElement).outlineStyle";

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final StatisticsServer server = new StatisticsServer(FULL);
  private boolean refusalsExpected;

  @AfterEach
  void nothingWentWrongUnseen() {
    server.close();
    assertThat(BROWSER.problems())
        .filteredOn(problem -> !(refusalsExpected && REFUSED.matcher(problem).matches()))
        .isEmpty();
  }

  // The numbers.

  @Test
  void theWeeksAreStackedBarsWithTheNumbersOfTheAnswer() {
    Page page = open(View.DESKTOP);
    Locator weeks = page.locator("#weeks-plot g[data-name]");
    assertThat(weeks).hasCount(13);
    Locator week = page.locator("#weeks-plot g[data-name='2026-W47']");
    assertThat(week.locator("title")).hasText("2026-W47: 5 accepted, 5 overridden, 3 ignored");
    assertThat(week.locator("text")).hasText("13");
    double perCard = number(week.locator(".accepted"), "height") / 5;
    assertThat(number(week.locator(".overridden"), "height")).isCloseTo(5 * perCard, within(0.01));
    assertThat(number(week.locator(".ignored"), "height")).isCloseTo(3 * perCard, within(0.01));
    assertThat(page.locator("#weeks-plot svg"))
        .hasAttribute(
            "aria-label",
            Pattern.compile("Stacked bars of 13 weeks\\. The highest is 2026-W47 with 13 cards.*"));
  }

  @Test
  void aWeekWithoutCardsKeepsItsPlace() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#weeks-plot g[data-name='2026-W39'] rect")).hasCount(0);
    assertThat(cells(page, "#weeks-table"))
        .contains(List.of("2026-W39", "2026-09-21", "0", "0", "0", "0", "0"));
  }

  @Test
  void theShareOverriddenIsABarWithItsNumbersHighestFirst() {
    Page page = open(View.DESKTOP);
    Locator rows = page.locator("#shares-plot g[data-name]");
    assertThat(rows).hasCount(7);
    assertThat(rows.nth(0)).containsText("C07 MIBG and imaging safety");
    assertThat(rows.nth(0)).containsText("91\u00a0%");
    assertThat(rows.nth(0)).containsText("10 of 11 answers");
    assertThat(rows.nth(1)).containsText("71\u00a0%");
    double highest = number(rows.nth(0).locator(".block"), "width");
    double next = number(rows.nth(1).locator(".block"), "width");
    assertThat(next / highest).isCloseTo(0.71 / 0.91, within(0.001));
  }

  @Test
  void aCardToReviewIsMarkedInWords() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#shares-plot g[data-value='0.91']")).containsText("needs review");
    assertThat(page.locator("#shares-plot text", having("needs review"))).hasCount(1);
    assertThat(page.locator("#attention-list li").first())
        .hasText(
            "Card C07 MIBG and imaging safety needs a review: 91\u00a0% overridden (10 of 11 answers)."
                + " See the cards");
  }

  @Test
  void bothTargetsAreLinesAndSaidToBeProposals() {
    Page page = open(View.DESKTOP);
    Locator track = page.locator("#shares-plot .track").first();
    for (var line : List.of(List.of(".mark-target", 0.5), List.of(".mark-review", 0.8))) {
      double x = number(page.locator("#shares-plot " + line.get(0)), "x1");
      double expected = number(track, "x") + (double) line.get(1) * number(track, "width");
      assertThat(x).isCloseTo(expected, within(0.01));
    }
    assertThat(page.locator("#shares-legend li"))
        .hasText(
            new String[] {
              "Target: at most 50\u00a0% overridden [PROPOSAL]",
              "Review: from 80\u00a0% on [PROPOSAL]",
              "Needs review"
            });
  }

  @Test
  void reasonsAndHoursAreBarsToo() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#reasons-plot g[data-name]")).hasCount(11);
    assertThat(page.locator("#reasons-plot g[data-value='7']"))
        .hasAttribute("data-name", "Findings not clinically consistent (e.g. nystagmus)");
    Locator hours = page.locator("#hours-plot g[data-name]");
    assertThat(hours).hasCount(7);
    assertThat(hours.nth(0)).containsText("310\u00a0h");
    assertThat(page.locator("#hours-plot")).not().containsText("C20");
  }

  @Test
  void eachPlotHasATableWithTheSameNumbers() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("details")).hasCount(4);
    openTables(page);
    assertThat(cells(page, "#weeks-table")).hasSize(13);
    assertThat(cells(page, "#weeks-table"))
        .contains(List.of("2026-W47", "2026-11-16", "41", "13", "5", "5", "3"));
    assertThat(cells(page, "#shares-table"))
        .contains(
            List.of(
                "C07",
                "MIBG and imaging safety",
                "91\u00a0%",
                "needs review",
                "19",
                "12",
                "1",
                "10",
                "1"))
        .contains(List.of("C18", "Antibody panel fit", "no answer", "no", "2", "0", "0", "0", "0"));
    assertThat(cells(page, "#reasons-table"))
        .contains(List.of("C05", "Already done elsewhere / result pending", "4", "done-elsewhere"));
    assertThat(cells(page, "#hours-table"))
        .contains(List.of("C01", "Criteria met (child)", "5.2\u00a0h", "5"))
        .contains(
            List.of(
                "C25",
                "Registry, trial and family information",
                "310\u00a0h (12.9\u00a0days)",
                "2"));
  }

  @Test
  void totalsGroupsAndMissedCasesAreShown() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#totals > div"))
        .hasText(
            new String[] {
              "Shown307 times",
              "Different cards97 each counted once",
              "Accepted36 37\u00a0% of the cards",
              "Overridden36 37\u00a0% of the cards",
              "Ignored25 26\u00a0% of the cards"
            });
    assertThat(cells(page, "#tiers-table")).contains(List.of("T2", "123", "39", "14", "14", "11"));
    assertThat(cells(page, "#hooks-table"))
        .contains(List.of("order-sign", "40", "12", "5", "5", "2"));
    assertThat(cells(page, "#clients-table"))
        .contains(List.of("hospital-b", "92", "29", "11", "11", "7"));
    assertThat(cells(page, "#missed-table"))
        .containsExactly(
            List.of("9f0c41d27be8", "hospital-a", "2026-11-20", "2026-11-20", "none"),
            List.of("27be0a9941d3", "hospital-b", "2026-09-03", "2026-10-14", "2026-09-04"));
    assertThat(page.locator("#missed")).containsText("a list to audit");
    assertThat(page.locator("#origin")).containsText("Knowledge version 2026.11.0");
  }

  @Test
  void aStoreThatLosesEventsIsSaid() {
    server.answers(changed(FULL, "\"UP\", \"dropped\": 0", "\"DOWN\", \"dropped\": 1200"));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#attention-list")).containsText("The store of these numbers is DOWN");
    assertThat(page.locator("#attention-list")).containsText("1,200 events were not stored");
  }

  @Test
  void markupInAnAnswerStaysText() {
    String markup = "<img src=x onerror=alert(1)>";
    server.answers(
        new Answer(
            200,
            FULL.body()
                .replace("Criteria met (child)", markup)
                .replace("Alternative diagnosis confirmed", markup)
                .replace("hospital-a", markup)));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("img, script:not([src])")).hasCount(0);
    assertThat(page.locator("#clients-table")).containsText(markup);
    assertThat(page.locator("#shares-plot")).containsText("onerror=alert(1)>");
  }

  // Nothing to show.

  @Test
  void noCardIsSaidInWords() {
    server.answers(EMPTY);
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#status"))
        .hasText("From 2026-09-01 to 2026-11-28: no card was issued.");
    assertThat(page.locator("#empty")).isVisible();
    assertThat(page.locator("#numbers")).isHidden();
    assertThat(page.locator("#missed")).containsText("There is no such patient in these days.");
    assertThat(BROWSER.violations(page)).isEmpty();
    BROWSER.picture(page, "statistics-empty");
  }

  @Test
  void missedCasesAreShownAlsoWhereNoCardWas() {
    server.answers(
        changed(
            EMPTY,
            "\"missedCases\": []",
            """
            "missedCases": [{"client": "hospital-a", "firstSeen": "2026-11-20",
              "diagnosed": "2026-11-20", "lastCard": null, "patient": "9f0c41d27be8"}]\
            """));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#empty")).isVisible();
    assertThat(cells(page, "#missed-table")).hasSize(1);
    assertThat(page.locator("#attention-list"))
        .containsText("1 patient for the missed-case review");
  }

  @Test
  void cardsWithoutAnswersLeaveNoEmptyPlots() {
    server.answers(
        new Answer(
            200,
            FULL.body()
                .replaceAll("\"reasons\": \\[[^]]*]", "\"reasons\": []")
                .replaceAll("(\"medianHoursToAcceptance\": )[0-9.]+", "$1null")));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#reasons-text")).hasText("Nobody gave a reason in these days.");
    assertThat(page.locator("#hours-text")).hasText("No card was accepted in these days.");
    assertThat(page.locator("#reasons-details, #hours-details, #reasons-plot, #hours-plot"))
        .hasCount(4);
    assertThat(page.locator("#reasons-details:visible, #hours-details:visible")).hasCount(0);
  }

  // Failures.

  @ParameterizedTest
  @CsvSource({
    "400, Check the two days above",
    "401, You are not signed in",
    "403, Ask the operator of this service for access",
    "404, The statistics are not switched on here",
    "429, Wait a minute",
    "500, tell the operator of this service the status and the time",
    "503, The store of these numbers is not available"
  })
  void aFailureIsSaidWithItsStatusAndWhatToDo(int status, String advice) {
    refusalsExpected = true;
    server.answers(new Answer(status, STORE_IS_DOWN.body()));
    Page page = navigate(View.DESKTOP);
    assertThat(page.locator("#failure-title"))
        .hasText("The statistics could not be loaded: status " + status);
    assertThat(page.locator("#failure-advice")).containsText(advice);
    assertThat(page.locator("#failure-detail")).hasText("The store is not available. Try later.");
    assertThat(page.locator("#numbers")).isHidden();
  }

  @Test
  void anAnswerThatIsNoJsonAndABrokenConnectionAreSaidToo() {
    server.answers(new Answer(200, "<html>Sign in</html>"));
    Page page = navigate(View.DESKTOP);
    assertThat(page.locator("#failure-detail")).containsText("such as a page to sign in");
    refusalsExpected = true;
    server.answers(new Answer(0, ""));
    page.locator("#again").click();
    assertThat(page.locator("#failure-title"))
        .hasText("The statistics could not be loaded: no answer");
  }

  @Test
  void aFailureTakesTheOldNumbersAwayAndTryingAgainBringsThemBack() {
    refusalsExpected = true;
    Page page = open(View.DESKTOP);
    server.answers(STORE_IS_DOWN);
    page.locator("#days button").click();
    assertThat(page.locator("#failure")).isVisible();
    assertThat(page.locator("#numbers")).isHidden();
    assertThat(page.locator("#missed")).isHidden();
    assertThat(BROWSER.violations(page)).isEmpty();
    BROWSER.picture(page, "statistics-failure");
    server.answers(FULL);
    page.locator("#again").click();
    assertThat(page.locator("#numbers")).isVisible();
    assertThat(page.locator("#failure")).isHidden();
  }

  // The days.

  @Test
  void theDaysGoIntoTheRequestTheCsvAndTheAddress() {
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#from")).hasValue("2026-09-01");
    assertThat(page.locator("#csv"))
        .hasAttribute("href", "statistics.csv?from=2026-09-01&to=2026-11-28");
    page.locator("#from").fill("2026-10-01");
    page.locator("#to").fill("2026-10-31");
    server.answers(
        new Answer(
            200,
            FULL.body()
                .replace("\"from\": \"2026-09-01\"", "\"from\": \"2026-10-01\"")
                .replace("\"to\": \"2026-11-28\"", "\"to\": \"2026-10-31\"")));
    page.locator("#days button").click();
    assertThat(page.locator("#csv"))
        .hasAttribute("href", "statistics.csv?from=2026-10-01&to=2026-10-31");
    assertThat(page).hasURL(server.page() + "?from=2026-10-01&to=2026-10-31");
    assertThat(page.locator("#status")).containsText("From 2026-10-01 to 2026-10-31");
    assertThat(server.asked()).containsExactly("", "from=2026-10-01&to=2026-10-31");
    assertThat(page).hasTitle("Card statistics – OMS CDS, 2026-10-01 to 2026-10-31");
    server.answers(FULL);
    page.goBack();
    assertThat(page.locator("#from")).hasValue("2026-09-01");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void anAddressWithDaysCanBeKept() {
    Page page = BROWSER.page(View.DESKTOP);
    page.navigate(server.page() + "?from=2026-10-01");
    assertThat(page.locator("#numbers")).isVisible();
    assertThat(server.asked()).containsExactly("from=2026-10-01");
  }

  @Test
  void daysInTheWrongOrderAreRefusedBeforeAnybodyIsAsked() {
    Page page = open(View.DESKTOP);
    page.locator("#from").fill("2026-10-31");
    page.locator("#to").fill("2026-10-01");
    page.locator("#days button").click();
    assertThat(page.locator("#days-problem"))
        .hasText("The first day comes after the last. Change one of them.");
    assertThat(page.locator("#to")).isFocused();
    assertThat(page.locator("#to")).hasAttribute("aria-invalid", "true");
    assertThat(server.asked()).hasSize(1);
    page.locator("#to").fill("2026-11-01");
    page.locator("#days button").click();
    assertThat(page.locator("#days-problem")).isHidden();
    assertThat(page.locator("#to")).not().hasAttribute("aria-invalid", "true");
  }

  // For every reader.

  static Stream<View> views() {
    return Stream.of(
        View.DESKTOP, View.DESKTOP.dark(), View.PHONE, View.PHONE.dark(), View.DESKTOP.still());
  }

  @ParameterizedTest
  @MethodSource("views")
  void axeFindsNothing(View view) {
    Page page = open(view);
    assertThat(BROWSER.violations(page)).isEmpty();
    openTables(page);
    assertThat(BROWSER.violations(page)).isEmpty();
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndShowsWhereItIs() {
    Page page = open(View.DESKTOP);
    List<String> walked = new ArrayList<>();
    for (int step = 0; step < 40 && !walked.contains("Table: time to acceptance by card"); step++) {
      page.keyboard().press("Tab");
      String name = (String) page.evaluate(NAME_OF_FOCUS);
      if (walked.isEmpty() || !walked.getLast().equals(name)) {
        walked.add(name);
      }
      assertThat(page.evaluate(OUTLINE_OF_FOCUS)).as(name).isNotEqualTo("none");
    }
    assertThat(walked)
        .containsExactly(
            "Skip to the numbers",
            "from",
            "to",
            "Show these days",
            "Download as CSV",
            "See the cards",
            "See the list",
            "Table: cards by week",
            "Table: answers by card",
            "Table: reasons by card",
            "Table: time to acceptance by card");
    page.keyboard().press("Enter");
    assertThat(page.locator("#hours-table table")).isVisible();
  }

  @Test
  void theSkipLinkLeadsToTheNumbers() {
    Page page = open(View.DESKTOP);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void aScreenReaderFindsLandmarksHeadingsAndNamedPictures() {
    Page page = open(View.DESKTOP);
    for (AriaRole landmark : List.of(AriaRole.BANNER, AriaRole.MAIN, AriaRole.CONTENTINFO)) {
      assertThat(page.getByRole(landmark)).hasCount(1);
    }
    assertThat(page.locator("h1")).hasCount(1);
    assertThat(page.locator("h2:visible")).hasCount(8);
    assertThat(page.locator("svg[role=img][aria-label]")).hasCount(4);
    assertThat(page.locator("table")).hasCount(8);
    assertThat(page.locator("table > caption")).hasCount(8);
  }

  @Test
  void aPhoneNeedsNoScrollingSidewaysAndEachWideTableScrollsByItself() {
    Page page = open(View.PHONE);
    openTables(page);
    assertThat(Sight.fits(page)).isTrue();
    assertThat(page.locator("#shares-table .frame")).hasAttribute("tabindex", "0");
    assertThat(page.locator("#shares-plot .mark-target")).hasCount(7);
    assertThat(Sight.textsThatStickOut(page)).isEmpty();
  }

  @Test
  void aWiderWindowDrawsThePlotsAnew() {
    Page page = open(View.PHONE);
    String narrow = page.locator("#shares-plot svg").getAttribute("width");
    page.setViewportSize(1280, 900);
    assertThat(page.locator("#shares-plot svg")).not().hasAttribute("width", narrow);
    assertThat(page.locator("#shares-plot .mark-target")).hasCount(1);
  }

  @Test
  void theNightHasDarkGroundAndNothingMovesForWhoWantsItStill() {
    Page page = open(View.DESKTOP.dark().still());
    assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(16, 20, 27)");
    assertThat(Sight.moving(page)).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("views")
  void nothingShiftsWhileThePageLoads(View view) {
    Page page = BROWSER.page(view);
    Sight.watchShifts(page);
    page.navigate(server.page());
    assertThat(page.locator("#hours-plot svg")).isVisible();
    page.waitForTimeout(300);
    double shifted = Sight.shifted(page);
    assertThat(shifted).as("only the dates inside their inputs").isLessThan(0.001);
  }

  @Test
  void picturesForAReader() {
    for (View view : List.of(View.DESKTOP, View.DESKTOP.dark(), View.PHONE)) {
      Page page = open(view);
      String name =
          "statistics-"
              + (view.width() < 400 ? "phone-" : "")
              + view.scheme().name().toLowerCase(Locale.ROOT);
      BROWSER.picture(page, name);
      openTables(page);
      BROWSER.picture(page, name + "-tables");
    }
  }

  /** The page with its numbers. */
  private Page open(View view) {
    Page page = navigate(view);
    assertThat(page.locator("#missed")).isVisible();
    return page;
  }

  private Page navigate(View view) {
    Page page = BROWSER.page(view);
    page.navigate(server.page());
    return page;
  }

  private static void openTables(Page page) {
    page.locator("summary").all().forEach(Locator::click);
  }

  private static List<List<String>> cells(Page page, String place) {
    return page.locator(place + " tbody tr").all().stream()
        .map(row -> row.locator("th, td").allTextContents())
        .toList();
  }

  private static double number(Locator shape, String attribute) {
    return Double.parseDouble(shape.getAttribute(attribute));
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Answer changed(Answer answer, String from, String to) {
    return new Answer(answer.status(), answer.body().replace(from, to));
  }
}
