package org.omscds.hook.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.recommendation.Recommendation;
import org.omscds.recommendation.Recommendations;
import org.omscds.recommendation.Suppressed;
import org.omscds.recommendation.Suppressed.Reason;

/**
 * Counts what is shown and what is held back: {@code omscds.cards} by card and indicator, {@code
 * omscds.suppressed} by reason, {@code omscds.snoozed} by card for what answers of clinicians hold
 * back, and {@code omscds.snoozes} for the answers that were read.
 */
public final class CardMeters {

  private final Map<String, Counter> shownByRow = new HashMap<>();
  private final Map<Reason, Counter> suppressed = new EnumMap<>(Reason.class);
  private final Map<String, Counter> snoozedByCard = new HashMap<>();
  private final Counter snoozes;

  /** Makes a counter for each row, reason and card of the knowledge. */
  public CardMeters(MeterRegistry meters, KnowledgeBase knowledge) {
    for (RecommendationRow row : knowledge.recommendations()) {
      shownByRow.put(
          row.id(),
          Counter.builder("omscds.cards")
              .description("Cards that were shown")
              .tags("card", row.card(), "indicator", word(row.indicator()))
              .register(meters));
    }
    for (Reason reason : Reason.values()) {
      suppressed.put(
          reason,
          Counter.builder("omscds.suppressed")
              .description("Cards that were called for and held back")
              .tag("reason", word(reason))
              .register(meters));
    }
    for (String card : knowledge.cards().keySet()) {
      snoozedByCard.put(
          card,
          Counter.builder("omscds.snoozed")
              .description("Cards held back because of what a clinician answered")
              .tag("card", card)
              .register(meters));
    }
    this.snoozes =
        Counter.builder("omscds.snoozes")
            .description("Answers of clinicians that were read for a call and still hold")
            .register(meters);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Counts what one call came to. */
  public void count(Recommendations recommendations) {
    for (Recommendation each : recommendations.shown()) {
      increment(shownByRow.get(each.row().id()));
    }
    for (Suppressed each : recommendations.suppressed()) {
      increment(suppressed.get(each.reason()));
      if (each.reason() == Reason.SNOOZED || each.reason() == Reason.ACCEPTED) {
        increment(snoozedByCard.get(each.card()));
      }
    }
  }

  /** Counts answers that were read for a call. */
  public void countSnoozes(int number) {
    snoozes.increment(number);
  }

  private static void increment(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }
}
