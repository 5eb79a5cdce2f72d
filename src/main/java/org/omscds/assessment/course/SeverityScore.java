package org.omscds.assessment.course;

import java.time.LocalDate;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading.Score;
import org.omscds.finding.Evidence;

/** A severity score with its day and its place in the chart. */
public record SeverityScore(LocalDate day, Score score, Evidence evidence) {}
