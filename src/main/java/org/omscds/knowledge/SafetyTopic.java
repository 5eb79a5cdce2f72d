package org.omscds.knowledge;

/** What a draft order asks for, as far as it has checks, and the card that speaks of it. */
public enum SafetyTopic {
  IVIG("C09"),
  /** A systemic steroid at a high or unknown dose, or ACTH. */
  STEROID_OR_ACTH("C10"),
  RITUXIMAB("C11"),
  CYCLOPHOSPHAMIDE("C12"),
  MIBG("C07"),
  /** MRI or CT with contrast. */
  CONTRAST("C07"),
  LIVE_VACCINE("C13"),
  /** Drugs and procedures without a card of their own. */
  OTHER("C23");

  private final String card;

  SafetyTopic(String card) {
    this.card = card;
  }

  /** The id of the card. */
  public String card() {
    return card;
  }
}
