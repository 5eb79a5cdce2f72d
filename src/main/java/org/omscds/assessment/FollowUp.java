package org.omscds.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.course.FollowUpGaps;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.assessment.workup.RepeatSearch;
import org.omscds.assessment.workup.RepeatSearch.Search;

/**
 * The follow-up of known OMS.
 *
 * @param repeatSearch whether the search for a tumour is to be made again
 * @param gaps what tests, therapies and plans lack
 */
public record FollowUp(RepeatSearch repeatSearch, FollowUpGaps gaps) {

  /** OMS is not known, so nothing is followed up. */
  static final FollowUp NONE = new FollowUp(new RepeatSearch.NotCalledFor(), FollowUpGaps.NONE);

  /** The scans of a search in an adult that found nothing. */
  static List<Search> adultSearches(CancerSearch search) {
    return search instanceof CancerSearch.NotFound(List<CancerSearch.Scan> scans)
        ? scans.stream().flatMap(scan -> dated(scan).stream()).toList()
        : List.of();
  }

  private static Optional<Search> dated(CancerSearch.Scan scan) {
    Optional<LocalDate> day = scan.evidence().date().day();
    return day.map(on -> new Search(scan.pet() ? "PET/CT" : "CT", on, scan.evidence()));
  }
}
