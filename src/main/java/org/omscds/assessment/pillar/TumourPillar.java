package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * Pillar D: a neuroblastic tumour, at any time. Negative tests never make it absent: urine, MIBG
 * and ultrasound miss tumours (Brunklaus 2012).
 */
public final class TumourPillar {

  private TumourPillar() {}

  static PillarFinding read(PatientRecord patient, Findings findings) {
    List<ClinicalStatement> tumours = findings.present(FindingId.NEUROBLASTIC_TUMOUR);
    if (!tumours.isEmpty()) {
      return new PillarFinding(Pillar.D, new Finding.Present(evidence(tumours)), tumours);
    }
    List<ClinicalStatement> hints =
        findings
            .about(
                FindingId.NEUROBLASTIC_TUMOUR,
                FindingId.SUSPICIOUS_MASS,
                FindingId.RAISED_CATECHOLAMINES,
                FindingId.MIBG_UPTAKE,
                FindingId.HORNER_SYNDROME)
            .stream()
            .filter(each -> each.certainty() != Certainty.ABSENT && !each.isOver())
            .toList();
    if (!hints.isEmpty()) {
      return new PillarFinding(Pillar.D, new Finding.Possible(evidence(hints)), hints);
    }
    Finding.Reason reason =
        patient.lacks("conditions") ? Finding.Reason.NOT_SUPPLIED : Finding.Reason.NOT_DOCUMENTED;
    return new PillarFinding(Pillar.D, new Finding.Unknown(reason), List.of());
  }

  /**
   * Whether the tumour belongs to this episode: dated within the window around the neurological
   * onset (ANBL00P3 eligibility: 180 days).
   */
  public static boolean isKnownNow(
      PillarFinding tumour,
      Optional<LocalDate> neuroOnset,
      PatientRecord patient,
      SiteSettings site) {
    LocalDate onset = neuroOnset.orElse(patient.consultationDate());
    return tumour.isPresent()
        && tumour.counted().stream()
            .anyMatch(each ->
                each.onset().or(each.asserted()).day().isEmpty()
                    ? !each.isOver()
                    : Math.abs(
                            ChronoUnit.DAYS.between(
                                each.firstDay(patient.consultationDate()), onset))
                        <= site.tumourContemporaryDays());
  }

  private static List<Evidence> evidence(List<ClinicalStatement> statements) {
    return Evidence.byResource(statements.stream().map(ClinicalStatement::evidence).toList());
  }
}
