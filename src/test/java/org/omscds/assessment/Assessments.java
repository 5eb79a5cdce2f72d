package org.omscds.assessment;

import java.util.List;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Exposure;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.finding.NotCounted;
import org.omscds.finding.Told;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.PatientRecord;

/** Assesses what a chart tells, by rules that are prepared anew each time. */
public final class Assessments {

  private Assessments() {}

  /** The assessment of somebody of that age in completed months. */
  public static Assessment of(int months, Told... told) {
    return of(months, Told.findings(told));
  }

  /** The same with some drugs. */
  public static Assessment of(int months, List<Exposure> exposures, Told... told) {
    return of(months, Told.findings(exposures, told));
  }

  /** The same of findings. */
  public static Assessment of(int months, Findings findings) {
    return of(TestCharts.child(months).record(), findings);
  }

  /** The assessment of somebody whose birth date is not recorded. */
  public static Assessment ofUnknownAge(Told... told) {
    return of(TestCharts.ofUnknownAge().record(), Told.findings(told));
  }

  /** The assessment of a chart of which the findings are already told. */
  public static Assessment of(PatientRecord patient, Findings findings) {
    Assessor assessor = new Assessor(Charts.KNOWLEDGE, new DrugReader(Charts.KNOWLEDGE));
    return assessor.assess(assessor.look(patient, findings));
  }

  /** How a pillar stands, in one word. */
  public static String state(Assessment assessment, Pillar pillar) {
    return switch (assessment.pillars().of(pillar).finding()) {
      case Finding.Present _ -> "PRESENT";
      case Finding.Possible _ -> "POSSIBLE";
      case Finding.Absent _ -> "ABSENT";
      case Finding.Unknown _ -> "UNKNOWN";
    };
  }

  /** Why something was left out. */
  public static List<String> reasons(Assessment assessment) {
    return assessment.notCounted().stream().map(NotCounted::reason).toList();
  }
}
