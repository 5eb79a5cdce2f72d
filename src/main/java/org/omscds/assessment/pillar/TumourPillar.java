package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.assessment.paraneoplastic.Antibodies;
import org.omscds.assessment.paraneoplastic.RecordedCancers;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Speaker;

/**
 * Pillar D: a neuroblastic tumour, at any time; in adults also another cancer, or a high-risk
 * antibody. Negative tests never make it absent: urine, MIBG and ultrasound miss tumours (Brunklaus
 * 2012).
 */
public final class TumourPillar {

  private TumourPillar() {}

  /** Of a child: a neuroblastic tumour. */
  static PillarFinding ofChild(
      PatientRecord patient, Findings findings, Antibodies antibodies, SiteSettings site) {
    return read(
        patient,
        findings.present(FindingId.NEUROBLASTIC_TUMOUR),
        site.criteria().allowAntibodyForDInChildren() ? standingForTumour(antibodies) : List.of(),
        hints(findings));
  }

  /**
   * Of an adult, variant V4: a cancer of a type that is known with the syndrome, or a confirmed
   * high-risk antibody. Another cancer makes it possible.
   */
  static PillarFinding ofAdult(
      PatientRecord patient,
      Findings findings,
      RecordedCancers cancers,
      Antibodies antibodies,
      SiteSettings site) {
    List<ClinicalStatement> tumours = new ArrayList<>();
    List<ClinicalStatement> hints = new ArrayList<>(hints(findings));
    for (RecordedCancers.Cancer cancer : cancers.found()) {
      boolean known = cancer.type().fitsOms() || antibodies.goWith(cancer.type());
      (known ? tumours : hints).add(cancer.statement());
    }
    hints.addAll(cancers.possible());
    return read(
        patient,
        tumours,
        site.criteria().allowAntibodyForDInAdults() ? standingForTumour(antibodies) : List.of(),
        hints.stream().distinct().toList());
  }

  private static PillarFinding read(
      PatientRecord patient,
      List<ClinicalStatement> tumours,
      List<ClinicalStatement> antibodies,
      List<ClinicalStatement> hints) {
    List<ClinicalStatement> counted = Stream.concat(tumours.stream(), antibodies.stream()).toList();
    if (!counted.isEmpty()) {
      return new PillarFinding(Pillar.D, new Finding.Present(evidence(counted)), counted);
    }
    if (!hints.isEmpty()) {
      return new PillarFinding(Pillar.D, new Finding.Possible(evidence(hints)), hints);
    }
    Finding.Reason reason =
        patient.lacks("conditions") ? Finding.Reason.NOT_SUPPLIED : Finding.Reason.NOT_DOCUMENTED;
    return new PillarFinding(Pillar.D, new Finding.Unknown(reason), List.of());
  }

  private static List<ClinicalStatement> standingForTumour(Antibodies antibodies) {
    return antibodies.confirmed().stream()
        .filter(each -> each.antibody().risk() == Risk.HIGH)
        .map(TumourPillar::statement)
        .toList();
  }

  private static ClinicalStatement statement(Antibodies.Found antibody) {
    ClinicalDate date = antibody.result().date();
    return new ClinicalStatement(
        FindingId.HIGH_RISK_ANTIBODY,
        Certainty.PRESENT,
        Course.OBSERVED,
        Speaker.CLINICIAN,
        date,
        date,
        ClinicalDate.unknown(),
        true,
        antibody.evidence());
  }

  private static List<ClinicalStatement> hints(Findings findings) {
    return findings
        .about(
            FindingId.NEUROBLASTIC_TUMOUR,
            FindingId.SUSPICIOUS_MASS,
            FindingId.RAISED_CATECHOLAMINES,
            FindingId.MIBG_UPTAKE,
            FindingId.HORNER_SYNDROME)
        .stream()
        .filter(each -> each.certainty() != Certainty.ABSENT && !each.isOver())
        .toList();
  }

  /**
   * Whether the tumour belongs to this episode: dated within the window around the neurological
   * onset (ANBL00P3 eligibility: 180 days). An antibody is no tumour that is known.
   */
  public static boolean isKnownNow(
      PillarFinding tumour,
      Optional<LocalDate> neuroOnset,
      PatientRecord patient,
      SiteSettings site) {
    LocalDate onset = neuroOnset.orElse(patient.consultationDate());
    return tumour.isPresent()
        && tumour.counted().stream()
            .filter(each -> each.finding().isTumour())
            .anyMatch(each ->
                each.onset().or(each.asserted()).day().isEmpty()
                    ? !each.isOver()
                    : Math.abs(
                            ChronoUnit.DAYS.between(
                                each.firstDay(patient.consultationDate()), onset))
                        <= site.windows().tumourContemporaryDays());
  }

  private static List<Evidence> evidence(List<ClinicalStatement> statements) {
    return Evidence.byResource(statements.stream().map(ClinicalStatement::evidence).toList());
  }
}
