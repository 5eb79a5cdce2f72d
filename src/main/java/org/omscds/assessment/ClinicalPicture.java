package org.omscds.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.assessment.course.DiseaseCourse;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.mimic.Differential;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.workup.Immunotherapy;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.TumourImaging;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings.CareWindows;
import org.omscds.patient.PatientRecord;

/**
 * Everything that was worked out about a chart, before the facts are drawn from it.
 *
 * @param imagedSinceOnset whether MRI or CT covered all four regions since then, however long ago
 */
record ClinicalPicture(
    Impression first,
    TumourImaging imaging,
    OrderHistory orders,
    Immunotherapy immunotherapy,
    Differential differential,
    DiseaseCourse course,
    Paraneoplastic paraneoplastic,
    Workup workup,
    boolean imagedSinceOnset,
    FollowUp followUp) {

  PatientRecord patient() {
    return first.patient();
  }

  Findings findings() {
    return first.findings();
  }

  PillarReader.Reading reading() {
    return first.reading();
  }

  Diagnosis diagnosis() {
    return first.diagnosis();
  }

  GenoaCriteria.Result criteria() {
    return first.criteria();
  }

  SuspicionTiers.Signs signs() {
    return first.signs();
  }

  SuspicionTiers.Result suspicion() {
    return first.suspicion();
  }

  Optional<LocalDate> onset() {
    return first.onset();
  }

  Pillars pillars() {
    return reading().pillars();
  }

  LocalDate today() {
    return patient().consultationDate();
  }

  /**
   * What says that an infection is active: fever in the last week, a recorded infection of the last
   * month that is not over, an antimicrobial started in the last week. [PROPOSAL]
   */
  List<Evidence> infections() {
    Findings findings = findings();
    CareWindows windows = first.site().care();
    if (findings.byFinding().isEmpty() && findings.exposures().isEmpty()) {
      return List.of();
    }
    Stream<ClinicalStatement> fever =
        findings.present(FindingId.FEVER).stream()
            .filter(each -> !each.isOver())
            .filter(each -> each.asserted().isWithinDaysBefore(today(), windows.feverDays()));
    Stream<ClinicalStatement> infection =
        findings.present(FindingId.SYSTEMIC_INFECTION, FindingId.CNS_INFECTION).stream()
            .filter(ClinicalStatement::isStanding)
            .filter(each ->
                ChronoUnit.DAYS.between(each.lastSaid(today()), today())
                    <= windows.infectionDays());
    Stream<Evidence> treated =
        findings.exposedTo(drug -> drug == DrugClass.ANTIMICROBIAL).stream()
            .filter(each -> each.start().isWithinDaysBefore(today(), windows.feverDays()))
            .map(Exposure::evidence);
    return Stream.concat(Stream.concat(fever, infection).map(ClinicalStatement::evidence), treated)
        .distinct()
        .toList();
  }
}
