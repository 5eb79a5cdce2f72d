package org.omscds.assessment.course;

import java.util.List;
import org.omscds.finding.Evidence;

/**
 * The course of known OMS.
 *
 * @param lastTumourScan the newest MRI or CT of a region of the tumour search, or none
 */
public record DiseaseCourse(
    SeverityScores scores,
    Treatment treatment,
    Response response,
    Worsening worsening,
    List<Evidence> lastTumourScan) {
  public DiseaseCourse {
    lastTumourScan = List.copyOf(lastTumourScan);
  }
}
