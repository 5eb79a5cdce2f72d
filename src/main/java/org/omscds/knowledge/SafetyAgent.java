package org.omscds.knowledge;

import static org.omscds.knowledge.SafetyTopic.OTHER;

/** What is checked before it is signed; {@code safety.yaml} holds the checks of each. */
public enum SafetyAgent {
  IVIG(SafetyTopic.IVIG),
  STEROID(SafetyTopic.STEROID_OR_ACTH),
  ACTH(SafetyTopic.STEROID_OR_ACTH),
  RITUXIMAB(SafetyTopic.RITUXIMAB),
  CYCLOPHOSPHAMIDE(SafetyTopic.CYCLOPHOSPHAMIDE),
  MIBG(SafetyTopic.MIBG),
  MRI_WITH_CONTRAST(SafetyTopic.CONTRAST),
  CT_WITH_CONTRAST(SafetyTopic.CONTRAST),
  LIVE_VACCINE(SafetyTopic.LIVE_VACCINE),
  TRAZODONE(OTHER),
  VALPROATE(OTHER),
  LEVETIRACETAM(OTHER),
  BENZODIAZEPINE(OTHER),
  PROPRANOLOL(OTHER),
  PLASMA_EXCHANGE(OTHER),
  /** An opioid: named on the pitfalls list, and analgesia is never withheld because of it. */
  OPIOID(OTHER),
  /** Any other drug of the pitfalls list. */
  AVOIDED(OTHER),
  /** A decongestant, alone or in a cold remedy. */
  DECONGESTANT(OTHER);

  private final SafetyTopic topic;

  SafetyAgent(SafetyTopic topic) {
    this.topic = topic;
  }

  /** The card that speaks of it. */
  public SafetyTopic topic() {
    return topic;
  }
}
