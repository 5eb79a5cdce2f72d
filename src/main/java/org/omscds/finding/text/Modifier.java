package org.omscds.finding.text;

import org.omscds.finding.text.Mention.Assertion;

/** What the words around a finding do to it (Harkema 2009). */
enum Modifier {
  /** "no", "without": it reaches over a comma only inside a list that ends with "or". */
  NEAR_NEGATION(Assertion.NEGATED),
  /** "denies", "negative for": it reaches through a list of any length. */
  NEGATION(Assertion.NEGATED),
  UNCERTAINTY(Assertion.UNCERTAIN),
  /** "rule out": whether it is there at all is the question. */
  QUESTION(Assertion.UNCERTAIN),
  REMISSION(Assertion.IN_REMISSION),
  LONG_STANDING(Assertion.LONG_STANDING),
  HISTORY(Assertion.HISTORICAL),
  FAMILY(Assertion.FAMILY_HISTORY),
  HYPOTHESIS(Assertion.HYPOTHETICAL),
  /** "mother reports": it reaches through the sentence. */
  FAMILY_SPEAKS(Assertion.AFFIRMED);

  private final Assertion assertion;

  Modifier(Assertion assertion) {
    this.assertion = assertion;
  }

  /** Whether it speaks of another time, so that a word of the present takes it back. */
  boolean isOfAnotherTime() {
    return this == HISTORY || this == LONG_STANDING;
  }

  /** What it makes of the finding. */
  Assertion assertion() {
    return assertion;
  }
}
