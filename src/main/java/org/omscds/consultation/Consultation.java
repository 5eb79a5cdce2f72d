package org.omscds.consultation;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.omscds.assessment.Assessment;
import org.omscds.finding.Findings;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Recommendations;

/**
 * One look at one chart, from what was read to what is recommended. Of an unremarkable chart the
 * assessment is made when somebody asks for it. Held by one thread.
 */
public final class Consultation {

  private final PatientRecord patient;
  private final Findings findings;
  private final boolean unremarkable;
  private final Supplier<Assessment> assessing;
  private final Recommendations recommendations;
  private @Nullable Assessment assessment;

  Consultation(
      PatientRecord patient,
      Findings findings,
      boolean unremarkable,
      Supplier<Assessment> assessing,
      Recommendations recommendations) {
    this.patient = patient;
    this.findings = findings;
    this.unremarkable = unremarkable;
    this.assessing = assessing;
    this.recommendations = recommendations;
  }

  /** The chart. */
  public PatientRecord patient() {
    return patient;
  }

  /** What the chart says. */
  public Findings findings() {
    return findings;
  }

  /** Whether nothing in the chart points to the syndrome, so that nothing is recommended. */
  public boolean isUnremarkable() {
    return unremarkable;
  }

  /** What the findings amount to. */
  public Assessment assessment() {
    if (assessment == null) {
      assessment = assessing.get();
    }
    return assessment;
  }

  /** What is shown, and what is not and why. */
  public Recommendations recommendations() {
    return recommendations;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Consultation that
        && patient.equals(that.patient)
        && findings.equals(that.findings)
        && assessment().equals(that.assessment())
        && recommendations.equals(that.recommendations);
  }

  @Override
  public int hashCode() {
    return Objects.hash(patient, findings, recommendations);
  }
}
