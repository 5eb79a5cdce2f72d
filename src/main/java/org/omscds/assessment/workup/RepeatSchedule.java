package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.List;

/**
 * When a search that found no tumour is made again. The intervals for children are this service's
 * choice [PROPOSAL], because no published one was found; those of adults are of Graus 2021 and of
 * Titulaer 2011.
 */
public final class RepeatSchedule {

  /** W07: months after the onset at which a child is searched again; [PROPOSAL]. */
  public static final List<Integer> CHILD_MONTHS = List.of(3, 6);

  /** Months after the onset from which on the team alone decides in a child; [PROPOSAL]. */
  public static final int CHILD_UNTIL_MONTHS = 24;

  /** A search this long before its due date, or later, stands for it; [PROPOSAL]. */
  public static final int DONE_WITHIN_DAYS = 60;

  /** After this long without it the reminder becomes a warning. */
  public static final int OVERDUE_DAYS = 60;

  /** An order of a search that stood open for longer is no longer on its way; [PROPOSAL]. */
  static final int OPEN_DAYS = 180;

  /** The rule for adults. */
  public static final Adult ADULT = Adult.GRAUS_2021;

  private RepeatSchedule() {}

  /** A rule for adults, AD11; the first month of each published interval is the due date. */
  public enum Adult {
    /** Every 4 to 6 months for 2 years (Graus 2021). */
    GRAUS_2021(4, 4, 24),
    /** After 3 to 6 months, then every 6 months up to 4 years (Titulaer 2011). */
    EFNS_2011(3, 6, 48);

    private final int firstMonths;
    private final int nextMonths;
    private final int untilMonths;

    Adult(int firstMonths, int nextMonths, int untilMonths) {
      this.firstMonths = firstMonths;
      this.nextMonths = nextMonths;
      this.untilMonths = untilMonths;
    }

    /** Months from the last search to the next one. */
    int monthsAfter(int searches) {
      return searches <= 1 ? firstMonths : nextMonths;
    }

    /** Whether a search on that day is still called for. */
    public boolean isOpen(LocalDate onset, LocalDate day) {
      return day.isBefore(onset.plusMonths(untilMonths));
    }
  }
}
