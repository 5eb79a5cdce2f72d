package org.omscds.recommendation;

/**
 * Why we were asked.
 *
 * @param hook the hook that fired
 */
public record Occasion(Hook hook) {

  /** A call of a hook that carries nothing but the patient. */
  public static Occasion of(Hook hook) {
    return new Occasion(hook);
  }
}
