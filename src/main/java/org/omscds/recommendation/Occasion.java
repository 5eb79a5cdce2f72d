package org.omscds.recommendation;

import java.util.List;
import java.util.Set;
import org.omscds.patient.DraftOrder;

/**
 * Why we were asked: the hook, and what it carries beside the chart.
 *
 * @param hook the hook that fired
 * @param drafts the orders that are being written, in the order sent
 * @param newProblems references of the conditions that were just added to the problem list; the
 *     conditions themselves stand in the chart
 * @param audience who will read the cards
 * @param pressing whether the visit is an emergency, or a draft is marked urgent, asap or stat
 * @param breakGlass whether the chart was opened by breaking the glass (HL7 ActReason BTG)
 */
public record Occasion(
    Hook hook,
    List<DraftOrder> drafts,
    Set<String> newProblems,
    Audience audience,
    boolean pressing,
    boolean breakGlass) {

  public Occasion {
    drafts = List.copyOf(drafts);
    newProblems = Set.copyOf(newProblems);
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

  /** A call of a hook that carries nothing but the patient. */
  public static Occasion of(Hook hook) {
    return new Occasion(hook, List.of(), Set.of(), Audience.CLINICIAN, false, false);
  }

  /** A call that carries drafts. */
  public static Occasion of(Hook hook, List<DraftOrder> drafts) {
    return new Occasion(hook, drafts, Set.of(), Audience.CLINICIAN, false, false);
  }
}
