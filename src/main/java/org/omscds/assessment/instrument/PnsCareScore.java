package org.omscds.assessment.instrument;

/**
 * The PNS-Care score (Graus 2021, DOI 10.1212/NXI.0000000000001014): how likely it is that a cancer
 * is behind a neurological syndrome. Three levels are added: clinical, laboratory and cancer. It
 * grades the paraneoplastic cause and does not say whether the syndrome is there.
 *
 * <p>Of the phenotypes only opsoclonus-myoclonus is scored; it is one of the high-risk ones. What
 * is not known yet makes a range, never a zero: an antibody result that is awaited, and a cancer
 * that nobody has searched for ("not found" needs a search). The paper asks for a high- or
 * intermediate-risk antibody before a syndrome is definite and makes one exception, for
 * opsoclonus-myoclonus with certain tumours; which ones is to be verified in the paper.
 */
public final class PnsCareScore {

  private static final int DEFINITE_FROM = 8;
  private static final int PROBABLE_FROM = 6;
  private static final int POSSIBLE_FROM = 4;
  private static final int TWO_YEARS_IN_MONTHS = 24;

  /** Opsoclonus-myoclonus is a high-risk phenotype. */
  private static final Points HIGH_RISK_PHENOTYPE = Points.of(3);

  private static final Points CONSISTENT_CANCER = Points.of(4);

  private PnsCareScore() {}

  /** Points, or the range that they must lie in. */
  public record Points(int lowest, int highest) {
    public Points {
      if (lowest < 0 || highest < lowest) {
        throw new IllegalArgumentException("no range of points: " + lowest + " to " + highest);
      }
    }

    static Points of(int points) {
      return new Points(points, points);
    }

    /** Whether they are known. */
    public boolean isExact() {
      return lowest == highest;
    }

    Points plus(Points other) {
      return new Points(lowest + other.lowest, highest + other.highest);
    }
  }

  /** The laboratory level: the risk of a cancer that the antibody found carries. */
  public enum Antibody {
    /** Over 70% have a cancer. */
    HIGH_RISK,
    /** 30 to 70%. */
    INTERMEDIATE_RISK,
    /** Under 30%. */
    LOWER_RISK,
    NEGATIVE,
    /** Not tested, awaited, or found by a method that needs a second one. */
    UNKNOWN
  }

  /** How long the patient has been followed since the onset. */
  public enum FollowUp {
    UNDER_TWO_YEARS,
    TWO_YEARS_OR_MORE,
    UNKNOWN;

    /** Of completed months since the onset. */
    public static FollowUp ofMonths(long months) {
      return months < TWO_YEARS_IN_MONTHS ? UNDER_TWO_YEARS : TWO_YEARS_OR_MORE;
    }
  }

  /** The cancer level: what is known of a cancer. */
  public sealed interface Cancer {

    /**
     * A cancer was found.
     *
     * @param consistent whether its type fits the phenotype and, where there is one, the antibody
     * @param antigenShown whether the tumour was shown to express the antibody's antigen
     * @param exceptionTumour whether its type is one of the paper's exception for this phenotype
     */
    record Found(boolean consistent, boolean antigenShown, boolean exceptionTumour)
        implements Cancer {}

    /** It was searched for and not found. */
    record NotFound() implements Cancer {}

    /** No search is recorded, or what it showed is not settled. */
    record Unknown() implements Cancer {}
  }

  /** How likely the paraneoplastic cause is, least first. */
  public enum Tier {
    NON_PNS,
    POSSIBLE,
    PROBABLE,
    /** By points probable; definite by the paper's exception for opsoclonus-myoclonus. */
    DEFINITE_BY_OMS_EXCEPTION,
    DEFINITE;

    /** The tier of a number of points, without the exception. */
    static Tier of(int points) {
      if (points >= DEFINITE_FROM) {
        return DEFINITE;
      }
      if (points >= PROBABLE_FROM) {
        return PROBABLE;
      }
      return points >= POSSIBLE_FROM ? POSSIBLE : NON_PNS;
    }
  }

  /** What the score says. */
  public sealed interface Result {

    /** The phenotype is not there, so that there is nothing to score. */
    record NotScored() implements Result {}

    /**
     * The score.
     *
     * @param exception whether the tumour is one of the paper's exception
     * @param exceptionOpen whether it may still turn out to be one
     */
    record Scored(
        Points clinical, Points laboratory, Points cancer, boolean exception, boolean exceptionOpen)
        implements Result {

      /** The sum. */
      public Points total() {
        return clinical.plus(laboratory).plus(cancer);
      }

      /** The tier of the lowest sum that is possible. */
      public Tier lowestTier() {
        return tier(total().lowest(), exception);
      }

      /** The tier of the highest sum that is possible. */
      public Tier highestTier() {
        return tier(total().highest(), exception || exceptionOpen);
      }

      private static Tier tier(int points, boolean excepted) {
        Tier byPoints = Tier.of(points);
        return excepted && byPoints != Tier.DEFINITE ? Tier.DEFINITE_BY_OMS_EXCEPTION : byPoints;
      }
    }
  }

  /** Adds up the three levels; without the phenotype there is no score. */
  public static Result evaluate(
      boolean omsPhenotype, Antibody antibody, Cancer cancer, FollowUp followUp) {
    if (!omsPhenotype) {
      return new Result.NotScored();
    }
    boolean exception =
        cancer instanceof Cancer.Found(boolean consistent, _, boolean exceptionTumour)
            && consistent
            && exceptionTumour;
    return new Result.Scored(
        HIGH_RISK_PHENOTYPE,
        points(antibody),
        points(cancer, followUp),
        exception,
        cancer instanceof Cancer.Unknown);
  }

  private static Points points(Antibody antibody) {
    return switch (antibody) {
      case HIGH_RISK -> Points.of(3);
      case INTERMEDIATE_RISK -> Points.of(2);
      case LOWER_RISK, NEGATIVE -> Points.of(0);
      case UNKNOWN -> new Points(0, 3);
    };
  }

  private static Points points(Cancer cancer, FollowUp followUp) {
    return switch (cancer) {
      case Cancer.Found(boolean consistent, boolean antigenShown, _) ->
          consistent || antigenShown ? CONSISTENT_CANCER : withoutCancer(followUp);
      case Cancer.NotFound() -> withoutCancer(followUp);
      case Cancer.Unknown() ->
          new Points(withoutCancer(followUp).lowest(), CONSISTENT_CANCER.highest());
    };
  }

  private static Points withoutCancer(FollowUp followUp) {
    return switch (followUp) {
      case UNDER_TWO_YEARS -> Points.of(1);
      case TWO_YEARS_OR_MORE -> Points.of(0);
      case UNKNOWN -> new Points(0, 1);
    };
  }
}
