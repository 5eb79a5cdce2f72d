package org.omscds.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.omscds.finding.Findings;
import org.omscds.patient.PatientRecord;

/**
 * Everything that was worked out about a chart, before the facts are drawn from it.
 *
 * @param onset first day of the neurological signs, else of the recorded diagnosis
 */
record ClinicalPicture(
    PatientRecord patient,
    Findings findings,
    PillarReader.Reading reading,
    Diagnosis diagnosis,
    GenoaCriteria.Result criteria,
    SuspicionTiers.Signs signs,
    SuspicionTiers.Result suspicion,
    Optional<LocalDate> onset,
    TumourImaging imaging,
    Immunotherapy immunotherapy) {

  Pillars pillars() {
    return reading.pillars();
  }

  LocalDate today() {
    return patient.consultationDate();
  }
}
