package org.omscds.hook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omscds.patient.DataGap;
import org.omscds.wire.Card;
import org.omscds.wire.CdsResponse;

/**
 * What a consultation has to say to the client: the cards, and beside them, also when there are
 * none, the day for which they hold and what could not be looked at.
 */
record HookAnswer(
    List<Card> cards,
    List<String> cardIds,
    LocalDate consultationDate,
    List<DataGap> gaps,
    String knowledgeVersion) {

  HookAnswer {
    cards = List.copyOf(cards);
    cardIds = List.copyOf(cardIds);
    gaps = List.copyOf(gaps);
  }

  /** The answer in the form of the standard. */
  CdsResponse response() {
    Map<String, Object> extension = new LinkedHashMap<>();
    if (!gaps.isEmpty()) {
      extension.put(
          "org.omscds.gaps", Map.of("gaps", gaps.stream().map(HookAnswer::describe).toList()));
    }
    extension.put("org.omscds.consultation", Map.of("date", consultationDate.toString()));
    return new CdsResponse(cards, extension);
  }

  private static Map<String, String> describe(DataGap gap) {
    Map<String, String> description = new LinkedHashMap<>();
    description.put("what", gap.what());
    description.put("reason", gap.reason().name());
    description.put("detail", gap.detail());
    description.values().removeIf(String::isEmpty);
    return description;
  }
}
