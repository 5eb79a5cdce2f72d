package org.omscds.recommendation;

/**
 * A card that was called for and is not shown.
 *
 * @param card the card's id
 * @param row the row of the decision table that called for it
 * @param detail one clause: by what, or since when
 */
public record Suppressed(String card, String row, Reason reason, String detail) {

  /** Why it is not shown. */
  public enum Reason {
    /** Another card of this response says more. */
    OUTRANKED,
    /** The limit of cards in one response. */
    LIMIT,
    /** What it asks for is on its way. */
    PENDING,
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
