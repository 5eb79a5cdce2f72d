package org.omscds.assessment.mimic;

import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.MimicDefinition;

/**
 * A mimic that the chart makes one think of.
 *
 * @param clues where it does, never empty
 * @param weight how many different clues
 * @param offersTests whether its tests are to be offered
 */
public record NamedMimic(
    MimicDefinition mimic, List<Evidence> clues, int weight, boolean offersTests) {
  public NamedMimic {
    clues = List.copyOf(clues);
    if (clues.isEmpty()) {
      throw new IllegalArgumentException("a mimic without a clue: " + mimic.id());
    }
  }
}
