package org.omscds.assessment.workup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;

/**
 * Where a tumour was looked for and not detected. It is kept with its day and its test, and never
 * becomes the absence of a tumour (Brunklaus 2012).
 */
public record TumourSearch(List<NotDetected> all) {

  private static final Map<String, String> MODALITIES =
      Map.of(
          "R-HVA", "urine HVA",
          "R-VMA", "urine VMA",
          "R-CATECHOLAMINES", "urine catecholamines",
          "R-MIBG", "MIBG");

  public TumourSearch {
    all = List.copyOf(all);
  }

  /**
   * One test that did not find a tumour.
   *
   * @param modality the test, in the reader's words
   * @param regions what it covered of the four regions, for a scan by MR or CT
   */
  public record NotDetected(
      String modality, Set<BodyRegion> regions, ClinicalDate date, Evidence evidence) {
    public NotDetected {
      regions = Set.copyOf(regions);
    }
  }

  /**
   * Reads the negative tumour markers, and the reports that say that no tumour or mass is there.
   */
  static TumourSearch of(PatientRecord patient, Findings findings, ScanRegions scanRegions) {
    List<NotDetected> all = new ArrayList<>();
    for (TestResult result : findings.results().all()) {
      String modality = MODALITIES.get(result.test());
      if (modality != null && result.isFinalNegative()) {
        all.add(new NotDetected(modality, Set.of(), result.date(), Evidence.of(result)));
      }
    }
    for (Report report : patient.reports()) {
      boolean scan =
          report.reference().startsWith("DiagnosticReport/")
              && report.status() == ResultStatus.FINAL;
      if (scan
          && scanRegions.saysNoTumour(report)
          && findsNone(report, findings)
          && !isOfMarker(report, all)) {
        all.add(
            new NotDetected(
                report.concept().display(),
                scanRegions.of(report, patient),
                report.effective(),
                new Evidence(
                    report.reference(),
                    "conclusion",
                    report.concept().display(),
                    report.effective())));
      }
    }
    return new TumourSearch(all);
  }

  /** No tumour, mass or uptake is read out of the report, neither as there nor as possible. */
  private static boolean findsNone(Report report, Findings findings) {
    return findings
        .about(FindingId.NEUROBLASTIC_TUMOUR, FindingId.SUSPICIOUS_MASS, FindingId.MIBG_UPTAKE)
        .stream()
        .filter(each -> each.evidence().reference().equals(report.reference()))
        .allMatch(each -> each.certainty() == Certainty.ABSENT);
  }

  private static boolean isOfMarker(Report report, List<NotDetected> markers) {
    return markers.stream()
        .anyMatch(each -> each.evidence().reference().equals(report.reference()));
  }
}
