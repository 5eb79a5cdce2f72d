package org.omscds.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.omscds.knowledge.OverrideReason;
import org.omscds.knowledge.OverrideReason.Lift;

/**
 * What a clinician answered to a card of this patient, and what has not run out by now.
 *
 * @param card the card's id
 * @param episode the onset of the episode in which it was shown, where there was one
 * @param drafts the draft orders that it was about; empty for a card about the chart
 * @param answer what was answered: an override reason, or that suggestions were taken
 * @param until when it ends by time alone, or empty where no time ends it
 * @param grounds what the chart said when the card was shown
 * @param accepted ids of the suggestions that were taken
 * @param orderExpected whether an order that was taken is still so fresh that the chart need not
 *     show it yet
 */
public record Snooze(
    String card,
    Optional<LocalDate> episode,
    Set<String> drafts,
    OverrideReason answer,
    Optional<Instant> until,
    Grounds grounds,
    Set<String> accepted,
    boolean orderExpected) {

  public Snooze {
    drafts = Set.copyOf(drafts);
    accepted = Set.copyOf(accepted);
  }

  /** What is news to it: of an order that is being written, every new hazard is. */
  Lift lift() {
    return answer.lift() == Lift.PILLAR && !drafts.isEmpty() ? Lift.FINDING : answer.lift();
  }

  /** Whether suggestions were taken, rather than the card put away. */
  boolean isAcceptance() {
    return answer.code().equals(OverrideReason.ACCEPTED);
  }

  /**
   * Whether it speaks of a card that is called for now.
   *
   * @param sameEpisodeDays onsets this close belong to one episode
   */
  boolean isAbout(
      String calledFor, Optional<LocalDate> onset, Set<String> draftsNow, long sameEpisodeDays) {
    if (!card.equals(calledFor)) {
      return false;
    }
    if (!draftsNow.isEmpty()) {
      return drafts.containsAll(draftsNow);
    }
    return drafts.isEmpty() && isSameEpisode(onset, sameEpisodeDays);
  }

  private boolean isSameEpisode(Optional<LocalDate> onset, long days) {
    if (onset.isPresent() && episode.isPresent()) {
      return Math.abs(ChronoUnit.DAYS.between(episode.get(), onset.get())) <= days;
    }
    return onset.isEmpty() && episode.isEmpty();
  }
}
