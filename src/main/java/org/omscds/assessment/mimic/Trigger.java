package org.omscds.assessment.mimic;

import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.TriggerDefinition;

/**
 * Something before the onset that may have set the syndrome off.
 *
 * @param evidence where the chart says so
 */
public record Trigger(TriggerDefinition definition, List<Evidence> evidence) {
  public Trigger {
    evidence = List.copyOf(evidence);
  }
}
