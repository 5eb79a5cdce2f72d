package org.omscds.finding.result;

/** Whether a second method found the same: a blot alone proves no antibody (Graus 2021). */
public enum Confirmation {
  /** The record says that a second method confirms it. */
  CONFIRMED,
  /** Found by a commercial blot, and nothing says that a second method confirms it. */
  UNCONFIRMED_BLOT,
  /** Nobody says how it was found. */
  NOT_STATED
}
