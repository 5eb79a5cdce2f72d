package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A card of the catalogue: all that does not depend on the patient.
 *
 * @param priority the lower, the earlier among the cards of a response
 * @param suppresses cards that this one takes the place of
 * @param selection {@code any} or {@code at-most-one}
 * @param overrides codes of {@code overrides.yaml}
 * @param source key of the source named on the card
 * @param sections what the detail goes through, in this order
 */
public record CardDefinition(
    String id,
    String title,
    List<String> hooks,
    int priority,
    List<String> suppresses,
    String selection,
    List<Offer> suggestions,
    List<String> overrides,
    String source,
    List<Reading> links,
    List<Section> sections,
    List<Statement> detail) {

  public CardDefinition {
    hooks = List.copyOf(hooks);
    suppresses = List.copyOf(suppresses);
    suggestions = List.copyOf(suggestions);
    overrides = List.copyOf(overrides);
    links = List.copyOf(links);
    sections = List.copyOf(sections);
    detail = List.copyOf(detail);
  }

  /** Whether the card names mimics with a clue in the chart, and so offers their tests. */
  public boolean namesMimics() {
    return sections.contains(Section.DIFFERENTIAL)
        || sections.contains(Section.DIFFERENTIAL_BY_CLUES);
  }

  /**
   * A suggestion.
   *
   * @param orders ids of orders, or of groups of orders; those done or pending are left out
   * @param also further orders, each named in the label only while it is due
   * @param needs orders without which the suggestion makes no sense
   * @param shownBy the card that already offers the same, so that it is not offered twice
   * @param shownOrders which of the orders that card offers; all where empty
   * @param remainderLabel the label for what is left when that card takes its orders away
   * @param replaces orders of which the first that fits the patient takes the place of each
   *     antibody panel that does not fit
   * @param specifies the order whose code a problem that was just added lacks
   */
  public record Offer(
      String id,
      String label,
      List<String> orders,
      List<Also> also,
      List<String> needs,
      boolean recommended,
      List<Fact> when,
      List<Fact> unless,
      @Nullable String shownBy,
      List<String> shownOrders,
      @Nullable String remainderLabel,
      List<String> replaces,
      @Nullable String specifies) {

    public Offer {
      orders = List.copyOf(orders);
      also = List.copyOf(also);
      needs = List.copyOf(needs);
      when = List.copyOf(when);
      unless = List.copyOf(unless);
      shownOrders = List.copyOf(shownOrders);
      replaces = List.copyOf(replaces);
    }

    /** The order whose code a problem that was just added lacks. */
    public Optional<String> problemCode() {
      return Optional.ofNullable(specifies);
    }

    /** The card that already offers it, where there is one. */
    public Optional<String> alsoOfferedBy() {
      return Optional.ofNullable(shownBy);
    }
  }

  /** Orders that a suggestion adds, with the words that its label then adds. */
  public record Also(String label, List<String> orders) {
    public Also {
      orders = List.copyOf(orders);
    }
  }

  /** A part of the detail that is written from the consultation. */
  public enum Section {
    /** The card's own statements, those that hold. */
    STATEMENTS,
    /** Other diagnoses that are confirmed and may explain the signs. */
    ALTERNATIVES,
    /** The rules of the tier, with their wording. */
    RULES,
    /** Each region of the tumour search: done, on its way, or missing. */
    IMAGING,
    /** Latest values to look at before contrast and anaesthesia. */
    BEFORE_CONTRAST,
    /** What bears on a first treatment: earlier drugs, allergies, infection, vaccines. */
    BEFORE_TREATMENT,
    /** Samples and laboratory tests still to be taken. */
    STILL_DUE,
    /**
     * Mimics to exclude: those with a clue in the chart, then others up to five, in the table's
     * order. The tests of those with a clue are offered.
     */
    DIFFERENTIAL,
    /** The same without the others. */
    DIFFERENTIAL_BY_CLUES,
    /** Infections, vaccinations and drugs that may have come first: context only. */
    TRIGGERS,
    /** The PNS-Care score, line by line. */
    PNS_CARE,
    /** Where the search for a cancer in an adult stands. */
    CANCER_SEARCH,
    /** What points to a cancer in this patient. */
    PREDICTORS,
    /** Drugs and toxins that can cause the signs. */
    DRUGS,
    /** All pillars, for a reader who must judge the signs. */
    FINDINGS,
    /** The pillars that are there or may be, for a reader who must take the next step. */
    FINDINGS_IN_SHORT,
    /** What was seen and left out, with the reasons. */
    NOT_COUNTED,
    /** What else raises suspicion. */
    SUPPORTING,
    /** What became worse in known OMS, since when, and what may have set it off. */
    WORSENING,
    /** The severity scores with their scale, and those that do not count. */
    SCORES,
    /** Each drug so far with its days and the score before and after. */
    PAST_AGENTS,
    /** When steroid and ACTH courses ended. */
    TAPERS,
    /** The newest MRI or CT of a region of the tumour search. */
    LAST_TUMOUR_SCAN,
    /** The baseline tests before an escalation: done, on their way or due. */
    READINESS,
    /** The searches that found no tumour, and when the next one was due. */
    REPEAT_SEARCH,
    /** What the follow-up of known OMS lacks. */
    FOLLOW_UP,
    /** What speaks against the orders that are being written, item by item. */
    HAZARDS,
    /** Samples before treatment that are neither drawn nor ordered. */
    SAMPLES,
    /** Why a chosen antibody panel does not fit. */
    PANEL
  }

  /**
   * A link to a source.
   *
   * @param when facts that must hold for it to be shown
   */
  public record Reading(String label, String source, List<Fact> when) {
    public Reading {
      when = List.copyOf(when);
    }
  }

  /**
   * A sentence of the detail.
   *
   * @param proposal whether it is this service's own choice, to be marked where it is read
   */
  public record Statement(
      String text, List<String> sources, boolean proposal, List<Fact> when, List<Fact> unless) {
    public Statement {
      sources = List.copyOf(sources);
      when = List.copyOf(when);
      unless = List.copyOf(unless);
    }

    /** Whether it is to be said, given the facts that hold. */
    public boolean holds(Set<Fact> facts) {
      return facts.containsAll(when) && unless.stream().noneMatch(facts::contains);
    }
  }
}
