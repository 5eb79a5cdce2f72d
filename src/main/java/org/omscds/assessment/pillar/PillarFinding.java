package org.omscds.assessment.pillar;

import java.util.List;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Finding;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;

/**
 * One of the four pillars.
 *
 * @param finding whether it is there
 * @param counted the statements that make it so
 */
public record PillarFinding(Pillar pillar, Finding finding, List<ClinicalStatement> counted) {

  public PillarFinding {
    counted = List.copyOf(counted);
  }

  /** Whether the pillar is there. */
  public boolean isPresent() {
    return finding.isPresent();
  }

  /** Whether the pillar may be there, but is not known to be. */
  public boolean isPossible() {
    return finding.isPossible();
  }

  /** Whether a high-risk antibody stands for the tumour and no tumour is recorded. */
  public boolean isByAntibodyAlone() {
    return isPresent()
        && !counted.isEmpty()
        && counted.stream().allMatch(each -> each.finding() == FindingId.HIGH_RISK_ANTIBODY);
  }
}
