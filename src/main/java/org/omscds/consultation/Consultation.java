package org.omscds.consultation;

import org.omscds.assessment.Assessment;
import org.omscds.finding.Findings;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Recommendations;

/** One look at one chart, from what was read to what is recommended. */
public record Consultation(
    PatientRecord patient,
    Findings findings,
    Assessment assessment,
    Recommendations recommendations) {}
