package org.omscds.finding.text;

import org.omscds.knowledge.FindingId;

/** What a phrase in a text stands for. */
sealed interface Meaning {

  /** It names a finding. */
  record Names(FindingId finding, Kind kind) implements Meaning {}

  /** It acts on what follows it in the sentence. */
  record Before(Modifier modifier) implements Meaning {}

  /**
   * It acts on what stands right before it.
   *
   * @param onList whether it acts on a whole list there: "ataxia and rage were absent"
   */
  record After(Modifier modifier, boolean onList) implements Meaning {}

  /** A tick or a sign, "[x]" or "(-)", before or behind what it judges. */
  record Mark(boolean isThere) implements Meaning {}

  /** It ends the reach of what stands before it. */
  record Ends() implements Meaning {}

  /** It only looks like one of the others. */
  record Nothing() implements Meaning {}

  /** How surely a phrase names its finding. */
  enum Kind {
    PHRASE,
    /** A doubt beside it touches the cause, not the finding. */
    FIRM_PHRASE,
    /** An everyday word: it makes the finding possible, no more, unless there is ataxia beside. */
    WEAK_PHRASE,
    /** Weakness or pain may explain it: beside them it makes the finding possible, no more. */
    PAIN_PHRASE,
    /** It counts beside a second term of the syndrome only. */
    ABBREVIATION
  }
}
