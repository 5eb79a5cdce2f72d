package org.omscds.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
import org.omscds.browser.WorkbenchServer.Answer;
import tools.jackson.databind.JsonNode;

/** The page of the workbench in a real browser. */
@Tag("browser")
class WorkbenchPageTests {

  private static final String SERVICE = "/cds-services/oms-patient-view";
  private static final String EXPLANATIONS = "/explanations/oms-patient-view";

  /** What the browser itself says of an answer that is an error, or of none. */
  private static final Pattern REFUSED =
      Pattern.compile("console: Failed to load resource.*|request: .* net::ERR_EMPTY_RESPONSE");

  @RegisterExtension static final Browser BROWSER = new Browser();

  private final WorkbenchServer server = new WorkbenchServer();
  private boolean refusalsExpected;

  @AfterEach
  void nothingWentWrongUnseen() {
    server.close();
    assertThat(BROWSER.problems())
        .filteredOn(problem -> !(refusalsExpected && REFUSED.matcher(problem).matches()))
        .isEmpty();
  }

  // Try.

  @Test
  void oneClickShowsCards() {
    Page page = open(View.DESKTOP);
    page.locator("#typical").click();
    Locator cards = page.locator("article.card");
    assertThat(cards).hasCount(3);
    assertThat(cards.first()).containsText("Warning");
    assertThat(cards.first().locator("h3")).containsText("Findings meet 3 of 4 OMS criteria");
    assertThat(cards.first().locator(".source a"))
        .hasAttribute("href", "https://doi.org/10.1212/NXI.0000000000001153");
    assertThat(cards.first().locator(".markdown strong").first())
        .hasText("Found (unknown is not absent)");
    assertThat(cards.first().locator(".markdown"))
        .containsText("Vanillylmandelate/Creatinine [Mass Ratio] in Urine");
    assertThat(page.locator("#status")).containsText("3 cards in");
    assertThat(page.locator("#cards")).containsText("Not looked at: allergies.");
  }

  @Test
  void everyLoadedChartHasAPatientOfItsOwn() {
    Page page = shown(View.DESKTOP);
    page.locator("#typical").click();
    assertThat(page.locator("#status")).containsText("3 cards in");
    page.waitForCondition(() -> server.posted(SERVICE).size() == 2);
    JsonNode first = server.posted(SERVICE).get(0);
    JsonNode second = server.posted(SERVICE).get(1);
    String patient = first.at("/context/patientId").asString();
    assertThat(patient).matches("typical-toddler-[0-9a-f]{8}");
    assertThat(second.at("/context/patientId").asString()).isNotEqualTo(patient);
    assertThat(first.at("/hookInstance")).isNotEqualTo(second.at("/hookInstance"));
    assertThat(first.at("/prefetch/patient/id").asString()).isEqualTo(patient);
    assertThat(first.findValues("subject"))
        .allMatch(each -> each.path("reference").asString().equals("Patient/" + patient));
  }

  @Test
  void aFindingIsAddedInTwoClicksAndRemovedInOne() {
    Page page = shown(View.DESKTOP);
    page.locator("#finding-box > summary").click();
    page.locator("#findings").getByText("Myoclonus").click();
    assertThat(page.locator("#entries li")).hasCount(7);
    assertThat(page.locator("#stale")).isVisible();
    ask(page);
    assertThat(page.locator("#stale")).isHidden();
    JsonNode added = last().at("/prefetch/observations/entry/3/resource");
    assertThat(added.path("valueString").asString()).isEqualTo("Myoclonus of arms and legs");
    assertThat(added.path("effectiveDateTime").asString()).isEqualTo("2026-11-20");
    assertThat(added.at("/performer/0/reference").asString()).isEqualTo("Practitioner/p1");
    assertThat(last().at("/prefetch/observations/total").asInt()).isEqualTo(4);

    page.locator("#entries li[data-reference='Observation/finding-1'] button").click();
    ask(page);
    assertThat(last().at("/prefetch/observations/entry")).hasSize(3);
    assertThat(last().toString()).doesNotContain("Myoclonus of arms");
  }

  @Test
  void whatTheFamilySaysIsSaidByTheFamily() {
    Page page = shown(View.DESKTOP);
    page.locator("#finding-box > summary").click();
    page.locator("#speaker").selectOption("family");
    page.locator("#when").selectOption("14");
    page.locator("#words").fill("falls over all the time");
    page.locator("#words").press("Enter");
    ask(page);
    JsonNode added = last().at("/prefetch/observations/entry/3/resource");
    assertThat(added.path("valueString").asString()).isEqualTo("falls over all the time");
    assertThat(added.path("effectiveDateTime").asString()).isEqualTo("2026-11-06");
    assertThat(added.at("/performer/0/reference").asString()).startsWith("RelatedPerson/");
  }

  @Test
  void birthDateDrugAndHookGoIntoTheRequest() {
    Page page = shown(View.DESKTOP);
    page.locator("#birth").fill("2010-01-31");
    page.locator("#drug-box > summary").click();
    page.locator("#drugs").getByText("Labetalol").click();
    page.locator("#service").selectOption("oms-order-select");
    page.locator("#context").getByText("Rituximab").click();
    page.locator("#fire").click();
    page.waitForCondition(() -> !server.posted("/oms-order-select").isEmpty());
    JsonNode sent = server.posted("/cds-services/oms-order-select").getFirst();
    assertThat(sent.path("hook").asString()).isEqualTo("order-select");
    assertThat(sent.at("/prefetch/patient/birthDate").asString()).isEqualTo("2010-01-31");
    assertThat(sent.at("/prefetch/medicationRequests/entry/0/resource").toString())
        .contains("Labetalol");
    assertThat(sent.at("/context/draftOrders/entry/0/resource").toString()).contains("Rituximab");
    assertThat(sent.at("/context/selections/0").asString()).isEqualTo("MedicationRequest/draft-1");
    assertThat(page.locator("#whose")).containsText("16 years");
  }

  @Test
  void eachHookGetsTheContextThatItNeedsAndNoOther() {
    Page page = shown(View.DESKTOP);
    page.locator("#service").selectOption("oms-order-sign");
    page.locator("#context").getByText("MIBG scan").click();
    page.locator("#service").selectOption("oms-problem-list-item-create");
    page.locator("#context").getByText("Neuroblastoma").click();
    page.locator("#fire").click();
    page.waitForCondition(() -> !server.posted("/oms-problem-list-item-create").isEmpty());
    JsonNode sent = server.posted("/oms-problem-list-item-create").getFirst().path("context");
    assertThat(sent.path("conditions").toString()).contains("Neuroblastoma");
    assertThat(sent.has("draftOrders")).isFalse();
    page.locator("#service").selectOption("oms-encounter-discharge");
    page.locator("#encounter").fill("visit-7");
    page.locator("#fire").click();
    page.waitForCondition(() -> !server.posted("/oms-encounter-discharge").isEmpty());
    sent = server.posted("/oms-encounter-discharge").getFirst().path("context");
    assertThat(sent.path("encounterId").asString()).isEqualTo("visit-7");
    assertThat(sent.has("conditions")).isFalse();
  }

  @Test
  void aBundleBecomesAHookRequest() {
    Page page = open(View.DESKTOP);
    page.locator("#own > summary").click();
    page.locator("#text")
        .fill(
            """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"fullUrl": "urn:uuid:1", "resource":
                {"resourceType": "Patient", "id": "p.1", "birthDate": "2025-01-01"}},
              {"resource": {"resourceType": "Condition", "id": "c", "code": {"text": "Ataxia"},
                "subject": {"reference": "urn:uuid:1"}}},
              {"resource": {"resourceType": "Observation", "id": "o", "status": "final",
                "code": {"text": "Eyes"}, "subject": {"reference": "http://ehr/Patient/p.1"}}}]}
            """);
    page.locator("#paste button[type=submit]").click();
    assertThat(page.locator("article.card")).hasCount(3);
    JsonNode sent = last();
    String patient = sent.at("/context/patientId").asString();
    assertThat(patient).startsWith("p.1-");
    assertThat(sent.at("/prefetch/conditions/entry/0/resource/subject/reference").asString())
        .isEqualTo("Patient/" + patient);
    assertThat(sent.at("/prefetch/observations/entry/0/resource/subject/reference").asString())
        .isEqualTo("http://ehr/Patient/" + patient);
    assertThat(sent.at("/prefetch/allergies/total").asInt(-1)).isZero();
    assertThat(sent.path("prefetch").has("practitionerRole")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"resourceType\": \"Bundle\", \"entry\": [}|Line 1, column 38 is no JSON",
        "{\"resourceType\": \"Bundle\"|Line 1, column 26 is no JSON: here should stand a comma or }",
        "{\"resourceType: \"Bundle\"}|Line 1, column 18 is no JSON: here should stand a colon",
        "{\"a\": 1}}|Line 1, column 9 is no JSON: here should stand the end of the text",
        "{\"resourceType\": \"Bundle\", \"entry\": []}|Bundle.entry holds no Patient",
        "{\"resourceType\": \"Bundle\", \"entry\": [{}]}|Bundle.entry[0].resource is missing",
        "{\"resourceType\": \"Patient\"}|resourceType is \"Patient\"",
        "{\"hook\": \"order-review\", \"context\": {\"patientId\": \"p\"}}|hook is \"order-review\"",
        "{\"hook\": \"patient-view\", \"context\": {}}|context.patientId is missing",
        "{\"hook\": \"patient-view\"}|prefetch is missing",
        "[1]|The whole text is no JSON object",
        "<img src=x onerror=alert(1)>|is no JSON",
      })
  void aBrokenChartIsRefusedWithTheReasonAndThePlace(String text, String said) {
    Page page = open(View.DESKTOP);
    page.locator("#own > summary").click();
    page.locator("#text").fill(text);
    page.locator("#paste button[type=submit]").click();
    assertThat(page.locator("#paste-problem")).containsText(said);
    assertThat(page.locator("#text")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#text")).isFocused();
    assertThat(server.posted("")).isEmpty();
    assertThat(BROWSER.violations(page)).isEmpty();
  }

  @Test
  void aFileIsReadToo() {
    Page page = open(View.DESKTOP);
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "broken.json", "application/json", "{\n \"a\": ".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#paste-problem")).containsText("Line 2, column 7 is no JSON");
  }

  // Answers to cards.

  @Test
  void acceptingSendsWhatWasChosen() {
    Page page = shown(View.DESKTOP);
    Locator card = page.locator("article.card").first();
    assertThat(card.getByLabel("Contact neurology today")).isChecked();
    card.getByRole(AriaRole.CHECKBOX, exactly("MRI brain")).check();
    card.getByRole(AriaRole.BUTTON, button("Accept")).click();
    JsonNode sent = feedback(page);
    assertThat(sent.path("outcome").asString()).isEqualTo("accepted");
    assertThat(sent.path("card").asString()).isEqualTo(card.getAttribute("data-card"));
    assertThat(sent.path("acceptedSuggestions")).hasSize(2);
    assertThat(sent.path("outcomeTimestamp").asString()).matches("\\d{4}-.*T.*Z");
    assertThat(page.locator("#changes"))
        .containsText("You accepted: Contact neurology today; MRI brain.");
    assertThat(page.locator("#changes")).isFocused();
  }

  @Test
  void theChartFollowsWhatWasAcceptedAsTheActionsSay() {
    server.answers(
        SERVICE,
        new Answer(
            200,
            """
            {"cards": [{"uuid": "u", "indicator": "info", "summary": "All kinds of actions",
              "suggestions": [{"uuid": "s", "label": "All", "isRecommended": true, "actions": [
                {"type": "create", "description": "c", "resource": {"resourceType": "Condition",
                  "id": "c", "code": {"text": "Suspected OMS"}}},
                {"type": "create", "description": "t", "resource": {"resourceType": "Task",
                  "id": "t", "intent": "proposal", "code": {"text": "Film the eyes"}}},
                {"type": "update", "description": "u", "resource": {"resourceType": "Condition",
                  "id": "ataxia", "code": {"text": "Ataxia of OMS"}}},
                {"type": "delete", "description": "d", "resourceId": ["Observation/eyes"]}]}]}]}
            """));
    Page page = open(View.DESKTOP);
    page.locator("#typical").click();
    page.locator("article.card").getByRole(AriaRole.BUTTON, button("Accept")).click();
    Locator changes = page.locator("#changes");
    assertThat(changes).containsText("In the chart now: Suspected OMS (problem).");
    assertThat(changes).containsText("In the chart now: Ataxia of OMS (problem).");
    assertThat(changes).containsText("No longer in the chart: ");
    assertThat(changes)
        .containsText("Left to the EHR, as this service does not ask for its kind: Film the eyes");
    JsonNode prefetch = last().path("prefetch");
    JsonNode filed = prefetch.at("/conditions/entry").valueStream().toList().getLast();
    assertThat(filed.at("/resource/id").asString()).isEqualTo("accepted-1");
    assertThat(filed.at("/resource/recordedDate").asString()).isEqualTo("2026-11-20");
    assertThat(prefetch.toString())
        .contains("Ataxia of OMS")
        .doesNotContain("post-viral?", "dancing eyes", "Film the eyes");
    page.locator("#take-back").click();
    page.waitForCondition(() -> server.posted(SERVICE).size() == 3);
    JsonNode first = server.posted(SERVICE).getFirst();
    assertThat(last().at("/prefetch/conditions/total"))
        .isEqualTo(first.at("/prefetch/conditions/total"));
    assertThat(last().toString()).contains("post-viral?", "dancing eyes");
    assertThat(last().at("/context/patientId")).isNotEqualTo(first.at("/context/patientId"));
  }

  @Test
  void aCardOfAtMostOneSuggestionLetsOneBeChosen() {
    Page page = shown(View.DESKTOP);
    Locator card = page.locator("article.card").nth(1);
    card.getByRole(AriaRole.BUTTON, button("Accept")).click();
    assertThat(card.locator(".problem")).hasText("Choose a suggestion first.");
    assertThat(card.locator("input[type=radio]")).hasCount(2);
    card.locator("input[type=radio]").nth(1).check();
    card.getByRole(AriaRole.BUTTON, button("Accept")).click();
    assertThat(feedback(page).path("acceptedSuggestions")).hasSize(1);
  }

  @Test
  void overridingSendsReasonAndCommentAndTellsWhatChanged() {
    Page page = shown(View.DESKTOP);
    Locator card = page.locator("article.card").first();
    String uuid = card.getAttribute("data-card");
    card.getByRole(AriaRole.BUTTON, button("Override")).click();
    card.getByLabel("Reason").selectOption("Neurology/oncology already managing");
    card.getByLabel("Comment").fill("seen today");
    JsonNode cards = WorkbenchServer.json("/workbench/cards.json");
    String without = cards.toString().replace(cards.at("/cards/0").toString() + ",", "");
    server.answers(SERVICE, new Answer(200, without));
    String said = WorkbenchServer.json("/workbench/explanation.json").toString();
    server.answers(
        EXPLANATIONS,
        new Answer(
            200,
            said.replace(
                "\"state\":\"SHOWN\",\"row\":\"c01-criteria-met\",\"reason\":null,\"detail\":null,"
                    + "\"until\":null",
                "\"state\":\"HELD_BACK\",\"row\":null,\"reason\":\"SNOOZED\",\"detail\":null,"
                    + "\"until\":\"2026-12-20T10:00:00Z\"")));
    card.getByText("Send this answer").click();
    JsonNode sent = feedback(page);
    assertThat(sent.path("card").asString()).isEqualTo(uuid);
    assertThat(sent.path("outcome").asString()).isEqualTo("overridden");
    assertThat(sent.at("/overrideReason/reason/code").asString()).isEqualTo("specialist-aware");
    assertThat(sent.at("/overrideReason/reason/system").asString())
        .isEqualTo("urn:oms-cds:override");
    assertThat(sent.at("/overrideReason/userComment").asString()).isEqualTo("seen today");
    assertThat(page.locator("article.card")).hasCount(2);
    assertThat(page.locator("#changes"))
        .containsText(
            "C01 Criteria met (child) is not shown: snoozed by an answer, until 2026-12-20, 10:00 UTC.");
    assertThat(page.locator("#changes")).containsText("2 cards as before.");
    assertThat(BROWSER.violations(page)).isEmpty();
  }

  @Test
  void dismissingIsAnOverrideWithoutAReason() {
    Page page = shown(View.DESKTOP);
    page.locator("article.card").first().getByRole(AriaRole.BUTTON, button("Dismiss")).click();
    JsonNode sent = feedback(page);
    assertThat(sent.path("outcome").asString()).isEqualTo("overridden");
    assertThat(sent.has("overrideReason")).isFalse();
  }

  @Test
  void draftsAreReadable() {
    Page page = shown(View.DESKTOP);
    Locator suggestion = page.locator("article.card").first().locator(".suggestion").first();
    suggestion.locator("summary").first().click();
    assertThat(suggestion.locator(".resource")).containsText("ServiceRequest (order)");
    assertThat(suggestion.locator(".resource")).containsText("draft, proposal, stat");
    assertThat(suggestion.locator(".resource")).containsText("Observation/eyes, Condition/ataxia");
  }

  // Why and raw.

  @Test
  void whyTellsPillarsWhatWasNotCountedAndWhatWasHeldBack() {
    Page page = shown(View.DESKTOP);
    page.locator("#tab-why").click();
    assertThat(page.locator(".pillar")).hasCount(4);
    assertThat(page.locator(".pillar").first()).containsText("Present");
    assertThat(page.locator(".pillar").first()).containsText("dancing eyes");
    assertThat(page.locator(".pillar").first()).containsText("Observation/eyes → valueString");
    assertThat(page.locator(".pillar").last()).containsText("Unknown: not documented");
    assertThat(page.locator("#why")).containsText("Why not: not raised; a normal urine");
    assertThat(page.locator("#recommendations"))
        .containsText("snoozed by an answer: contraindicated, until 2026-11-27, 10:00 UTC");
    assertThat(page.locator("#why")).containsText("Allergies did not come");
    page.locator("#recommendations summary").click();
    assertThat(page.locator("#recommendations table tbody tr")).hasCount(21);
    assertThat(page.locator("#recommendations table tbody tr").first())
        .containsText("P1b: ataxia for 14 days or more without recovery");
    page.locator("section[aria-labelledby=assessment-title] summary").click();
    assertThat(page.locator("#why .facts").first())
        .containsText("Child: Under 18 years on the day of the consultation.");
    assertThat(server.posted(EXPLANATIONS)).containsExactly(last());
  }

  @Test
  void theTimeLineIsANamedPictureWithATableOfTheSame() {
    Page page = shown(View.DESKTOP);
    page.locator("#tab-why").click();
    Locator picture = page.locator("#timeline-plot svg");
    assertThat(picture)
        .hasAttribute(
            "aria-label",
            "Time line of 6 findings from 2026-10-20 to 2026-11-20. The table below holds the same.");
    assertThat(picture.locator("g[data-state]")).hasCount(6);
    assertThat(picture.locator("g[data-state=absent] title"))
        .hasText("2026-11-18: Nystagmus, absent");
    page.locator("section[aria-labelledby=timeline-title] summary").click();
    assertThat(page.locator("section[aria-labelledby=timeline-title] tbody tr")).hasCount(6);
  }

  @Test
  void rawShowsRequestAnswerCurlAndPrefetch() {
    Page page = shown(View.DESKTOP);
    page.locator("#tab-raw").click();
    assertThat(page.locator("#raw-request")).containsText("\"hook\": \"patient-view\"");
    assertThat(page.locator("#raw-answer")).containsText("\"indicator\": \"warning\"");
    assertThat(page.locator("#raw section").first()).containsText("200");
    Locator keys = page.locator("section[aria-labelledby=prefetch-title] tbody tr");
    assertThat(keys).hasCount(19);
    assertThat(keys.nth(1)).containsText("3 entries");
    assertThat(keys.nth(3)).containsText("missing");
    assertThat(keys.nth(11)).containsText("not supplied: The call did not bring it.");
    page.locator("section[aria-label='As curl'] summary").click();
    assertThat(page.locator("#raw-curl"))
        .containsText("curl -sS -X POST '" + server.page() + "cds-services/oms-patient-view'");
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.getByText("Copy as curl").click();
    assertThat(page.locator("#raw [role=status]")).hasText("Copied as curl.");
    assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
        .startsWith("curl -sS -X POST")
        .endsWith("JSON\n");
  }

  // What goes wrong.

  @ParameterizedTest
  @CsvSource({
    "401, lets in only clients that authenticate",
    "412, The chart lacks what this hook needs.",
    "429, Too many requests came at once",
    "0, The service cannot be reached",
    "500, status 500",
  })
  void anErrorOfTheServiceIsShownWithWhatItSays(int status, String advice) {
    refusalsExpected = true;
    server.answers(
        SERVICE,
        new Answer(
            status,
            """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "required",
              "details": {"text": "<b>Something</b> is missing."}, "diagnostics": "Add it."}]}
            """));
    Page page = open(View.DESKTOP);
    page.locator("#typical").click();
    Locator failure = page.locator("#failure");
    assertThat(failure).containsText(advice);
    if (status != 0) {
      assertThat(failure).containsText("<b>Something</b> is missing. Add it.");
      assertThat(failure).containsText("status " + status);
    }
    assertThat(page.locator("article.card")).hasCount(0);
    assertThat(BROWSER.violations(page)).isEmpty();
  }

  @Test
  void whereNobodyMayAskThePageSaysSoAtOnce() {
    refusalsExpected = true;
    server.answers("/cds-services", new Answer(401, "{}"));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#failure")).containsText("lets in only clients that authenticate");
  }

  @Test
  void whereTheServiceComesBackOneClickIsEnough() {
    refusalsExpected = true;
    server.answers("/samples", new Answer(0, ""));
    Page page = open(View.DESKTOP);
    assertThat(page.locator("#failure")).containsText("The service cannot be reached");
    server.answers("/samples", new Answer(200, "{\"samples\": [\"typical-toddler\"]}"));
    page.locator("#typical").click();
    assertThat(page.locator("article.card")).hasCount(3);
    assertThat(page.locator("#failure")).isHidden();
  }

  @Test
  void reasonsOfAnEarlierCallDoNotOutliveIt() {
    refusalsExpected = true;
    Page page = shown(View.DESKTOP);
    server.answers(SERVICE, new Answer(412, "{}"));
    page.locator("#fire").click();
    assertThat(page.locator("#failure")).isVisible();
    page.locator("#tab-why").click();
    assertThat(page.locator("#why-body")).isHidden();
    assertThat(page.locator("#why-failure")).containsText("status 412");
    page.locator("#tab-raw").click();
    assertThat(page.locator("#raw section").first()).containsText("412");
  }

  @Test
  void cardsStayWhereTheReasonsFail() {
    refusalsExpected = true;
    server.answers(EXPLANATIONS, new Answer(404, "{}"));
    Page page = shown(View.DESKTOP);
    page.locator("#tab-why").click();
    assertThat(page.locator("#why-failure")).containsText("status 404");
  }

  @Test
  void nothingOfAChartOrAnAnswerBecomesMarkup() {
    String evil = "<img src=x onerror=\"window.evil=1\"><script>window.evil=1</script>";
    String quoted = evil.replace("\"", "\\\"");
    server.answers(
        SERVICE,
        new Answer(
            200,
            """
            {"cards": [{"uuid": "u", "indicator": "%1$s", "summary": "%1$s",
              "detail": "%1$s\\n\\n[click](javascript:alert%%281%%29) [x](https://x.org) ![p](https://x.org/p) <a href=\\"https://x.org\\" onclick=\\"evil()\\">x</a>",
              "source": {"label": "%1$s", "url": "javascript:alert(1)"},
              "links": [{"label": "%1$s", "url": "data:text/html,x", "type": "absolute"}],
              "suggestions": [{"uuid": "s", "label": "%1$s", "actions": [{"type": "create",
                "description": "%1$s", "resource": {"resourceType": "%1$s", "id": "%1$s"}}]}],
              "overrideReasons": [{"code": "c", "display": "%1$s"}]}]}
            """
                .formatted(quoted)));
    server.answers(
        EXPLANATIONS,
        new Answer(
            200,
            WorkbenchServer.json("/workbench/explanation.json")
                .toString()
                .replace("dancing eyes", quoted)
                .replace("2026-11-09", quoted)));
    server.answers(
        "/samples/typical-toddler", new Answer(200, sample().replace("dancing", quoted)));
    Page page = open(View.DESKTOP);
    page.locator("#typical").click();
    assertThat(page.locator("article.card h3")).hasText(evil);
    assertThat(page.locator("article.card .markdown a"))
        .hasAttribute("href", Pattern.compile("https://x\\.org/?"));
    assertThat(page.locator("article.card a")).hasCount(1);
    page.locator("#tab-why").click();
    assertThat(page.locator(".pillar").first()).containsText("<img src=x");
    page.locator("#tab-raw").click();
    assertThat(page.locator("#main img, #main script, #main [onclick]")).hasCount(0);
    assertThat(page.evaluate("() => window.evil ?? 'none'")).isEqualTo("none");
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
    page.locator("#typical").click();
    assertThat(page.locator("article.card")).hasCount(3);
    Sight.openAll(page);
    assertThat(BROWSER.violations(page)).isEmpty();
    for (String tab : List.of("why", "raw")) {
      page.locator("#tab-" + tab).click();
      Sight.openAll(page);
      assertThat(BROWSER.violations(page)).as(tab).isEmpty();
    }
  }

  @Test
  void tabsGoByTheKeyboard() {
    Page page = shown(View.DESKTOP);
    page.locator("#tab-try").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#tab-why")).isFocused();
    assertThat(page.locator("#tab-why")).hasAttribute("aria-selected", "true");
    assertThat(page.locator("#why")).isVisible();
    assertThat(page.locator("#try")).isHidden();
    page.keyboard().press("End");
    assertThat(page.locator("#raw")).isVisible();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#try")).isVisible();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("#raw")).isVisible();
    page.keyboard().press("Home");
    assertThat(page.locator("#try")).isVisible();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Tab");
    assertThat(page.locator("#why")).isFocused();
    assertThat(page).hasURL(server.page() + "#why");
  }

  @Test
  void cardsComeByTheKeyboardAloneAndFocusIsSeen() {
    Page page = open(View.DESKTOP);
    for (int step = 0;
        step < 12 && !(boolean) page.evaluate("() => document.activeElement.id === 'typical'");
        step++) {
      page.keyboard().press("Tab");
      assertThat(
              (String) page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
          .isNotEqualTo("none");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("article.card")).hasCount(3);
  }

  @Test
  void aPhoneNeedsNoScrollingSidewaysAndShowsTheCards() {
    Page page = open(View.PHONE);
    assertThat(Sight.fits(page)).isTrue();
    page.locator("#typical").click();
    assertThat(page.locator("article.card h3").first()).isInViewport();
    Sight.openAll(page);
    assertThat(Sight.fits(page)).as("try").isTrue();
    for (String tab : List.of("why", "raw")) {
      page.locator("#tab-" + tab).click();
      Sight.openAll(page);
      assertThat(Sight.fits(page)).as(tab).isTrue();
      if (tab.equals("why")) {
        assertThat(Sight.textsThatStickOut(page)).isEmpty();
      }
    }
  }

  @Test
  void theNightHasDarkGroundAndNothingMovesForWhoWantsItStill() {
    Page page = shown(View.DESKTOP.dark().still());
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
    assertThat(page.locator("#sample option")).hasCount(3);
    page.waitForTimeout(300);
    assertThat(Sight.shifted(page)).isLessThan(0.001);
    page.locator("#typical").click();
    assertThat(page.locator("article.card")).hasCount(3);
    page.waitForTimeout(300);
    assertThat(Sight.shifted(page)).isLessThan(0.001);
  }

  @Test
  void picturesForAReader() {
    for (View view : List.of(View.DESKTOP, View.DESKTOP.dark(), View.PHONE)) {
      Page page = open(view);
      String name =
          "workbench-"
              + (view.width() < 400 ? "phone-" : "")
              + view.scheme().name().toLowerCase(Locale.ROOT);
      BROWSER.picture(page, name + "-start");
      page.locator("#typical").click();
      assertThat(page.locator("article.card")).hasCount(3);
      BROWSER.picture(page, name + "-try");
      for (String tab : List.of("why", "raw")) {
        page.locator("#tab-" + tab).click();
        BROWSER.picture(page, name + "-" + tab);
      }
    }
  }

  private Page open(View view) {
    Page page = BROWSER.page(view);
    page.navigate(server.page());
    return page;
  }

  /** The page with the cards of the typical toddler. */
  private Page shown(View view) {
    Page page = open(view);
    page.locator("#typical").click();
    assertThat(page.locator("article.card")).hasCount(3);
    page.waitForCondition(() -> server.posted(EXPLANATIONS).size() == 1);
    return page;
  }

  /** Asks the service anew and waits until it has been asked. */
  private void ask(Page page) {
    int before = server.posted(SERVICE).size();
    page.locator("#fire").click();
    page.waitForCondition(() -> server.posted(SERVICE).size() == before + 1);
  }

  /** The last request to the service of a patient view. */
  private JsonNode last() {
    return server.posted(SERVICE).getLast();
  }

  private JsonNode feedback(Page page) {
    page.waitForCondition(() -> !server.posted("/feedback").isEmpty());
    assertThat(page.locator("#changes")).isVisible();
    assertThat(server.posted("/feedback")).hasSize(1);
    return server.posted("/feedback").getFirst().at("/feedback/0");
  }

  private static String sample() {
    return WorkbenchServer.json("/samples/typical-toddler.json").toString();
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions button(String name) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }
}
