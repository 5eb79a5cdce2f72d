package org.omscds.assessment;

import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;

/**
 * Pillar A: opsoclonus or ocular flutter, but not nystagmus (SIOPEN trial NCT01868269). An eye
 * movement that nobody characterised makes it possible, no more; nystagmus and square-wave jerks
 * leave it unknown.
 */
final class EyePillar {

  private EyePillar() {}

  static Counted read(Findings findings, boolean adult) {
    Counted.Sorter sorter = new Counted.Sorter();
    boolean explained =
        !findings
            .present(FindingId.VOLUNTARY_FLUTTER, FindingId.POSITIONAL_VERTICAL_OPSOCLONUS)
            .isEmpty();
    for (ClinicalStatement each : findings.about(FindingId.OPSOCLONUS, FindingId.OCULAR_FLUTTER)) {
      if (each.isOver()) {
        sorter.leave(each, "recorded as over");
      } else if (explained && each.isPresent()) {
        sorter.count(each.with(Certainty.POSSIBLE));
      } else {
        sorter.count(each);
      }
    }
    for (ClinicalStatement each : findings.about(FindingId.ABNORMAL_EYE_MOVEMENT)) {
      if (each.isOver()) {
        sorter.leave(each, "recorded as over");
      } else if (each.certainty() != Certainty.ABSENT) {
        sorter.count(each.with(Certainty.POSSIBLE));
      }
    }
    for (ClinicalStatement each : findings.present(FindingId.OSCILLOPSIA)) {
      if (adult && !each.isOver()) {
        sorter.count(each.with(Certainty.POSSIBLE));
      }
    }
    for (ClinicalStatement each : findings.present(FindingId.NYSTAGMUS)) {
      sorter.leave(each, "nystagmus is not opsoclonus");
    }
    for (ClinicalStatement each : findings.present(FindingId.SQUARE_WAVE_JERKS)) {
      sorter.leave(each, "square-wave jerks are not opsoclonus");
    }
    return sorter.sorted();
  }
}
