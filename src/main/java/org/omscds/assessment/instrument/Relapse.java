package org.omscds.assessment.instrument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SiteSettings.CourseWindows;

/**
 * Relapse, illness exacerbation, or neither, in a child with known OMS. No single accepted
 * definition was found (Pranzatelli and Tate 2016; Rossor 2022): these are operational defaults
 * [PROPOSAL], in whole days, so that 72 hours are three days. A site may set the windows.
 *
 * <p>A relapse is a recurrence or worsening after at least 14 days stable or improved that lasts at
 * least 72 hours. Behaviour counts only together with eyes, motor signs or a rise of the score;
 * residual saccadic signs and clumsiness when tired never count.
 */
public final class Relapse {

  private static final int TOTAL_RISE = 2;
  private static final int ITEMS_RISEN = 2;

  private Relapse() {}

  /** What a worsening is. */
  public enum Kind {
    /** Nothing that counts. */
    NONE,
    /** Under 72 hours, or gone within a week of a febrile illness. */
    EXACERBATION,
    /** It may be a relapse: how long it lasts, or that it is new, is not known. */
    UNCONFIRMED,
    RELAPSE
  }

  /** What became worse. */
  public enum Sign {
    EYES,
    MOTOR,
    /** New loss of walking or of words. */
    LOST_SKILL,
    BEHAVIOUR,
    SCORE
  }

  /**
   * A worsening as far as the chart tells.
   *
   * @param signs what became worse; residual signs are not among them
   * @param onlyMoodRose whether the score rose by its mood item alone
   * @param onSteroid whether a steroid or ACTH was given at the time
   * @param stableDays days without a word of it, or better, before
   * @param lastingDays the days that it certainly lasted
   * @param lengthKnown whether it cannot have lasted longer than that
   * @param certain whether a clinician saw it and it is certainly new
   * @param illness whether an infection or fever goes with it
   * @param goneAfterIllness days from the illness until it was gone; negative while it is not
   */
  public record Worsening(
      Set<Sign> signs,
      boolean onlyMoodRose,
      boolean onSteroid,
      long stableDays,
      long lastingDays,
      boolean lengthKnown,
      boolean certain,
      boolean illness,
      long goneAfterIllness) {
    public Worsening {
      signs = Set.copyOf(signs);
    }
  }

  /** Judges one worsening. */
  public static Kind judge(Worsening worsening, CourseWindows windows) {
    if (!counts(worsening) || worsening.stableDays() < windows.relapseStableDays()) {
      return Kind.NONE;
    }
    boolean goneWithIllness =
        worsening.goneAfterIllness() >= 0
            && worsening.goneAfterIllness() <= windows.illnessRecoveryDays();
    if (goneWithIllness) {
      return Kind.EXACERBATION;
    }
    if (worsening.lastingDays() >= windows.relapseLastingDays()) {
      return worsening.certain() ? Kind.RELAPSE : Kind.UNCONFIRMED;
    }
    return worsening.lengthKnown() || worsening.illness() ? Kind.EXACERBATION : Kind.UNCONFIRMED;
  }

  private static boolean counts(Worsening worsening) {
    Set<Sign> signs = worsening.signs();
    boolean seen =
        signs.contains(Sign.EYES) || signs.contains(Sign.MOTOR) || signs.contains(Sign.LOST_SKILL);
    boolean outburstsOnSteroid = worsening.onlyMoodRose() && worsening.onSteroid();
    return seen || (signs.contains(Sign.SCORE) && !outburstsOnSteroid);
  }

  /**
   * Whether a score rose as in a relapse: opsoclonus by one or more from none, the total by two or
   * more, or two items by one or more. Scores that may not be compared never rise.
   */
  public static boolean isRise(
      MitchellPikeScale.Reading.Score before, MitchellPikeScale.Reading.Score after) {
    if (!MitchellPikeScale.areComparable(before, after)
        || before.version() == ScaleVersion.OMES_36) {
      return false;
    }
    return opsoclonusFromNone(before.items(), after.items())
        || after.total() - before.total() >= TOTAL_RISE
        || risen(before, after).size() >= ITEMS_RISEN;
  }

  /** Whether mood is the only item that rose. */
  public static boolean onlyMoodRose(
      MitchellPikeScale.Reading.Score before, MitchellPikeScale.Reading.Score after) {
    return risen(before, after).equals(List.of(ScaleItem.MOOD));
  }

  private static boolean opsoclonusFromNone(
      Map<ScaleItem, Integer> before, Map<ScaleItem, Integer> after) {
    return before.getOrDefault(ScaleItem.OPSOCLONUS, -1) == 0
        && after.getOrDefault(ScaleItem.OPSOCLONUS, 0) > 0;
  }

  /** The items rated both times that rose. */
  private static List<ScaleItem> risen(
      MitchellPikeScale.Reading.Score before, MitchellPikeScale.Reading.Score after) {
    return after.items().keySet().stream()
        .filter(item -> before.items().containsKey(item))
        .filter(item -> valueOf(item, after) > valueOf(item, before))
        .sorted()
        .toList();
  }

  private static int valueOf(ScaleItem item, MitchellPikeScale.Reading.Score score) {
    return score.items().getOrDefault(item, 0);
  }

  /**
   * Steroid-dependence: two or more relapses within 30 days of a dose reduction.
   *
   * @param daysSinceReduction for each relapse the days since the last reduction before it;
   *     negative where none is known
   */
  public static boolean isSteroidDependent(List<Long> daysSinceReduction, CourseWindows windows) {
    return daysSinceReduction.stream().filter(days -> followsReduction(days, windows)).count() >= 2;
  }

  /** Whether a relapse that began so many days after a reduction belongs to it. */
  public static boolean followsReduction(long days, CourseWindows windows) {
    return days >= 0 && days <= windows.reductionDays();
  }
}
