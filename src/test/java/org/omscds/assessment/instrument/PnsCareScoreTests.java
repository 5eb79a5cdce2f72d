package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.instrument.PnsCareScore.Antibody;
import org.omscds.assessment.instrument.PnsCareScore.Cancer;
import org.omscds.assessment.instrument.PnsCareScore.FollowUp;
import org.omscds.assessment.instrument.PnsCareScore.Points;
import org.omscds.assessment.instrument.PnsCareScore.Result;
import org.omscds.assessment.instrument.PnsCareScore.Result.Scored;
import org.omscds.assessment.instrument.PnsCareScore.Tier;

/** PNS-Care, Graus 2021 (DOI 10.1212/NXI.0000000000001014), row by row. */
class PnsCareScoreTests {

  private static final Cancer CONSISTENT = new Cancer.Found(true, false, false);
  private static final Cancer SMALL_CELL_LUNG_CANCER = new Cancer.Found(true, false, true);

  private static Scored score(Antibody antibody, Cancer cancer, FollowUp followUp) {
    return (Scored) PnsCareScore.evaluate(true, antibody, cancer, followUp);
  }

  private static Scored score(Antibody antibody, Cancer cancer, long months) {
    return score(antibody, cancer, FollowUp.ofMonths(months));
  }

  // Clinical level: "High-risk phenotype (OMS is one): 3"
  @ParameterizedTest
  @EnumSource
  void opsoclonusMyoclonusIsAHighRiskPhenotypeOfThreePoints(Antibody antibody) {
    assertThat(score(antibody, CONSISTENT, 1).clinical()).isEqualTo(new Points(3, 3));
  }

  // Only opsoclonus-myoclonus is scored here: other phenotypes of 3, 2 or 0 points give no score.
  @Test
  void withoutThePhenotypeThereIsNoScore() {
    assertThat(
            PnsCareScore.evaluate(
                false, Antibody.HIGH_RISK, SMALL_CELL_LUNG_CANCER, FollowUp.UNDER_TWO_YEARS))
        .isEqualTo(new Result.NotScored());
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      textBlock =
          """
          # Laboratory level: high-risk antibody (>70% cancer) 3
          HIGH_RISK,         3, 3
          # intermediate-risk antibody (30-70%) 2
          INTERMEDIATE_RISK, 2, 2
          # lower-risk antibody (<30%) or negative 0
          LOWER_RISK,        0, 0
          NEGATIVE,          0, 0
          # a result that is awaited leaves the whole range open
          UNKNOWN,           0, 3
          """)
  void theLaboratoryLevelIsAsInTheTable(Antibody antibody, int lowest, int highest) {
    assertThat(score(antibody, CONSISTENT, 1).laboratory()).isEqualTo(new Points(lowest, highest));
  }

  @ParameterizedTest(
      name = "consistent {0}, antigen shown {1}, exception tumour {2}, month {3}: {4}")
  @CsvSource(
      textBlock =
          """
          # Cancer level: found and consistent with phenotype and (if present) antibody 4
          true,  false, false, 0,  4
          true,  false, true,  0,  4
          true,  false, false, 23, 4
          # the clock is for those without detectable cancer
          true,  false, false, 24, 4
          true,  false, false, 60, 4
          # or not consistent but antigen expression shown in the tumour 4
          false, true,  false, 0,  4
          false, true,  false, 24, 4
          true,  true,  false, 0,  4
          # not consistent, antigen unknown: 1 while follow-up is under 2 years, 0 from then on
          false, false, false, 0,  1
          false, false, false, 23, 1
          false, false, false, 24, 0
          false, false, true,  23, 1
          false, false, true,  25, 0
          """)
  void aCancerThatWasFoundScoresByItsFit(
      boolean consistent, boolean antigen, boolean exception, long months, int points) {
    Cancer found = new Cancer.Found(consistent, antigen, exception);

    assertThat(score(Antibody.NEGATIVE, found, months).cancer())
        .isEqualTo(new Points(points, points));
  }

  @ParameterizedTest(name = "month {0}: {1}")
  @CsvSource(
      textBlock =
          """
          # Not found and follow-up <2 y: 1
          0, 1
          3, 1
          23, 1
          # Not found and follow-up >=2 y: 0
          24, 0
          25, 0
          30, 0
          """)
  void aCancerThatWasNotFoundScoresByTheTwoYearClock(long months, int points) {
    assertThat(score(Antibody.NEGATIVE, new Cancer.NotFound(), months).cancer())
        .isEqualTo(new Points(points, points));
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({"UNDER_TWO_YEARS, 1, 4", "TWO_YEARS_OR_MORE, 0, 4", "UNKNOWN, 0, 4"})
  void noSearchRecordedIsNotNotFound(FollowUp followUp, int lowest, int highest) {
    assertThat(score(Antibody.NEGATIVE, new Cancer.Unknown(), followUp).cancer())
        .isEqualTo(new Points(lowest, highest));
  }

  @Test
  void anOnsetThatNobodyRecordedLeavesTheClockOpen() {
    assertThat(score(Antibody.NEGATIVE, new Cancer.NotFound(), FollowUp.UNKNOWN).cancer())
        .isEqualTo(new Points(0, 1));
  }

  // Tiers: definite >=8; probable 6-7; possible 4-5; non-PNS <=3
  @ParameterizedTest(name = "{0} points: {1}")
  @CsvSource({
    "10, DEFINITE",
    "9, DEFINITE",
    "8, DEFINITE",
    "7, PROBABLE",
    "6, PROBABLE",
    "5, POSSIBLE",
    "4, POSSIBLE",
    "3, NON_PNS",
    "0, NON_PNS"
  })
  void tiersBeginWhereThePaperSays(int points, Tier tier) {
    assertThat(Tier.of(points)).isEqualTo(tier);
  }

  @ParameterizedTest(name = "{0}, consistent cancer found {1}, month {2}: {3}, {4}")
  @CsvSource(
      textBlock =
          """
          # breast + Ri = 3+3+4 = 10 definite
          HIGH_RISK, true, 0, 10, DEFINITE
          # Ri, no cancer yet, month 5 = 3+3+1 = 7 probable
          HIGH_RISK, false, 5, 7, PROBABLE
          # the same after two years = 3+3+0 = 6 probable
          HIGH_RISK, false, 24, 6, PROBABLE
          # intermediate-risk antibody with a consistent cancer = 3+2+4 = 9 definite
          INTERMEDIATE_RISK, true, 0, 9, DEFINITE
          # intermediate-risk antibody, no cancer yet = 3+2+1 = 6 probable, then 3+2+0 = 5 possible
          INTERMEDIATE_RISK, false, 23, 6, PROBABLE
          INTERMEDIATE_RISK, false, 24, 5, POSSIBLE
          # seronegative, no cancer, month 3 = 3+0+1 = 4 possible
          NEGATIVE, false, 3, 4, POSSIBLE
          # same at month 30 = 3 non-PNS
          NEGATIVE, false, 30, 3, NON_PNS
          # GlyR positive, no cancer, month 3 = 4 possible
          LOWER_RISK, false, 3, 4, POSSIBLE
          # a consistent cancer that is none of the exception, seronegative = 3+0+4 = 7 probable
          NEGATIVE, true, 0, 7, PROBABLE
          """)
  void theWorkedCasesComeOutAsInTheSource(
      Antibody antibody, boolean cancer, long months, int total, Tier tier) {
    Scored scored = score(antibody, cancer ? CONSISTENT : new Cancer.NotFound(), months);

    assertThat(scored.total()).isEqualTo(new Points(total, total));
    assertThat(scored.total().isExact()).isTrue();
    assertThat(scored.exception()).isFalse();
    assertThat(scored.lowestTier()).isEqualTo(tier);
    assertThat(scored.highestTier()).isEqualTo(tier);
  }

  // "With the exception of opsoclonus-myoclonus, the diagnosis of definite PNS requires the
  // presence
  // of high- or intermediate-risk antibodies": SCLC + seronegative = 7 -> exception.
  @Test
  void smallCellLungCancerWithoutAntibodyIsDefiniteByTheExceptionAndShownAsSeven() {
    Scored scored = score(Antibody.NEGATIVE, SMALL_CELL_LUNG_CANCER, 0);

    assertThat(scored.total()).isEqualTo(new Points(7, 7));
    assertThat(scored.exception()).isTrue();
    assertThat(scored.lowestTier()).isEqualTo(Tier.DEFINITE_BY_OMS_EXCEPTION);
    assertThat(scored.highestTier()).isEqualTo(Tier.DEFINITE_BY_OMS_EXCEPTION);
  }

  @Test
  void theExceptionTumourWithAnAntibodyIsDefiniteByPoints() {
    Scored scored = score(Antibody.HIGH_RISK, SMALL_CELL_LUNG_CANCER, 0);

    assertThat(scored.total()).isEqualTo(new Points(10, 10));
    assertThat(scored.lowestTier()).isEqualTo(Tier.DEFINITE);
  }

  @Test
  void anExceptionTumourThatIsNotConsistentIsNoException() {
    Scored scored = score(Antibody.NEGATIVE, new Cancer.Found(false, true, true), 0);

    assertThat(scored.total()).isEqualTo(new Points(7, 7));
    assertThat(scored.exception()).isFalse();
    assertThat(scored.lowestTier()).isEqualTo(Tier.PROBABLE);
  }

  // "if ab is null: report range [3+0+c , 3+3+c] and say antibody result pending"
  @ParameterizedTest(name = "month {0}: {1} to {2}")
  @CsvSource({"3, 4, 7, POSSIBLE, PROBABLE", "24, 3, 6, NON_PNS, PROBABLE"})
  void anAwaitedAntibodyMakesARange(long months, int from, int to, Tier lowest, Tier highest) {
    Scored scored = score(Antibody.UNKNOWN, new Cancer.NotFound(), months);

    assertThat(scored.total()).isEqualTo(new Points(from, to));
    assertThat(scored.total().isExact()).isFalse();
    assertThat(scored.lowestTier()).isEqualTo(lowest);
    assertThat(scored.highestTier()).isEqualTo(highest);
  }

  @Test
  void nothingKnownButThePhenotypeSpansAllTiers() {
    Scored early = score(Antibody.UNKNOWN, new Cancer.Unknown(), 0);
    Scored late = score(Antibody.UNKNOWN, new Cancer.Unknown(), 24);

    assertThat(early.total()).isEqualTo(new Points(4, 10));
    assertThat(early.lowestTier()).isEqualTo(Tier.POSSIBLE);
    assertThat(early.highestTier()).isEqualTo(Tier.DEFINITE);
    assertThat(late.total()).isEqualTo(new Points(3, 10));
    assertThat(late.lowestTier()).isEqualTo(Tier.NON_PNS);
  }

  @Test
  void theExceptionHoldsWhileTheAntibodyIsAwaited() {
    Scored scored = score(Antibody.UNKNOWN, SMALL_CELL_LUNG_CANCER, 0);

    assertThat(scored.total()).isEqualTo(new Points(7, 10));
    assertThat(scored.lowestTier()).isEqualTo(Tier.DEFINITE_BY_OMS_EXCEPTION);
    assertThat(scored.highestTier()).isEqualTo(Tier.DEFINITE);
  }

  @Test
  void aSuspicionMayStillTurnOutToBeTheExceptionTumour() {
    Scored scored = score(Antibody.NEGATIVE, new Cancer.Unknown(), 0);

    assertThat(scored.total()).isEqualTo(new Points(4, 7));
    assertThat(scored.exception()).isFalse();
    assertThat(scored.exceptionOpen()).isTrue();
    assertThat(scored.lowestTier()).isEqualTo(Tier.POSSIBLE);
    assertThat(scored.highestTier()).isEqualTo(Tier.DEFINITE_BY_OMS_EXCEPTION);
  }

  @Test
  void aCancerThatIsNotThereLeavesNoExceptionOpen() {
    Scored scored = score(Antibody.UNKNOWN, new Cancer.NotFound(), 0);

    assertThat(scored.exceptionOpen()).isFalse();
    assertThat(scored.highestTier()).isEqualTo(Tier.PROBABLE);
  }

  // A public web calculator gives any antibody 4 and a cancer 3, without levels between: it is
  // wrong. By it breast + Ri would be 3+4+3, Ri without cancer 3+4+0 and GlyR 3+4.
  @Test
  void theWrongPublicCalculatorsValuesAreRefused() {
    assertThat(score(Antibody.HIGH_RISK, CONSISTENT, 0).laboratory()).isNotEqualTo(Points.of(4));
    assertThat(score(Antibody.HIGH_RISK, CONSISTENT, 0).cancer()).isNotEqualTo(Points.of(3));
    assertThat(score(Antibody.INTERMEDIATE_RISK, new Cancer.NotFound(), 0).total())
        .isEqualTo(Points.of(6));
    assertThat(score(Antibody.LOWER_RISK, new Cancer.NotFound(), 0).total())
        .isEqualTo(Points.of(4));
  }

  @Test
  void moreEvidenceNeverLowersTheScore() {
    for (FollowUp followUp : FollowUp.values()) {
      Points unknown = score(Antibody.UNKNOWN, new Cancer.Unknown(), followUp).total();
      for (Antibody antibody : Antibody.values()) {
        Points found = score(antibody, CONSISTENT, followUp).total();
        Points none = score(antibody, new Cancer.NotFound(), followUp).total();
        assertThat(found.lowest()).isGreaterThan(none.lowest());
        assertThat(found.highest()).isGreaterThan(none.highest());
        assertThat(none.lowest()).isGreaterThanOrEqualTo(unknown.lowest());
        assertThat(found.highest()).isLessThanOrEqualTo(unknown.highest());
      }
    }
  }

  @Test
  void aRangeThatRunsBackwardsIsRefused() {
    assertThatThrownBy(() -> new Points(3, 2)).hasMessageContaining("3 to 2");
    assertThatThrownBy(() -> new Points(-1, 2)).hasMessageContaining("-1 to 2");
  }
}
