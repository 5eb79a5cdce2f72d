package org.omscds.assessment.course;

import java.time.LocalDate;
import java.util.List;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.finding.Evidence;
import org.omscds.patient.ClinicalDate;

/**
 * One worsening of one kind of sign.
 *
 * @param last the last day of which the chart says that it was there
 * @param gone when somebody recorded that it was better, or unknown
 * @param stableDays days without it, or without a word of it, before
 * @param lastingDays the days that it certainly lasted
 * @param lengthKnown whether its beginning is recorded, so that it lasted no longer
 * @param certain whether a clinician saw it, and it is certainly new
 */
record Bout(
    Sign sign,
    LocalDate began,
    LocalDate last,
    ClinicalDate gone,
    long stableDays,
    long lastingDays,
    boolean lengthKnown,
    boolean certain,
    boolean onlyMoodRose,
    List<Evidence> evidence) {

  Bout {
    evidence = List.copyOf(evidence);
  }
}
