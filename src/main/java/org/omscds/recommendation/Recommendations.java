package org.omscds.recommendation;

import java.util.List;

/** What to show, most urgent first, and what was held back. */
public record Recommendations(List<Recommendation> shown, List<Suppressed> suppressed) {

  /** Nothing was called for. */
  public static final Recommendations NONE = new Recommendations(List.of(), List.of());

  public Recommendations {
    shown = List.copyOf(shown);
    suppressed = List.copyOf(suppressed);
  }

  /** Whether a card is shown. */
  public boolean shows(String card) {
    return shown.stream().anyMatch(each -> each.card().id().equals(card));
  }
}
