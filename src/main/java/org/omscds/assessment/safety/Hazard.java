package org.omscds.assessment.safety;

import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyDefinition.Check;
import org.omscds.knowledge.SafetyDefinition.Level;

/**
 * A check that a draft does not pass.
 *
 * @param level how much it matters here
 * @param label a few words for it
 * @param evidence where it stands in the chart; empty where nothing is on record
 * @param missing whether the hazard is that nothing is on record
 * @param remark what else is to be said, such as since when; may be empty
 */
public record Hazard(
    DraftedAgent drafted,
    Check check,
    Level level,
    String label,
    List<Evidence> evidence,
    boolean missing,
    String remark) {
  public Hazard {
    evidence = List.copyOf(evidence);
  }

  /** What makes the order unsafe. */
  public Risk risk() {
    return check.risk();
  }
}
