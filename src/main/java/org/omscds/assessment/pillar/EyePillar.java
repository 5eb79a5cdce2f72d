package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * Pillar A: opsoclonus or ocular flutter, but not nystagmus (SIOPEN trial NCT01868269). An eye
 * movement that nobody characterised makes it possible, no more; nystagmus and square-wave jerks
 * leave it unknown.
 */
final class EyePillar {

  private EyePillar() {}

  static Counted read(PatientRecord patient, Findings findings, boolean adult, SiteSettings site) {
    Counted.Sorter sorter = new Counted.Sorter();
    LocalDate today = patient.consultationDate();
    boolean explained =
        findings
            .present(FindingId.VOLUNTARY_FLUTTER, FindingId.POSITIONAL_VERTICAL_OPSOCLONUS)
            .stream()
            .map(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today))
            .anyMatch(days -> days <= site.windows().pillarWindowDays());
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
    for (ClinicalStatement each : findings.present(FindingId.SPASMUS_NUTANS)) {
      sorter.leave(each, "spasmus nutans is not opsoclonus");
    }
    return sorter.sorted();
  }
}
