package org.omscds.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.workup.RepeatSearch;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.knowledge.RecommendationRow.Urgency;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Suppressed.Reason;

/**
 * Reads the decision table and decides what is shown: first the rows that hold, then which card
 * takes the place of which, then what clinicians answered, then the limit of cards, then what each
 * card suggests.
 */
public final class Recommender {

  private static final String IMAGING_GAP = "C05";
  private static final String REPEAT_SEARCH = "C16";

  private final KnowledgeBase knowledge;
  private final Map<Hook, List<RecommendationRow>> rowsByHook = new EnumMap<>(Hook.class);
  private final SuggestionChooser suggestions;

  /**
   * Prepares the decision table.
   *
   * @throws IllegalStateException if a card is meant for a hook that nothing here answers
   */
  public Recommender(KnowledgeBase knowledge, DrugReader drugs) {
    for (CardDefinition card : knowledge.cards().values()) {
      for (String hook : card.hooks()) {
        if (Hook.named(hook).isEmpty()) {
          throw new IllegalStateException(
              "knowledge/cards.yaml: "
                  + card.id()
                  + ": unknown hook '"
                  + hook
                  + "'; allowed: "
                  + Hook.names());
        }
      }
    }
    this.knowledge = knowledge;
    for (Hook hook : Hook.values()) {
      rowsByHook.put(
          hook,
          knowledge.recommendations().stream()
              .filter(row -> card(row).hooks().contains(hook.hookName()))
              .toList());
    }
    this.suggestions = new SuggestionChooser(knowledge, drugs);
  }

  /** Decides for one patient and occasion, from this call and earlier answers alone. */
  public Recommendations recommend(
      PatientRecord patient, Findings findings, Assessment assessment, Occasion occasion) {
    List<Suppressed> suppressed = new ArrayList<>();
    List<RecommendationRow> rows = rowsThatHold(assessment, occasion);
    Optional<Silence> silence = Silence.of(patient, occasion);
    if (silence.isPresent()) {
      rows.forEach(row -> hold(suppressed, row, silence.get().reason(), silence.get().detail()));
      return new Recommendations(List.of(), suppressed);
    }
    rows = forAudience(rows, occasion, suppressed);
    rows = withoutOutranked(rows, suppressed);
    rows = withoutPending(rows, assessment, suppressed);
    Answers answers = Answers.of(occasion.snoozes(), patient, assessment, knowledge.site());
    List<Called> called =
        rows.stream()
            .map(row ->
                new Called(
                    row, card(row), DraftSubject.of(row.card(), patient, assessment, occasion)))
            .toList();
    called = withoutSnoozed(called, answers, suppressed);
    called = withoutAccepted(called, answers, patient, assessment, suppressed);
    called = withinLimit(called, occasion, suppressed);
    Set<String> shownCards = cards(called);
    List<Recommendation> shown = new ArrayList<>();
    for (Called each : called) {
      shown.add(suggestions.choose(each, answers.accepted(each), patient, assessment, shownCards));
    }
    return new Recommendations(shown, suppressed);
  }

  /** The first row of each card that holds, by the cards' priority. */
  private List<RecommendationRow> rowsThatHold(Assessment assessment, Occasion occasion) {
    Map<String, RecommendationRow> byCard = new LinkedHashMap<>();
    for (RecommendationRow row : rowsByHook.getOrDefault(occasion.hook(), List.of())) {
      if (row.holds(assessment.facts())) {
        byCard.putIfAbsent(row.card(), row);
      }
    }
    return byCard.values().stream().sorted(Comparator.comparingInt(this::priority)).toList();
  }

  private int priority(RecommendationRow row) {
    return row.priority() > 0 ? row.priority() : card(row).priority();
  }

  /**
   * Pharmacy, dentistry and billing see what is about an order; in a hurry nobody is informed, only
   * warned, while an order is signed.
   */
  private List<RecommendationRow> forAudience(
      List<RecommendationRow> rows, Occasion occasion, List<Suppressed> suppressed) {
    List<RecommendationRow> kept = new ArrayList<>();
    for (RecommendationRow row : rows) {
      if (occasion.audience() == Occasion.Audience.SUPPORT && !isAboutAnOrder(row)) {
        hold(suppressed, row, Reason.AUDIENCE, "not for pharmacy, dentistry or billing");
      } else if (occasion.hook() == Hook.ORDER_SIGN
          && occasion.pressing()
          && row.indicator() == Urgency.INFO) {
        hold(suppressed, row, Reason.PRESSING, "no information while an urgent order is signed");
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  private boolean isAboutAnOrder(RecommendationRow row) {
    return card(row).hooks().stream()
        .allMatch(hook ->
            hook.equals(Hook.ORDER_SELECT.hookName()) || hook.equals(Hook.ORDER_SIGN.hookName()));
  }

  private List<RecommendationRow> withoutOutranked(
      List<RecommendationRow> rows, List<Suppressed> suppressed) {
    List<RecommendationRow> kept = new ArrayList<>();
    for (RecommendationRow row : rows) {
      Optional<RecommendationRow> stronger =
          rows.stream().filter(other -> card(other).suppresses().contains(row.card())).findFirst();
      if (stronger.isPresent()) {
        hold(suppressed, row, Reason.OUTRANKED, "by " + stronger.get().card());
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  /** The imaging gap and the repeat search are silent while all that is missing is ordered. */
  private List<RecommendationRow> withoutPending(
      List<RecommendationRow> rows, Assessment assessment, List<Suppressed> suppressed) {
    boolean allOrdered = assessment.tumourImaging().toOrder().isEmpty();
    List<RecommendationRow> kept = new ArrayList<>();
    for (RecommendationRow row : rows) {
      if (row.card().equals(IMAGING_GAP) && allOrdered) {
        hold(suppressed, row, Reason.PENDING, "the missing regions are ordered");
      } else if (row.card().equals(REPEAT_SEARCH)
          && assessment.followUp().repeatSearch()
              instanceof RepeatSearch.Pending(LocalDate due, Evidence order)) {
        hold(
            suppressed,
            row,
            Reason.PENDING,
            "the search due on " + due + " is ordered (" + order.reference() + ")");
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  /** A card that a clinician put away is silent until its time is over or there is news. */
  private static List<Called> withoutSnoozed(
      List<Called> called, Answers answers, List<Suppressed> suppressed) {
    List<Called> kept = new ArrayList<>();
    for (Called each : called) {
      Optional<Snooze> snooze = answers.snoozing(each);
      if (snooze.isPresent()) {
        hold(suppressed, each, Reason.SNOOZED, snooze.get());
      } else {
        kept.add(each);
      }
    }
    return kept;
  }

  /** A card of which everything recommended was taken waits for the orders to be done. */
  private List<Called> withoutAccepted(
      List<Called> called,
      Answers answers,
      PatientRecord patient,
      Assessment assessment,
      List<Suppressed> suppressed) {
    List<Called> kept = new ArrayList<>();
    for (Called each : called) {
      Optional<Snooze> acceptance = answers.acceptance(each);
      if (acceptance.isPresent()
          && !offersMore(
              suggestions.choose(
                  each, answers.accepted(each), patient, assessment, cards(called)))) {
        hold(suppressed, each, Reason.ACCEPTED, acceptance.get());
      } else {
        kept.add(each);
      }
    }
    return kept;
  }

  private static boolean offersMore(Recommendation left) {
    return left.card().selection().equals("any")
        && left.suggestions().stream().anyMatch(OfferedSuggestion::recommended);
  }

  /** A limit of cards; while an order is signed, no hard stop falls to it. */
  private List<Called> withinLimit(
      List<Called> called, Occasion occasion, List<Suppressed> suppressed) {
    int limit = knowledge.site().cards().cardLimit();
    List<Called> kept = new ArrayList<>();
    for (Called each : called) {
      boolean hardStop =
          occasion.hook() == Hook.ORDER_SIGN && each.row().indicator() == Urgency.CRITICAL;
      if (hardStop || kept.size() < limit) {
        kept.add(each);
      } else {
        hold(suppressed, each.row(), Reason.LIMIT, "at most " + limit + " cards are shown");
      }
    }
    return kept;
  }

  private static Set<String> cards(List<Called> called) {
    return called.stream().map(each -> each.card().id()).collect(Collectors.toUnmodifiableSet());
  }

  private static void hold(
      List<Suppressed> suppressed, Called called, Reason reason, Snooze snooze) {
    suppressed.add(
        new Suppressed(
            called.card().id(),
            called.row().id(),
            reason,
            snooze.answer().display(),
            snooze.until()));
  }

  private static void hold(
      List<Suppressed> suppressed, RecommendationRow row, Reason reason, String detail) {
    suppressed.add(new Suppressed(row.card(), row.id(), reason, detail));
  }

  private CardDefinition card(RecommendationRow row) {
    return knowledge.card(row.card());
  }
}
