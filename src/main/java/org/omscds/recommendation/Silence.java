package org.omscds.recommendation;

import java.util.Optional;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Suppressed.Reason;

/**
 * Why a call gets no card at all, whatever the chart says.
 *
 * @param detail one clause
 */
record Silence(Reason reason, String detail) {

  /** The reason, or empty where cards may be shown. */
  static Optional<Silence> of(PatientRecord patient, Occasion occasion) {
    if (patient.deceased()) {
      return Optional.of(new Silence(Reason.DECEASED, "recorded as deceased"));
    }
    if (patient.testPatient()) {
      return Optional.of(new Silence(Reason.TEST_PATIENT, "marked as a test patient"));
    }
    if (occasion.breakGlass()) {
      return Optional.of(new Silence(Reason.BREAK_GLASS, "the chart was opened in an emergency"));
    }
    if (occasion.audience() == Occasion.Audience.FAMILY) {
      return Optional.of(new Silence(Reason.AUDIENCE, "not for the patient or a relative"));
    }
    return Optional.empty();
  }
}
