package org.omscds.knowledge;

/**
 * What a clinician can answer to a card, and for how long that holds: a reason for overriding of
 * the code system {@code urn:oms-cds:override}, or one of the two answers that no menu lists.
 *
 * @param hold for how long the card stays silent
 * @param hours the length of {@link Hold#HOURS}; 0 for all others
 * @param lift what shows the card again before its end; a rise of the tier always does
 * @param personal whether it holds only for the clinician who answered
 * @param needsComment whether it holds only with a comment
 */
public record OverrideReason(
    String code,
    String display,
    Hold hold,
    int hours,
    Lift lift,
    boolean personal,
    boolean needsComment) {

  /** The code system of override reasons. */
  public static final String SYSTEM = "urn:oms-cds:override";

  /** The answer of a clinician who took a suggestion. */
  public static final String ACCEPTED = "accepted";

  /** The answer of a clinician who put a card away and said no reason of ours. */
  public static final String NO_REASON = "no-reason";

  /** For how long an answer holds. On order-select and order-sign all hold for that order. */
  public enum Hold {
    /** Some hours. */
    HOURS,
    /** As long as the episode of the disease lasts. */
    EPISODE,
    /** As long as nothing but what was said to be wrong speaks for the card. */
    UNTIL_CORRECTED,
    /** For the draft order that was being written, and not for the chart. */
    ORDER
  }

  /** What is news enough to show a card again. */
  public enum Lift {
    /** A pillar of the criteria that was not there, or only possible. */
    PILLAR,
    /** A pillar, a finding, a hazard or a worsening that was not there. */
    FINDING,
    /** Any of these, or an entry of the chart that was not there. */
    RECORD
  }

  /** Checks that a length is given exactly where one is needed. */
  public OverrideReason {
    if ((hold == Hold.HOURS) != (hours > 0)) {
      throw new IllegalArgumentException(
          "'" + code + "': hours is " + hours + " and hold is " + hold);
    }
  }
}
