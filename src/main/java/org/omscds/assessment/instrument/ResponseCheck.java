package org.omscds.assessment.instrument;

import java.util.Optional;
import org.omscds.assessment.instrument.MitchellPikeScale.Band;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading.Score;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SiteSettings.CourseWindows;

/**
 * The checkpoints of a treatment's response. Week 12 is the escalation step of the trial
 * NCT01868269, months 2, 6 and 12 are the scoring of ANBL00P3 (de Alarcon 2018, DOI
 * 10.1016/S2352-4642(17)30130-X); day 14, week 6, the windows and the numbers are this service's
 * choice [PROPOSAL], and a site may set the days. Only scores that may be compared are judged.
 */
public final class ResponseCheck {

  private static final int LAST_DAY = 379;
  private static final int QUARTER = 4;

  /** Immunoglobulin without benefit until now should stop. */
  public static final int IVIG_REVIEW_DAYS = 182;

  private ResponseCheck() {}

  /** When a response is looked at. */
  public enum Checkpoint {
    /** Day 14, give or take 7. */
    DAY_14,
    /** Week 6, from a week before, until week 12 takes over. */
    WEEK_6,
    /** Week 12, from a week before, until a fortnight after month 12. */
    WEEK_12
  }

  /** The checkpoint of a score, by the days since the treatment began. */
  public static Optional<Checkpoint> checkpoint(long days, CourseWindows windows) {
    int margin = CourseWindows.CHECKPOINT_MARGIN_DAYS;
    int third = windows.responseThirdDay() - margin;
    if (Math.abs(days - windows.responseFirstDay()) <= margin) {
      return Optional.of(Checkpoint.DAY_14);
    }
    if (days >= windows.responseSecondDay() - margin && days < third) {
      return Optional.of(Checkpoint.WEEK_6);
    }
    return days >= third && days <= LAST_DAY ? Optional.of(Checkpoint.WEEK_12) : Optional.empty();
  }

  /** Whether two scores can show a response at all: comparable, and not of the other instrument. */
  public static boolean canJudge(Score before, Score after) {
    return MitchellPikeScale.areComparable(before, after)
        && before.version() != ScaleVersion.OMES_36
        && before.total() > 0;
  }

  /**
   * Whether a response is inadequate. Day 14: no fall of two or more, or still severe. Week 6: a
   * fall of less than a quarter. Week 12: either.
   */
  public static boolean isInadequate(Checkpoint checkpoint, Score before, Score after) {
    if (!canJudge(before, after) || after.total() == 0) {
      return false;
    }
    int fall = before.total() - after.total();
    boolean small = fall < MitchellPikeScale.MEANINGFUL_CHANGE;
    boolean underAQuarter = fall * QUARTER < before.total();
    return switch (checkpoint) {
      case DAY_14 -> small || staysSevere(before, after);
      case WEEK_6 -> underAQuarter;
      case WEEK_12 -> small || underAQuarter;
    };
  }

  private static boolean staysSevere(Score before, Score after) {
    return isSevere(before) && isSevere(after);
  }

  private static boolean isSevere(Score score) {
    return MitchellPikeScale.band(score).filter(Band.SEVERE::equals).isPresent();
  }

  /** Whether immunoglobulin brought no benefit: no fall of two or more after six months. */
  public static boolean isWithoutBenefit(long days, Score before, Score after) {
    return days >= IVIG_REVIEW_DAYS
        && canJudge(before, after)
        && after.total() > 0
        && before.total() - after.total() < MitchellPikeScale.MEANINGFUL_CHANGE;
  }

  /**
   * Whether a score is overdue on treatment.
   *
   * @param daysOnTreatment days since the treatment began
   * @param daysSinceScore days since the last score on any scale; negative where there is none
   */
  public static boolean isScoreOverdue(
      long daysOnTreatment, long daysSinceScore, CourseWindows windows) {
    return daysOnTreatment >= windows.scoreEveryDays()
        && (daysSinceScore < 0 || daysSinceScore > windows.scoreEveryDays());
  }
}
