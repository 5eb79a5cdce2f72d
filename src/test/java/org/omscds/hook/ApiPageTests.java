package org.omscds.hook;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.browser.Browser;
import org.omscds.browser.Browser.View;

/**
 * The interfaces of the running service in a real browser. A breach of the Content-Security-Policy
 * is an error in its console.
 */
@Tag("browser")
class ApiPageTests {

  private static final String FITS =
      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  @RegisterExtension static final Browser BROWSER = new Browser();

  private static FetchingService service;

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
    assertThat(BROWSER.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 320})
  void aSampleIsTriedOut(int width) {
    Page page = open(width == 320 ? View.PHONE : View.DESKTOP);
    assertThat(BROWSER.violations(page)).isEmpty();
    assertThat((Boolean) page.evaluate(FITS)).isTrue();
    BROWSER.picture(page, "api-" + width);

    Locator call = page.locator("#operations-CDS_Hooks-oms-patient-view");
    call.locator(".opblock-summary-control").click();
    call.locator(".try-out__btn").click();
    call.getByLabel("Example", new Locator.GetByLabelOptions().setExact(true))
        .selectOption("typical-toddler");
    call.locator(".execute").click();

    assertThat(call.locator(".live-responses-table")).containsText("Findings meet 3 of 4");
    assertThat(call.locator(".live-responses-table .response-col_status").last()).hasText("200");
    assertThat(BROWSER.violations(page)).isEmpty();
    assertThat((Boolean) page.evaluate(FITS)).isTrue();
    BROWSER.picture(page, "api-tried-" + width);
  }

  @Test
  void everythingThatIsDescribedCanBeOpened() {
    Page page = open(View.DESKTOP);
    int described =
        ServiceClient.json(service.client().get("/openapi.json")).findValues("operationId").size();
    Locator controls = page.locator(".opblock-summary-control");
    assertThat(controls).hasCount(described);
    for (int i = 0; i < described; i++) {
      controls.nth(i).click();
    }
    assertThat(page.locator(".opblock-body .responses-wrapper")).hasCount(described);
    assertThat(page.locator("#api")).not().containsText("Could not resolve");
  }

  @Test
  void nothingIsAskedOfAnyOtherServer() {
    List<String> asked = new ArrayList<>();
    Page page = BROWSER.page(View.DESKTOP);
    page.onRequest(request -> asked.add(request.url()));
    show(page);
    assertThat(asked)
        .isNotEmpty()
        .allMatch(each -> each.startsWith(address()) || each.startsWith("data:"));
  }

  @Test
  void theWorkbenchLeadsToIt() {
    Page page = BROWSER.page(View.DESKTOP);
    page.navigate(address() + "/");
    page.getByText("Interfaces").click();
    assertThat(page.locator(".opblock").first()).isVisible();
  }

  private static String address() {
    return "http://127.0.0.1:" + service.client().port();
  }

  private static Page open(View view) {
    Page page = BROWSER.page(view);
    show(page);
    return page;
  }

  private static void show(Page page) {
    page.navigate(address() + "/api");
    assertThat(page.locator(".opblock").first()).isVisible();
  }
}
