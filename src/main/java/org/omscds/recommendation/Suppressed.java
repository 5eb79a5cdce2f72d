package org.omscds.recommendation;

import java.time.Instant;
import java.util.Optional;

/**
 * A card that was called for and is not shown.
 *
 * @param card the card's id
 * @param row the row of the decision table that called for it
 * @param detail one clause: by what, or since when
 * @param until when it may be shown again, where a time is set
 */
public record Suppressed(
    String card, String row, Reason reason, String detail, Optional<Instant> until) {

  /** A card that is held back for no set time. */
  public Suppressed(String card, String row, Reason reason, String detail) {
    this(card, row, reason, detail, Optional.empty());
  }

  /** Why it is not shown. */
  public enum Reason {
    /** Another card of this response says more. */
    OUTRANKED,
    /** The limit of cards in one response. */
    LIMIT,
    /** What it asks for is on its way. */
    PENDING,
    /** A clinician put it away, and the answer still holds. */
    SNOOZED,
    /** A clinician took what it recommends. */
    ACCEPTED,
    /** The patient has died. */
    DECEASED,
    /** The record is marked as one for tests. */
    TEST_PATIENT,
    /** The chart was opened by breaking the glass. */
    BREAK_GLASS,
    /** The reader is not the one for whom the card is written. */
    AUDIENCE,
    /** Information waits while an urgent order is signed. */
    PRESSING
  }
}
