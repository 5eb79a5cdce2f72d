package org.omscds.finding;

import java.util.Map;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * Tells which results make a tumour possible: raised urinary HVA, VMA or catecholamines, and MIBG
 * uptake. Neuron-specific enolase and LDH do not. A negative result is listed and excludes nothing.
 */
final class TumourMarkers {

  private static final Map<String, FindingId> FINDINGS =
      Map.of(
          "R-HVA", FindingId.RAISED_CATECHOLAMINES,
          "R-VMA", FindingId.RAISED_CATECHOLAMINES,
          "R-CATECHOLAMINES", FindingId.RAISED_CATECHOLAMINES,
          "R-MIBG", FindingId.MIBG_UPTAKE);

  private TumourMarkers() {}

  static void read(TestResults results, StatementCollector collector) {
    for (TestResult result : results.all()) {
      FindingId finding = FINDINGS.get(result.test());
      if (finding != null) {
        read(finding, result, collector);
      }
    }
  }

  private static void read(FindingId finding, TestResult result, StatementCollector collector) {
    switch (result.outcome()) {
      case POSITIVE -> collector.add(statement(finding, result));
      case NEGATIVE, LOW, INDETERMINATE ->
          collector.add(new NotCounted(finding, Evidence.of(result), reason(finding, result)));
      case PENDING -> {}
    }
  }

  private static String reason(FindingId finding, TestResult result) {
    if (result.outcome() == Outcome.INDETERMINATE) {
      return "nothing says whether it is raised or normal";
    }
    return finding == FindingId.MIBG_UPTAKE
        ? "no uptake; a scan without uptake does not exclude a tumour"
        : "not raised; a normal urine does not exclude a tumour";
  }

  private static ClinicalStatement statement(FindingId finding, TestResult result) {
    return new ClinicalStatement(
        finding,
        Certainty.POSSIBLE,
        Course.OBSERVED,
        Speaker.CLINICIAN,
        result.date(),
        result.date(),
        ClinicalDate.unknown(),
        false,
        Evidence.of(result));
  }
}
