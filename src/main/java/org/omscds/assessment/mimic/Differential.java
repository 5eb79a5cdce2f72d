package org.omscds.assessment.mimic;

import java.util.List;
import org.omscds.knowledge.MimicDefinition;

/**
 * What else to think of: at most five, those with most clues first.
 *
 * @param named mimics with a clue in the chart
 * @param further mimics without one that fit the age, in the table's order
 */
public record Differential(List<NamedMimic> named, List<MimicDefinition> further) {

  public Differential {
    named = List.copyOf(named);
    further = List.copyOf(further);
  }

  /** Whether a test is to be offered. */
  public boolean offers(String order) {
    return named.stream()
        .filter(NamedMimic::offersTests)
        .anyMatch(each -> each.mimic().orders().contains(order));
  }
}
