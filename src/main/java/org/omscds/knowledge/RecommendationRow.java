package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the decision table: a card is called for when all of {@code when} and none of {@code
 * unless} hold.
 *
 * @param priority the place of the card where this row calls for it; 0 for the card's own
 * @param summary the card's summary, with placeholders in braces
 * @param source key of the source that the card then names in place of its own
 */
public record RecommendationRow(
    String id,
    String card,
    List<Fact> when,
    List<Fact> unless,
    Urgency indicator,
    int priority,
    String summary,
    List<String> sources,
    @Nullable String source) {

  public RecommendationRow {
    when = List.copyOf(when);
    unless = List.copyOf(unless);
    sources = List.copyOf(sources);
  }

  /** How urgent the card is, in the words of CDS Hooks. */
  public enum Urgency {
    INFO,
    WARNING,
    CRITICAL
  }

  /** The source that the card names in place of its own, where there is one. */
  public Optional<String> ownSource() {
    return Optional.ofNullable(source);
  }

  /** Whether the row holds. */
  public boolean holds(Set<Fact> facts) {
    for (Fact fact : when) {
      if (!facts.contains(fact)) {
        return false;
      }
    }
    for (Fact fact : unless) {
      if (facts.contains(fact)) {
        return false;
      }
    }
    return true;
  }
}
