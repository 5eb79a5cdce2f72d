package org.omscds.finding.text;

import org.omscds.knowledge.FindingId;
import org.omscds.patient.Speaker;

/**
 * A phrase of a finding in a text, with what the words around it make of it.
 *
 * @param speaker the family where its words are quoted
 * @param words the phrase as the text has it, without case and punctuation
 */
public record Mention(FindingId finding, Assertion assertion, Speaker speaker, String words) {

  /** What a text says of a finding that it names (Harkema 2009). */
  public enum Assertion {
    AFFIRMED,
    UNCERTAIN,
    IN_REMISSION,
    LONG_STANDING,
    HISTORICAL,
    NEGATED,
    HYPOTHETICAL,
    FAMILY_HISTORY
  }

  /** The same mention, held to a mere possibility. */
  Mention withDoubt() {
    return assertion == Assertion.AFFIRMED
        ? new Mention(finding, Assertion.UNCERTAIN, speaker, words)
        : this;
  }

  /** Whether it says that the patient has it, or may have it. */
  boolean isSaidOfThePatient() {
    return assertion == Assertion.AFFIRMED || assertion == Assertion.UNCERTAIN;
  }
}
