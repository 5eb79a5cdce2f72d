package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.instrument.MitchellPikeScaleTests.score;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.ResponseCheck.Checkpoint;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SiteSettings;

/** The table of knowledge 4.4, row by row, both sides of each boundary. */
class ResponseCheckTests {

  @ParameterizedTest(name = "day {0} is {1}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # Day 14 +/- 7
          6, -
          7, DAY_14
          21, DAY_14
          22, -
          # Week 6, from a week before
          34, -
          35, WEEK_6
          42, WEEK_6
          76, WEEK_6
          # Week 12, from a week before, until a fortnight after month 12
          77, WEEK_12
          84, WEEK_12
          379, WEEK_12
          380, -
          """)
  void aDayHasItsCheckpoint(long days, Checkpoint checkpoint) {
    assertThat(ResponseCheck.checkpoint(days, SiteSettings.defaults().course()).orElse(null))
        .isEqualTo(checkpoint);
  }

  @ParameterizedTest(name = "{0}: {1} then {2} of 15 is inadequate: {3}")
  @CsvSource(
      textBlock =
          """
          # Day 14: no fall >= 2 in OMS total, or severe band persists
          DAY_14, 9, 8, true
          DAY_14, 9, 7, false
          DAY_14, 9, 12, true
          DAY_14, 15, 11, true
          DAY_14, 15, 10, false
          # Week 6: < 25% fall
          WEEK_6, 8, 7, true
          WEEK_6, 8, 6, false
          WEEK_6, 4, 3, false
          # Week 12: inadequate response on the standardised score
          WEEK_12, 12, 11, true
          WEEK_12, 12, 10, true
          WEEK_12, 12, 9, false
          WEEK_12, 4, 3, true
          WEEK_12, 4, 2, false
          # nothing left, or nothing before
          DAY_14, 1, 0, false
          WEEK_12, 1, 0, false
          WEEK_12, 0, 3, false
          """)
  void aResponseIsJudged(Checkpoint checkpoint, int before, int after, boolean inadequate) {
    assertThat(
            ResponseCheck.isInadequate(
                checkpoint,
                score(ScaleVersion.MP5_15, "", before),
                score(ScaleVersion.MP5_15, "", after)))
        .isEqualTo(inadequate);
  }

  @Test
  void scoresOfTwoScalesShowNoResponse() {
    var before = score(ScaleVersion.MP5_15, "", 8);
    var after = score(ScaleVersion.MP6_18, "", 9);

    assertThat(ResponseCheck.canJudge(before, after)).isFalse();
    assertThat(ResponseCheck.isInadequate(Checkpoint.WEEK_12, before, after)).isFalse();
    assertThat(ResponseCheck.isWithoutBenefit(200, before, after)).isFalse();
    var other = score(ScaleVersion.OMES_36, "", 20);
    assertThat(ResponseCheck.canJudge(other, other)).isFalse();
  }

  /** IVIG at 6 months: no benefit. */
  @ParameterizedTest(name = "day {0}: {1} then {2}: {3}")
  @CsvSource({
    "182, 6, 5, true",
    "181, 6, 5, false",
    "182, 6, 4, false",
    "182, 6, 9, true",
    "182, 1, 0, false"
  })
  void immunoglobulinWithoutBenefit(long days, int before, int after, boolean without) {
    assertThat(
            ResponseCheck.isWithoutBenefit(
                days,
                score(ScaleVersion.MP5_15, "", before),
                score(ScaleVersion.MP5_15, "", after)))
        .isEqualTo(without);
  }

  /** "No OMS score in 6 wk while on treatment"; -1: no score at all. */
  @ParameterizedTest(name = "{0} d on treatment, last score {1} d ago: {2}")
  @CsvSource({
    "42, -1, true",
    "41, -1, false",
    "100, 42, false",
    "100, 43, true",
    "41, 43, false",
    "100, 0, false"
  })
  void aScoreIsOverdue(long treated, long since, boolean overdue) {
    assertThat(ResponseCheck.isScoreOverdue(treated, since, SiteSettings.defaults().course()))
        .isEqualTo(overdue);
  }
}
