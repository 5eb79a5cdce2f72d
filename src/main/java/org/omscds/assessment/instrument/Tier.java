package org.omscds.assessment.instrument;

/** How strongly the chart suggests the syndrome, weakest first. */
public enum Tier {
  /** Nothing that calls for a card. */
  T0,
  /** A red flag. */
  T1,
  /** Suspected: search and treat as such until another cause is found. */
  T2,
  /** Three of four criteria are met. */
  T3
}
