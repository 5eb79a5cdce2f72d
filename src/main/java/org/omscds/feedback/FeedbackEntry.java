package org.omscds.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omscds.wire.Coding;

/**
 * What became of one card (CDS Hooks 2.0, "Feedback").
 *
 * @param card the card's uuid, as the client gives it back
 * @param acceptedSuggestions uuids of the suggestions that were taken, at least one if accepted
 * @param reason the reason that was picked for overriding, its display often left out
 * @param userComment what the clinician wrote
 * @param outcomeTimestamp when the clinician acted
 */
public record FeedbackEntry(
    String card,
    Outcome outcome,
    List<String> acceptedSuggestions,
    @Nullable Coding reason,
    @Nullable String userComment,
    Instant outcomeTimestamp) {

  /** What the clinician did. */
  public enum Outcome {
    ACCEPTED,
    OVERRIDDEN
  }

  /** Checks the one condition of the standard that no type expresses. */
  public FeedbackEntry {
    acceptedSuggestions = List.copyOf(acceptedSuggestions);
    if (outcome == Outcome.ACCEPTED && acceptedSuggestions.isEmpty()) {
      throw new IllegalArgumentException(
          "'acceptedSuggestions' names at least one suggestion where 'outcome' is 'accepted'.");
    }
  }
}
