package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.List;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;

/**
 * Whether the search for a tumour is to be made again in known OMS, where a search found none (W07
 * in children, AD11 in adults).
 */
public sealed interface RepeatSearch {

  /**
   * A search that found no tumour.
   *
   * @param modality MRI, CT, PET/CT, MIBG or scan
   */
  record Search(String modality, LocalDate day, Evidence evidence) {}

  /** Nobody looked, a tumour is known or suspected, or OMS is not known. */
  record NotCalledFor() implements RepeatSearch {}

  /**
   * No date has passed without its search.
   *
   * @param last the newest search
   */
  record NotDue(Search last) implements RepeatSearch {}

  /** A date has passed, and what it asks for is ordered or awaits its report. */
  record Pending(LocalDate due, Evidence order) implements RepeatSearch {}

  /**
   * A date has passed without its search.
   *
   * @param due the first such date
   * @param overdueDays days since then
   * @param toOrder the regions of a child that are neither done nor ordered since
   */
  record Due(LocalDate due, long overdueDays, Search last, List<BodyRegion> toOrder)
      implements RepeatSearch {
    public Due {
      toOrder = List.copyOf(toOrder);
    }

    /** Whether it is so long ago that the reminder becomes a warning. */
    public boolean isOverdue() {
      return overdueDays > RepeatSchedule.OVERDUE_DAYS;
    }
  }

  /** The regions to order; none where the search is not due. */
  default List<BodyRegion> regionsToOrder() {
    return this instanceof Due(_, _, _, List<BodyRegion> toOrder) ? toOrder : List.of();
  }
}
