package org.omscds.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omscds.consultation.Consultation;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Recommendation;
import org.omscds.recommendation.Suppressed;

/**
 * Says of each card of the catalogue whether it is shown, held back, or not called for, and why.
 */
final class ConsideredCards {

  private final KnowledgeBase knowledge;

  ConsideredCards(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** All cards, in the order of the catalogue. */
  List<Map<String, @Nullable Object>> of(Hook hook, Consultation consultation) {
    List<Map<String, @Nullable Object>> cards = new ArrayList<>();
    for (CardDefinition card : knowledge.cards().values()) {
      Optional<Recommendation> shown =
          consultation.recommendations().shown().stream()
              .filter(each -> each.card().id().equals(card.id()))
              .findFirst();
      Optional<Suppressed> heldBack =
          consultation.recommendations().suppressed().stream()
              .filter(each -> each.card().equals(card.id()))
              .findFirst();
      if (shown.isPresent()) {
        cards.add(shown(shown.get()));
      } else if (heldBack.isPresent()) {
        cards.add(heldBack(card, heldBack.get()));
      } else {
        cards.add(notCalledFor(card, hook, consultation.assessment().facts()));
      }
    }
    return cards;
  }

  private static Map<String, @Nullable Object> entry(CardDefinition card, String state) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("card", card.id());
    entry.put("title", card.title());
    entry.put("state", state);
    entry.put("row", null);
    entry.put("reason", null);
    entry.put("detail", null);
    entry.put("until", null);
    entry.put("missing", List.of());
    entry.put("forbidding", List.of());
    entry.put("leftOut", List.of());
    return entry;
  }

  private static Map<String, @Nullable Object> shown(Recommendation shown) {
    Map<String, @Nullable Object> entry = entry(shown.card(), "SHOWN");
    entry.put("row", shown.row().id());
    entry.put("leftOut", shown.leftOut());
    return entry;
  }

  private static Map<String, @Nullable Object> heldBack(CardDefinition card, Suppressed held) {
    Map<String, @Nullable Object> entry = entry(card, "HELD_BACK");
    entry.put("row", held.row());
    entry.put("reason", held.reason().name());
    entry.put("detail", held.detail());
    entry.put("until", held.until().map(Object::toString).orElse(null));
    return entry;
  }

  /** The row that lacks least says what would call for the card. */
  private Map<String, @Nullable Object> notCalledFor(
      CardDefinition card, Hook hook, Set<Fact> facts) {
    Map<String, @Nullable Object> entry = entry(card, "NOT_CALLED_FOR");
    if (!card.hooks().contains(hook.hookName())) {
      entry.put("reason", "OTHER_HOOK");
      entry.put("detail", "shown on " + String.join(", ", card.hooks()));
    }
    knowledge.recommendations().stream()
        .filter(row -> row.card().equals(card.id()))
        .min(
            Comparator.comparingInt(
                row -> missing(row, facts).size() + forbidding(row, facts).size()))
        .ifPresent(row -> {
          entry.put("row", row.id());
          entry.put("missing", missing(row, facts));
          entry.put("forbidding", forbidding(row, facts));
        });
    return entry;
  }

  private static List<String> missing(RecommendationRow row, Set<Fact> facts) {
    return row.when().stream().filter(each -> !facts.contains(each)).map(Fact::name).toList();
  }

  private static List<String> forbidding(RecommendationRow row, Set<Fact> facts) {
    return row.unless().stream().filter(facts::contains).map(Fact::name).toList();
  }
}
