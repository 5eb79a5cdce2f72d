package org.omscds.hook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.browser.Browser;
import org.omscds.browser.Browser.View;
import org.omscds.browser.Sight;
import tools.jackson.databind.JsonNode;

/** The knowledge of the running service in a real browser. */
@Tag("browser")
class KnowledgePageTests {

  private static final String SHORTEST_TARGET =
      """
      () => Math.min(...[...document.querySelectorAll('#results a, #kinds a, button, input, select')]
          .filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect().height))
      """;
  private static final Pattern REFUSED =
      Pattern.compile("console: Failed to load resource.*|request: .*/knowledge.json .*ABORTED");
  private static final List<String> ENTRIES =
      List.of(
          "",
          "#card",
          "#source",
          "#card/C01",
          "#finding/F-OPS",
          "#criterion/P2c",
          "#order/REF-NEURO",
          "#result/R-MIBG",
          "#check/IVIG.ALLERGY_SEVERE",
          "#words/language.negation",
          "#words/imaging.tumour-tests",
          "#concept/opsoclonus",
          "#drug/STEROID",
          "#nothing/at-all");

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
        .filteredOn(problem -> !(refusalExpected && REFUSED.matcher(problem).matches()))
        .isEmpty();
  }

  // The search.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C05                     | #card/C05
          f-ops                   | #finding/F-OPS
          dancing eyes            | #finding/F-OPS
          tanzende augen          | #finding/F-OPS
          movimientos oculares caoticos | #finding/F-OPS
          308474002               | #order/REF-NEURO
          HP:0010543              | #concept/opsoclonus
          brunklaus               | #source/brunklaus2012
          cerebellitis            | #mimic/cerebellitis
          remind me               | #override/remind-7d
          persistent-days         | #setting/persistent-days
          """)
  void itFindsByIdWordPhraseAndCode(String query, String address) {
    Page page = open(View.DESKTOP, "");
    page.locator("#q").fill(query);
    assertThat(page.locator("#results a").first()).hasAttribute("href", address);
    assertThat(page.locator("#status")).containsText("found");
  }

  @Test
  void factsSayWhatTheyMeanWhereverTheyAreListed() {
    String said = "Pillar A is present and no other pillar is.";
    for (String hash : List.of("#fact/EYES_ALONE", "#fact", "#rule/eyes-alone")) {
      assertThat(open(View.DESKTOP, hash).locator("#shown")).containsText(said);
    }
  }

  @Test
  void itSaysWhereItFoundAndThatNothingIsFound() {
    Page page = open(View.DESKTOP, "");
    page.locator("#q").fill("dancing eyes");
    assertThat(page.locator("#results .where").first()).hasText("dancing eyes");
    page.locator("#q").fill("xyzzy");
    assertThat(page.locator("#results a")).hasCount(0);
    assertThat(page.locator("#status")).containsText("Nothing is found");
  }

  @Test
  void kindAndMarkNarrowWhatIsFoundAndStayInTheAddress() {
    Page page = open(View.DESKTOP, "");
    page.locator("#kind").selectOption("criterion");
    assertThat(page.locator("#status")).hasText("13 entries are found");
    page.locator("#mark").selectOption("proposal");
    assertThat(page.locator("#status")).hasText("12 entries are found");
    assertThat(page.locator("#results .proposal")).hasCount(12);
    page.locator("#q").fill("relapse nowhere");
    assertThat(page.locator("#results a")).hasCount(0);
    page.locator("#q").fill("ataxia");
    String count = page.locator("#status").textContent();
    assertThat(page).hasURL(Pattern.compile(".*\\?q=ataxia&kind=criterion&mark=proposal"));
    page.reload();
    assertThat(page.locator("#status")).hasText(count);
    assertThat(page.locator("#q")).hasValue("ataxia");
    page.locator("#q").fill("");
    page.locator("#kind").selectOption("");
    page.locator("#mark").selectOption("verify");
    assertThat(page.locator("#results a[href='#source/ninds']")).isVisible();
  }

  @Test
  void manyResultsComeInParts() {
    Page page = open(View.DESKTOP, "");
    page.locator("#kind").selectOption("concept");
    assertThat(page.locator("#results a")).hasCount(50);
    page.locator("#more").click();
    assertThat(page.locator("#results a")).hasCount(250);
    assertThat(page.locator("#results a").nth(50)).isFocused();
  }

  // Addresses and links.

  @Test
  void everyAddressOpensItsEntryWithoutADeadLink() {
    Page page = open(View.DESKTOP, "");
    JsonNode entries = ServiceClient.json(service.client().get("/knowledge.json")).path("entries");
    for (String kind : entries.propertyNames()) {
      JsonNode last = entries.path(kind).get(entries.path(kind).size() - 1);
      String id = last.path("id").asString();
      page.evaluate("address => { location.hash = address; }", "#" + kind + "/" + id);
      assertThat(page.locator("article .id code")).hasText(id);
      assertThat(page.locator("article h2")).hasText(last.path("title").asString());
    }
    Object dead =
        page.evaluate(
            """
            async () => {
              const entries = (await (await fetch('knowledge.json')).json()).entries;
              const dead = [];
              for (const [kind, all] of Object.entries(entries)) {
                for (const {id} of all) {
                  location.hash = `#${kind}/${id}`;
                  await new Promise(done => addEventListener('hashchange', done, {once: true}));
                  const shown = document.getElementById('shown');
                  if (shown.querySelector('.id code')?.textContent !== id
                      || /\\[object|undefined|null/.test(shown.textContent)) {
                    dead.push(`${kind}/${id}`);
                  }
                }
              }
              return dead;
            }
            """);
    assertThat((List<?>) dead).isEmpty();
  }

  @Test
  void entriesLinkToEachOtherAndBack() {
    Page page = open(View.DESKTOP, "#card/C05");
    assertThat(page).hasTitle("C05 Tumour imaging gap (child) – Clinical knowledge – OMS CDS");
    assertThat(page.locator("article")).containsText("Shown when");
    page.locator("article a[href='#source/brunklaus2012']").first().click();
    assertThat(page.locator("article h2")).hasText("Brunklaus 2012");
    assertThat(page.locator("article h2")).isFocused();
    assertThat(page.locator("article a[href='https://doi.org/10.1136/adc.2010.204792']"))
        .isVisible();
    page.locator("article h3.used ~ ul a[href='#card/C05']").click();
    assertThat(page.locator("article h2")).hasText("Tumour imaging gap (child)");
    page.goBack();
    assertThat(page.locator("article h2")).hasText("Brunklaus 2012");
  }

  @Test
  void aFindingShowsItsCodesAndTheCriteriaThatNameIt() {
    Page page = open(View.DESKTOP, "#finding/F-OPS");
    assertThat(page.locator("article table tbody tr")).hasCount(4);
    assertThat(page.locator("article table")).containsText("194177006");
    assertThat(page.locator("article h3.used ~ ul a[href='#criterion/P3']")).isVisible();
    page.locator("article a[href='#concept/opsoclonus']").first().click();
    assertThat(page.locator("article table thead")).containsText("Provenance");
  }

  @Test
  void whatIsThisProjectsChoiceIsMarked() {
    Page page = open(View.DESKTOP, "#criterion/P2c");
    assertThat(page.locator("article .id .proposal")).hasText("[PROPOSAL]");
    go(page, "#criterion/P3");
    assertThat(page.locator("article .id .proposal")).hasCount(0);
    go(page, "#source/ninds");
    assertThat(page.locator("article .id .verify")).hasText("to be verified");
  }

  @Test
  void theHeadSaysWhichKnowledgeItIsAndThatNobodySignedIt() {
    Page page = open(View.DESKTOP, "");
    String version =
        ServiceClient.json(service.client().get("/knowledge.json")).path("version").asString();
    assertThat(page.locator(".draft"))
        .hasText("Version " + version + " Research draft without clinical sign-off.");
    assertThat(page.getByRole(AriaRole.LINK, named("Start"))).hasAttribute("href", "./");
    page.getByRole(AriaRole.LINK, named("Card statistics")).click();
    assertThat(page).hasURL(Pattern.compile(".*/statistics"));
  }

  @Test
  void anUnknownAddressSaysSo() {
    Page page = open(View.DESKTOP, "#card/C99");
    assertThat(page.locator("article h2")).hasText("There is no such entry");
    assertThat(page.locator("article")).containsText("#card/C99");
  }

  @Test
  void anAnswerThatFailsCanBeAskedForAgain() {
    refusalExpected = true;
    Page page = BROWSER.page(View.DESKTOP);
    page.route(
        "**/knowledge.json",
        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(503)));
    page.navigate(address(""));
    assertThat(page.locator("#failure")).containsText("503");
    assertThat(BROWSER.violations(page)).isEmpty();
    page.unroute("**/knowledge.json");
    page.locator("#again").click();
    assertThat(page.locator("article")).isVisible();
    assertThat(page.locator("#failure")).isHidden();
  }

  // Keyboard, screen reader, phone, night.

  @Test
  void theKeyboardSearchesOpensAndComesBack() {
    Page page = open(View.DESKTOP, "");
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("opsoclonus");
    assertThat(page.locator("#results a").first()).hasAttribute("href", "#finding/F-OPS");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#results a").nth(1)).isFocused();
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Escape");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("article h2")).hasText("opsoclonus");
    assertThat(page.locator("article h2")).isFocused();
    assertThat(page.locator("#results a[aria-current=page]"))
        .hasAttribute("href", "#finding/F-OPS");
    page.keyboard().press("/");
    page.keyboard().type("a/b");
    assertThat(page.locator("#q")).hasValue("a/b");
  }

  @Test
  void theSkipLinkLeadsToWhatIsShown() {
    Page page = open(View.DESKTOP, "#card/C05");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    assertThat(page).hasURL(Pattern.compile(".*#card/C05"));
  }

  static Stream<View> views() {
    return Stream.of(View.DESKTOP, View.DESKTOP.dark(), View.PHONE, View.PHONE.dark());
  }

  @ParameterizedTest
  @MethodSource("views")
  void nothingIsInaccessible(View view) {
    Page page = open(view, "");
    for (String entry : ENTRIES) {
      go(page, entry);
      assertThat(BROWSER.violations(page)).as(entry).isEmpty();
      assertThat(Sight.fits(page)).as(entry + " fits").isTrue();
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(page.locator("article h2")).hasCount(1);
    }
    page.locator("#q").fill("ataxia");
    assertThat(page.locator("#results a").first()).isVisible();
    assertThat(BROWSER.violations(page)).isEmpty();
    assertThat(Sight.fits(page)).isTrue();
    assertThat(((Number) page.evaluate(SHORTEST_TARGET)).doubleValue()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void aPhoneShowsTheResultsOrTheEntry() {
    Page page = open(View.PHONE, "");
    page.locator("#q").fill("dancing eyes");
    assertThat(page.locator("#results")).isVisible();
    assertThat(page.locator("article")).isHidden();
    page.locator("#results a").first().click();
    assertThat(page.locator("article h2")).isVisible();
    assertThat(page.locator("#results")).isHidden();
    page.locator("#back").click();
    assertThat(page.locator("#results a").first()).isFocused();
    assertThat(page.locator("article")).isHidden();
  }

  @Test
  void theNightHasDarkGround() {
    Page page = open(View.DESKTOP.dark(), "");
    assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(16, 20, 27)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#card/C05", "?q=ataxia#finding/F-ATX"})
  void nothingShiftsWhileThePageLoads(String entry) {
    for (View view : List.of(View.DESKTOP, View.PHONE)) {
      Page page = BROWSER.page(view);
      Sight.watchShifts(page);
      page.navigate(address(entry));
      assertThat(page.locator("article h2")).hasCount(1);
      page.waitForTimeout(300);
      assertThat(Sight.shifted(page)).isLessThan(0.001);
    }
  }

  @Test
  void theServiceSendsThePageUnderAStrictPolicy() {
    Page page = BROWSER.page(View.DESKTOP);
    Response response = page.navigate(address(""));
    assertThat(response.headerValue("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.locator("[style], script:not([src]), style")).hasCount(0);
  }

  @Test
  void picturesForAReader() {
    for (View view : List.of(View.DESKTOP, View.DESKTOP.dark(), View.PHONE, View.PHONE.dark())) {
      String name =
          "knowledge-"
              + (view.width() < 400 ? "phone-" : "")
              + (view.equals(View.DESKTOP) || view.equals(View.PHONE) ? "light" : "dark");
      for (String entry : List.of("", "#card/C05", "#finding/F-ATX", "#check/IVIG.IGA_LOW")) {
        Page page = open(view, entry);
        BROWSER.picture(page, name + entry.replaceAll("[#/.]", "-"));
      }
      Page page = open(view, "");
      page.locator("#q").fill("hepatitis");
      assertThat(page.locator("#results a").first()).isVisible();
      BROWSER.picture(page, name + "-search");
    }
  }

  private static String address(String entry) {
    return "http://127.0.0.1:" + service.client().port() + "/knowledge" + entry;
  }

  /** The page with what it shows at an address. */
  private static Page open(View view, String entry) {
    Page page = BROWSER.page(view);
    page.navigate(address(entry));
    assertThat(page.locator("article h2")).hasCount(1);
    return page;
  }

  private static void go(Page page, String entry) {
    Locator heading = page.locator("article h2");
    page.evaluate(
        """
        address => new Promise(done => {
          if (location.hash === address) {
            done();
          } else {
            addEventListener('hashchange', () => done(), {once: true});
            location.hash = address;
          }
        })
        """,
        entry);
    assertThat(heading).hasCount(1);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
