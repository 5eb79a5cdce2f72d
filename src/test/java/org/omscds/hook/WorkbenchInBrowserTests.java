package org.omscds.hook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.omscds.browser.Browser;
import tools.jackson.databind.JsonNode;

/** The page of the workbench as the running service serves and answers it. */
@Tag("browser")
class WorkbenchInBrowserTests {

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static FetchingService service;

  private boolean refusalExpected;

  @BeforeAll
  static void start() {
    service = FetchingService.start(Map.of());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @AfterEach
  void nothingWentWrongUnseen() {
    assertThat(BROWSER.problems())
        .filteredOn(problem -> !(refusalExpected && problem.contains("Failed to load resource")))
        .isEmpty();
  }

  @Test
  void anAnswerPutsItsCardAwayForThisVisitorAlone() {
    Page page = open();
    page.locator("#typical").click();
    Locator cards = page.locator("article.card");
    assertThat(cards).hasCount(3);
    BROWSER.picture(page, "workbench-of-the-service-try");
    Locator first = cards.first();
    first.getByRole(AriaRole.BUTTON, named("^Override")).click();
    first.getByLabel("Reason").selectOption("Neurology/oncology already managing");
    first.getByText("Send this answer").click();
    assertThat(page.locator("#changes"))
        .containsText(Pattern.compile("C01 .* is not shown: snoozed by an answer.*, until 20"));
    BROWSER.picture(page, "workbench-of-the-service-answered");
    page.locator("#tab-why").click();
    assertThat(page.locator("#recommendations")).containsText("snoozed by an answer");
    BROWSER.picture(page, "workbench-of-the-service-why");

    page.locator("#tab-try").click();
    page.locator("#typical").click();
    assertThat(page.locator("#changes")).isHidden();
    assertThat(cards).hasCount(3);
    assertThat(cards.first()).containsText("Findings meet 3 of 4");
  }

  @Test
  void aFindingOfTwoClicksChangesTheVerdictAndItsRemovalChangesItBack() {
    Page page = open();
    Locator cards = page.locator("article.card");
    show(page, "post-viral-ataxia-day-2");
    assertThat(cards).hasCount(0);
    assertThat(suspicion(page)).containsText("T1");

    page.evaluate("() => { window.clicks = 0; onclick = () => clicks++; }");
    page.locator("#finding-box > summary").click();
    page.locator("#findings").getByText("Opsoclonus", exactly()).click();
    assertThat(page.locator("#entries li[data-reference='Observation/finding-1']"))
        .containsText("Opsoclonus");
    assertThat(page.evaluate("() => clicks")).isEqualTo(2);
    page.locator("#fire").click();
    assertThat(cards.first()).containsText("C01");
    assertThat(suspicion(page)).containsText("T3");
    assertThat(page.locator(".pillar").first()).containsText("said by clinician");
    assertThat(page.locator(".pillar").first()).containsText("2026-11-20");

    page.locator("#entries li[data-reference='Observation/finding-1'] button").click();
    page.locator("#fire").click();
    assertThat(page.locator("#cards")).containsText("No card.");
    assertThat(suspicion(page)).containsText("T1");
  }

  @Test
  void aCardThatWasPutAwayComesBackWithANewFinding() {
    Page page = open();
    page.locator("#typical").click();
    Locator first = page.locator("article.card").first();
    first.getByRole(AriaRole.BUTTON, named("^Override")).click();
    first.getByLabel("Reason").selectOption("Findings not clinically consistent (e.g. nystagmus)");
    first.getByText("Send this answer").click();
    assertThat(page.locator("#changes")).containsText("C01 Criteria met (child) is not shown");
    page.locator("#finding-box > summary").click();
    page.locator("#findings").getByText("Myoclonus").click();
    page.locator("#fire").click();
    assertThat(first).containsText("C01");
  }

  @Test
  void whatIsAcceptedStandsInTheChartAndCanBeTakenBack() {
    Page page = open();
    page.locator("#typical").click();
    Locator cards = page.locator("article.card");
    Locator entries = page.locator("#entries li");
    assertThat(cards).hasCount(3);
    assertThat(entries).hasCount(6);
    Locator search = cards.filter(new Locator.FilterOptions().setHasText("C05"));
    search.getByRole(AriaRole.BUTTON, named("^Accept")).click();
    assertThat(page.locator("#changes")).containsText("In the chart now: MRI neck");
    assertThat(page.locator("#changes"))
        .containsText("is not shown: it is under way: the missing regions are ordered.");
    assertThat(search).hasCount(0);
    assertThat(entries.filter(new Locator.FilterOptions().setHasText("MRI neck")))
        .containsText("Order · 2026-11-20 · active");
    BROWSER.picture(page, "workbench-of-the-service-accepted");

    page.locator("#take-back").click();
    assertThat(search).hasCount(1);
    assertThat(entries).hasCount(6);
    assertThat(cards).hasCount(3);
  }

  @Test
  void anOrderThatWasAcceptedIsRemovedAsAnyOther() {
    Page page = open();
    page.locator("#typical").click();
    Locator first = page.locator("article.card").first();
    first.getByRole(AriaRole.BUTTON, named("^Accept")).click();
    assertThat(page.locator("#changes")).containsText("In the chart now: Urgent neurology");
    Locator order = page.locator("#entries li[data-reference='ServiceRequest/accepted-1']");
    order.getByRole(AriaRole.BUTTON).click();
    assertThat(order).hasCount(0);
    assertThat(page.locator("#take-back")).isHidden();
  }

  @Test
  void aCardLeadsToItsRulesAndSources() {
    Page page = open();
    page.locator("#typical").click();
    Page rules =
        page.waitForPopup(
            () -> page.locator("article.card").getByText("C05: rules and sources").click());
    assertThat(rules).hasURL(Pattern.compile("/knowledge#card/C05$"));
    assertThat(rules.locator("#main h2[tabindex]")).containsText("Tumour imaging gap");
  }

  @Test
  void everySampleIsShownAndExplained() {
    Page page = open();
    JsonNode samples = ServiceClient.json(service.client().get("/samples")).path("samples");
    assertThat(page.locator("#sample option")).hasCount(samples.size());
    for (JsonNode sample : samples) {
      show(page, sample.asString());
      assertThat(page.locator("#status")).containsText(" ms, hook ");
      assertThat(page.locator("#failure")).isHidden();
      assertThat(page.locator("#why-failure")).isHidden();
      assertThat(page.locator("#why-body .pillar")).hasCount(4);
    }
  }

  @Test
  void aFindingOfTheFamilyIsReadAsTheFamilys() {
    Page page = open();
    page.locator("#typical").click();
    page.locator("#finding-box > summary").click();
    page.locator("#speaker").selectOption("family");
    page.locator("#findings").getByText("Sleep disturbance").click();
    page.locator("#fire").click();
    page.locator("#tab-why").click();
    assertThat(page.locator(".pillar").nth(2)).containsText("said by family");
  }

  @Test
  void anOperatorUsesItWhereCallersAuthenticate() {
    try (FetchingService guarded = FetchingService.start(OperatorsCallsTests.settings())) {
      String address = "http://127.0.0.1:" + guarded.client().port() + "/";
      Page page = BROWSER.page(Browser.View.DESKTOP, "ada", OperatorsCallsTests.PASSWORD);
      page.navigate(address);
      page.locator("#typical").click();
      Locator first = page.locator("article.card").first();
      first.getByRole(AriaRole.BUTTON, named("^Dismiss")).click();
      assertThat(page.locator("#changes")).containsText("C01 Criteria met (child) is not shown");

      refusalExpected = true;
      Page stranger = BROWSER.page(Browser.View.DESKTOP, "eve", OperatorsCallsTests.PASSWORD);
      assertThat(stranger.navigate(address).status()).isEqualTo(401);
    }
  }

  @Test
  void aRequestThatTheServiceRefusesShowsWhatItSays() {
    refusalExpected = true;
    Page page = open();
    page.locator("#typical").click();
    page.locator("#service").selectOption("oms-encounter-start");
    page.locator("#encounter").fill("");
    page.locator("#fire").click();
    assertThat(page.locator("#failure")).containsText("status 4");
    assertThat(page.locator("#failure")).containsText("encounterId");
    BROWSER.picture(page, "workbench-of-the-service-refused");
  }

  private static void show(Page page, String sample) {
    page.locator("#sample").selectOption(sample);
    page.waitForResponse(
        answer -> answer.url().contains("/explanations/"),
        () -> page.locator("#samples button").click());
  }

  /** The tier, as "Why" tells it. */
  private static Locator suspicion(Page page) {
    return page.locator("#why .totals div").first();
  }

  private static Locator.GetByRoleOptions named(String pattern) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Page open() {
    Page page = BROWSER.page(Browser.View.DESKTOP);
    page.navigate("http://127.0.0.1:" + service.client().port() + "/");
    return page;
  }
}
