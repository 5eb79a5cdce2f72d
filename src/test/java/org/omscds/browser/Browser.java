package org.omscds.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for tests of pages. It starts once for all tests; each test gets pages of its
 * own, without anything that an earlier one has left behind. What goes wrong in a page is recorded:
 * errors in its console, scripts that throw, requests that fail. Where the machine has no Chromium
 * the tests are skipped.
 */
public final class Browser implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {

  /** The window and the wishes of a reader. */
  public record View(int width, int height, ColorScheme scheme, ReducedMotion motion) {

    public static final View DESKTOP =
        new View(1280, 900, ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);
    public static final View PHONE =
        new View(320, 640, ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);

    /** The same at night. */
    public View dark() {
      return new View(width, height, ColorScheme.DARK, motion);
    }

    /** The same for a reader who wants nothing to move. */
    public View still() {
      return new View(width, height, scheme, ReducedMotion.REDUCE);
    }
  }

  /**
   * How many milliseconds an expectation may take to come true where a machine is slow or has much
   * to do.
   */
  private static final double PATIENCE = 30_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String NO_BROWSER =
      "no browser to test pages in: the PATH holds none of " + String.join(", ", NAMES);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String JUDGE =
      """
      async () => (await axe.run()).violations.flatMap(found => found.nodes.map(node =>
          found.impact + ' ' + found.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))
      """;

  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Running running;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return chromium()
        .map(found -> ConditionEvaluationResult.enabled("pages are tested in " + found))
        .orElseGet(() -> ConditionEvaluationResult.disabled(NO_BROWSER));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Browser.class))
            .computeIfAbsent(
                Running.class, _ -> Running.start(chromium().orElseThrow()), Running.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(BrowserContext::close);
    open.clear();
    problems.clear();
  }

  /** A fresh page. */
  public Page page(View view) {
    return page(options(view));
  }

  /** A fresh page of a reader who logs in where a page asks for it. */
  public Page page(View view, String name, String password) {
    return page(options(view).setHttpCredentials(name, password));
  }

  private static NewContextOptions options(View view) {
    return new NewContextOptions()
        .setViewportSize(view.width(), view.height())
        .setColorScheme(view.scheme())
        .setReducedMotion(view.motion());
  }

  private Page page(NewContextOptions options) {
    BrowserContext context = running.chromium().newContext(options);
    open.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        problems.add("console: " + message.text());
      }
    });
    page.onPageError(error -> problems.add("script: " + error));
    page.onRequestFailed(
        request -> problems.add("request: " + request.url() + " " + request.failure()));
    return page;
  }

  /** What went wrong in the pages of this test up to now. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** What axe-core finds wrong with the accessibility of the page as it stands. */
  @SuppressWarnings("unchecked")
  public List<String> violations(Page page) {
    page.evaluate(running.axe());
    return (List<String>) page.evaluate(JUDGE);
  }

  /** Keeps a picture of the whole page, for a reader to look at. */
  public void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private static Optional<Path> chromium() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .map(Path::of)
        .flatMap(Browser::browsersIn)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> browsersIn(Path folder) {
    return NAMES.stream().map(folder::resolve);
  }

  /** The one browser of all tests, with the script that judges accessibility. */
  private record Running(
      Playwright playwright, com.microsoft.playwright.Browser chromium, String axe)
      implements AutoCloseable {

    /** The machine's own browser is used, so none is to be downloaded. */
    static Running start(Path executable) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Running(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setArgs(List.of("--no-sandbox"))),
          axeScript());
    }

    private static String axeScript() {
      try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
        return new String(script.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
