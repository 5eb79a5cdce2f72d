package org.omscds.feedback;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.recommendation.Grounds;

/**
 * A card as it was issued, without a word of the chart.
 *
 * @param uuid the card's uuid
 * @param card the id of the card in the catalogue
 * @param rule the row of the decision table that called for it
 * @param episode the onset of the episode, where there is one
 * @param drafts the draft orders that it is about; empty for a card about the chart
 * @param hook the hook that fired
 * @param indicator {@code info}, {@code warning} or {@code critical}
 * @param grounds what the chart said
 * @param suggestions the ids of its suggestions by their uuid
 */
public record IssuedCard(
    String uuid,
    String card,
    String rule,
    Optional<LocalDate> episode,
    Set<String> drafts,
    String hook,
    String indicator,
    Grounds grounds,
    Map<String, String> suggestions,
    String knowledgeVersion) {

  public IssuedCard {
    drafts = Set.copyOf(drafts);
    suggestions = Map.copyOf(suggestions);
  }
}
