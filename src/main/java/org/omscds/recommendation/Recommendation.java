package org.omscds.recommendation;

import java.util.List;
import java.util.Set;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.RecommendationRow;

/**
 * A card that is called for.
 *
 * @param row the row of the decision table that calls for it
 * @param suggestions what can be ordered from it
 * @param leftOut suggestions that were withheld for safety, one sentence each
 * @param drafts the draft orders that the card is about; empty for a card about the chart
 */
public record Recommendation(
    RecommendationRow row,
    CardDefinition card,
    List<OfferedSuggestion> suggestions,
    List<String> leftOut,
    Set<String> drafts) {
  public Recommendation {
    suggestions = List.copyOf(suggestions);
    leftOut = List.copyOf(leftOut);
    drafts = Set.copyOf(drafts);
  }
}
