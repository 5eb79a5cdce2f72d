package org.omscds.recommendation;

import java.util.List;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.RecommendationRow;

/**
 * A card that is called for.
 *
 * @param row the row of the decision table that calls for it
 * @param suggestions what can be ordered from it
 * @param leftOut suggestions that were withheld for safety, one sentence each
 */
public record Recommendation(
    RecommendationRow row,
    CardDefinition card,
    List<OfferedSuggestion> suggestions,
    List<String> leftOut) {
  public Recommendation {
    suggestions = List.copyOf(suggestions);
    leftOut = List.copyOf(leftOut);
  }
}
