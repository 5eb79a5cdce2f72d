package org.omscds.assessment.pillar;

import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.Pillar;

/**
 * Another diagnosis that is confirmed and active in the chart.
 *
 * @param label the clinician's name for it
 * @param explains the pillars that it may explain
 * @param blocks whether immunosuppression waits for it
 */
public record Alternative(String label, List<Pillar> explains, boolean blocks, Evidence evidence) {
  public Alternative {
    explains = List.copyOf(explains);
  }
}
