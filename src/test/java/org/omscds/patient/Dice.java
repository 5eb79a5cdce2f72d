package org.omscds.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded dice: the same seed draws the same charts on every machine. */
final class Dice {

  private final RandomGenerator random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Whether the dice fall within that many of a hundred. */
  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A whole number from the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The same list in another order. */
  <T> List<T> shuffled(Collection<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, Random.from(random));
    return shuffled;
  }

  String oneOf(String... choices) {
    return oneOf(Arrays.asList(choices));
  }
}
