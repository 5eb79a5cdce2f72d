package org.omscds.hook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omscds.consultation.Consultation;
import org.omscds.feedback.IssuedCard;
import org.omscds.recommendation.Grounds;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.OfferedSuggestion;
import org.omscds.recommendation.Recommendation;
import org.omscds.wire.Card;
import org.omscds.wire.Suggestion;

/** Takes from a consultation and its cards what is remembered of them: ids, and no word. */
final class IssuedCards {

  private IssuedCards() {}

  /** The cards of an answer; {@code cards} are those of the recommendations shown, in order. */
  static List<IssuedCard> of(
      Hook hook, Consultation consultation, List<Card> cards, String knowledgeVersion) {
    List<Recommendation> shown = consultation.recommendations().shown();
    Grounds grounds = Grounds.of(consultation.assessment());
    List<IssuedCard> issued = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      Recommendation recommendation = shown.get(i);
      issued.add(
          new IssuedCard(
              String.valueOf(cards.get(i).uuid()),
              recommendation.card().id(),
              recommendation.row().id(),
              consultation.assessment().neuroOnset(),
              recommendation.drafts(),
              hook.hookName(),
              recommendation.row().indicator().name().toLowerCase(Locale.ROOT),
              grounds,
              suggestions(recommendation.suggestions(), cards.get(i).suggestions()),
              knowledgeVersion));
    }
    return issued;
  }

  private static Map<String, String> suggestions(
      List<OfferedSuggestion> offered, List<Suggestion> written) {
    Map<String, String> idsByUuid = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      idsByUuid.put(String.valueOf(written.get(i).uuid()), offered.get(i).id());
    }
    return idsByUuid;
  }
}
