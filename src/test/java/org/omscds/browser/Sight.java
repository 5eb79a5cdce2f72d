package org.omscds.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a reader sees of a page beside its words: whether it fits, moves or jumps. */
public final class Sight {

  private static final String FITS =
      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";
  private static final String TEXTS_THAT_STICK_OUT =
      """
      () => [...document.querySelectorAll('.plot text')]
          .filter(text => {
            const box = text.getBoundingClientRect();
            const plot = text.closest('svg').getBoundingClientRect();
            return box.left < plot.left - 1 || box.right > plot.right + 1;
          })
          .map(text => text.textContent)
      """;
  private static final String MOVING =
      """
      () => [...document.querySelectorAll('*')].map(each => getComputedStyle(each))
          .filter(style => style.transitionDuration !== '0s' || style.animationName !== 'none')
          .length
      """;
  private static final String WATCH_SHIFTS =
      """
      window.shifted = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => shifted += entry.value))
          .observe({type: 'layout-shift', buffered: true});
      """;

  private Sight() {}

  /** Whether nobody needs to scroll sideways. */
  public static boolean fits(Page page) {
    return (boolean) page.evaluate(FITS);
  }

  /** The words of plots that reach beyond them. */
  public static List<?> textsThatStickOut(Page page) {
    return (List<?>) page.evaluate(TEXTS_THAT_STICK_OUT);
  }

  /** How many elements move, or would when they change. */
  public static int moving(Page page) {
    return (int) page.evaluate(MOVING);
  }

  /** Begins, before the page loads, to measure how much its parts jump. */
  public static void watchShifts(Page page) {
    page.addInitScript(WATCH_SHIFTS);
  }

  /** How much has jumped since, as the browser measures layout shifts: 0 for nothing. */
  public static double shifted(Page page) {
    return ((Number) page.evaluate("() => shifted")).doubleValue();
  }

  /** Opens all that can be opened. */
  public static void openAll(Page page) {
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)");
  }
}
