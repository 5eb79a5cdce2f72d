package org.omscds.knowledge;

/**
 * Which severity scale a score is on. Two totals of the Mitchell-Pike scale circulate, and the
 * 12-item OMS Evaluation Scale is another instrument; scores are never compared across them.
 */
public enum ScaleVersion {
  /** Mitchell-Pike, five items, 0 to 15. */
  MP5_15("Mitchell-Pike 0-15", 15),
  /** Mitchell-Pike with speech, six items, 0 to 18. */
  MP6_18("Mitchell-Pike with speech 0-18", 18),
  /** The OMS Evaluation Scale, twelve items, 0 to 36. */
  OMES_36("OMS Evaluation Scale 0-36", 36),
  /** Nobody said which scale: the score is shown and never compared. */
  UNSTATED("scale not stated", 36);

  private final String label;
  private final int highest;

  ScaleVersion(String label, int highest) {
    this.label = label;
    this.highest = highest;
  }

  /** The words that cards use. */
  public String label() {
    return label;
  }

  /** The highest total that can be. */
  public int highest() {
    return highest;
  }
}
