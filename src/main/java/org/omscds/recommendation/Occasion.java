package org.omscds.recommendation;

import java.util.List;

/**
 * Why we were asked, and for whom the answer is. What a hook carries beside the chart, the drafts
 * and the new problems, stands in the patient record.
 *
 * @param hook the hook that fired
 * @param audience who will read the cards
 * @param pressing whether the visit is an emergency, or a draft is marked urgent, asap or stat
 * @param breakGlass whether the chart was opened by breaking the glass (HL7 ActReason BTG)
 * @param snoozes what clinicians answered to earlier cards and what still holds, newest first
 */
public record Occasion(
    Hook hook, Audience audience, boolean pressing, boolean breakGlass, List<Snooze> snoozes) {

  public Occasion {
    snoozes = List.copyOf(snoozes);
  }

  /** Who will read the cards. */
  public enum Audience {
    /** A clinician, or somebody whose role is not known. */
    CLINICIAN,
    /** Pharmacy, dentistry, billing: only what is about an order concerns them. */
    SUPPORT,
    /** The patient or a relative: the cards are not written for them. */
    FAMILY
  }

  /** A call of a hook by a clinician, without any haste. */
  public static Occasion of(Hook hook) {
    return new Occasion(hook, Audience.CLINICIAN, false, false, List.of());
  }

  /** The same occasion after earlier answers. */
  public Occasion after(List<Snooze> answers) {
    return new Occasion(hook, audience, pressing, breakGlass, answers);
  }
}
