package org.omscds.finding.result;

/** What a result says. */
public enum Outcome {
  /** What the test looks for was found, or the value lies above its range. */
  POSITIVE,
  /** It was looked for and not found, or the value lies within its range. */
  NEGATIVE,
  /** The value lies below its range; only of tests that measure an amount. */
  LOW,
  /** Equivocal, or a value that neither a range nor a word explains. */
  INDETERMINATE,
  /** Registered, sent off or not reported: nobody knows yet. */
  PENDING
}
