package org.omscds.recommendation;

import java.util.Set;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.RecommendationRow;

/**
 * A card that a row of the decision table calls for, before anything is held back.
 *
 * @param drafts the draft orders that it is about; empty for a card about the chart
 */
record Called(RecommendationRow row, CardDefinition card, Set<String> drafts) {

  Called {
    drafts = Set.copyOf(drafts);
  }
}
