package org.omscds.assessment.workup;

import java.util.List;
import java.util.Optional;
import org.omscds.finding.Findings;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecord;

/**
 * What the results of a chart mean for the search and for treatment.
 *
 * @param tumourSearch tests that looked for a tumour and did not find one
 * @param csf results of the cerebrospinal fluid: they support, and normal ones exclude nothing
 * @param mibgInterference drugs that would spoil an MIBG scan today
 * @param liveVaccineHolds what holds a live vaccine back today
 */
public record Workup(
    TumourSearch tumourSearch,
    List<TestResult> csf,
    HepatitisB hepatitisB,
    Immunoglobulins immunoglobulins,
    List<MibgInterference> mibgInterference,
    List<LiveVaccineInterval.Hold> liveVaccineHolds) {

  private static final List<String> CSF_TESTS = List.of("R-CSF-CELLS", "R-CSF-OCB", "R-CSF-BCELLS");

  public Workup {
    csf = List.copyOf(csf);
    mibgInterference = List.copyOf(mibgInterference);
    liveVaccineHolds = List.copyOf(liveVaccineHolds);
  }

  /** Reads one chart. */
  public static Workup of(
      PatientRecord patient, Findings findings, KnowledgeBase knowledge, ScanRegions scanRegions) {
    return new Workup(
        TumourSearch.of(patient, findings, scanRegions),
        CSF_TESTS.stream().flatMap(test -> findings.results().latest(test).stream()).toList(),
        HepatitisB.of(
            findings.results(),
            SerologyTiming.infusions(findings, patient.consultationDate()),
            patient.consultationDate(),
            knowledge.site().care().hepatitisBDays()),
        Immunoglobulins.of(findings.results()),
        MibgInterference.of(findings, patient.consultationDate(), knowledge),
        LiveVaccineInterval.of(
            Immunotherapy.since(Optional.empty(), findings).courses(),
            findings.results(),
            patient.consultationDate()));
  }
}
