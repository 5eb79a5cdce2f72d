package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.patient.PatientRecord;

/**
 * The truth table of the sixteen combinations of the four pillars, for a child of 6 to 72 months,
 * row by row, from the chart to the tier; and the rules at their edges.
 */
class SuspicionTiersTests {

  @ParameterizedTest(name = "A={0} B={1} C={2} D={3} gives {4} by {5}")
  @CsvSource(
      textBlock =
          """
          # A, B, C, D, tier, rule
          0, 0, 0, 0, T0, -
          0, 0, 0, 1, T0, -
          0, 0, 1, 0, T0, -
          0, 0, 1, 1, T1, P1e
          0, 1, 0, 0, T0, -
          0, 1, 0, 1, T2, P2b
          0, 1, 1, 0, T1, P1c
          0, 1, 1, 1, T3, P3
          1, 0, 0, 0, T1, P1a
          1, 0, 0, 1, T2, P2a
          1, 0, 1, 0, T2, P2a
          1, 0, 1, 1, T3, P3
          1, 1, 0, 0, T2, P2a
          1, 1, 0, 1, T3, P3
          1, 1, 1, 0, T3, P3
          1, 1, 1, 1, T3, P3
          """)
  void sixteenCombinationsOfPillars(int a, int b, int c, int d, Tier tier, String rule) {
    TestCharts chart = TestCharts.child(30);
    if (a == 1) {
      chart.problem("http://snomed.info/sct", "194177006", 2);
    }
    if (b == 1) {
      chart.problem("http://snomed.info/sct", "20262006", 2);
    }
    if (c == 1) {
      chart.observation("http://snomed.info/sct", "55929007", 1);
    }
    if (d == 1) {
      chart.problem("http://snomed.info/sct", "432328008", 20);
    }

    Assessment assessment = Charts.consult(chart.record()).assessment();

    assertThat(assessment.tier()).isEqualTo(tier);
    if (rule.equals("-")) {
      assertThat(assessment.suspicion().rules()).isEmpty();
    } else {
      assertThat(assessment.suspicion().rules()).contains(rule);
    }
  }

  @ParameterizedTest(name = "B and C with {0} gives {2}")
  @CsvSource(
      textBlock =
          """
          # what, extra code, tier, rule
          mild behaviour of one day, -, T1, P1c
          insomnia, 193462001, T2, P2c
          aggression, 61372001, T2, P2c
          excessive crying, 162213003, T2, P2c
          myoclonus, 17450006, T2, P2c
          inability to walk, 282145008, T2, P2c
          developmental regression, 609225004, T2, P2c
          """)
  void motorAndBehaviourAreSuspectWithOneMoreFeature(
      String what, String code, Tier tier, String rule) {
    TestCharts chart =
        TestCharts.child(30)
            .problem("http://snomed.info/sct", "20262006", 2)
            .observation("http://snomed.info/sct", "55929007", 1);
    if (!code.equals("-")) {
      chart.observation("http://snomed.info/sct", code, 1);
    }

    Assessment assessment = Charts.consult(chart.record()).assessment();

    assertThat(assessment.tier()).as(what).isEqualTo(tier);
    assertThat(assessment.suspicion().rules()).contains(rule);
  }

  @ParameterizedTest(name = "ataxia of {0} days, last recorded {1} days ago: {2}")
  @CsvSource(
      textBlock =
          """
          13, 0, T0
          14, 0, T1
          27, 0, T1
          28, 0, T2
          60, 7, T2
          60, 8, T0
          15, 8, T0
          """)
  void ataxiaWithoutRecoveryRaisesTheTierWhileSomebodySpeaksOfIt(
      int days, int lastRecorded, Tier tier) {
    PatientRecord patient =
        TestCharts.child(30)
            .problem("http://snomed.info/sct", "20262006", days, lastRecorded)
            .record();

    assertThat(Charts.consult(patient).assessment().tier()).isEqualTo(tier);
  }

  @ParameterizedTest(name = "at {0} months persistent ataxia gives {1}")
  @CsvSource(
      textBlock =
          """
          # age today; the ataxia began 30 days before
          6, T0
          7, T2
          72, T2
          73, T2
          75, T0
          """)
  void persistentAtaxiaCountsBetweenSixAndSeventyTwoMonthsAtOnset(int months, Tier tier) {
    PatientRecord patient =
        TestCharts.child(months).problem("http://snomed.info/sct", "20262006", 30, 1).record();

    assertThat(Charts.consult(patient).assessment().tier()).isEqualTo(tier);
  }

  @ParameterizedTest(name = "opsoclonus alone at {0} months gives {1}")
  @CsvSource({"1, T0", "2, T0", "3, T1", "40, T1", "150, T1"})
  void opsoclonusAloneIsARedFlagFromThreeMonths(int months, Tier tier) {
    PatientRecord patient =
        TestCharts.child(months).problem("http://snomed.info/sct", "194177006", 1).record();

    assertThat(Charts.consult(patient).assessment().tier()).isEqualTo(tier);
  }

  @ParameterizedTest(name = "three of four at {0} months is met")
  @CsvSource({"1", "4", "30", "100", "200", "300"})
  void threeOfFourIsNeverRestrictedByAge(int months) {
    PatientRecord patient =
        TestCharts.child(months)
            .problem("http://snomed.info/sct", "194177006", 3)
            .problem("http://snomed.info/sct", "20262006", 3)
            .problem("http://snomed.info/sct", "193462001", 3)
            .record();

    assertThat(Charts.consult(patient).assessment().tier()).isEqualTo(Tier.T3);
  }

  @ParameterizedTest(name = "eyes {0} days and ataxia {1} days ago: together {2}")
  @CsvSource(
      textBlock =
          """
          # single observations: nobody repeated them
          0, 90, true
          0, 91, false
          30, 120, true
          0, 181, false
          """)
  void signsBelongTogetherInsideNinetyDays(int eyes, int ataxia, boolean together) {
    PatientRecord patient =
        TestCharts.child(40)
            .observation("http://snomed.info/sct", "194177006", eyes)
            .observation("http://snomed.info/sct", "20262006", ataxia)
            .record();

    assertThat(Charts.consult(patient).assessment().tier()).isEqualTo(together ? Tier.T2 : Tier.T1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void oneMoreSignNeverWeakensTheTier(int start) {
    List<String> codes = new ArrayList<>(List.of("55929007", "20262006", "432328008", "194177006"));
    java.util.Collections.rotate(codes, start);
    TestCharts chart = TestCharts.child(30);
    Tier before = Tier.T0;
    for (String code : codes) {
      chart.problem("http://snomed.info/sct", code, 2);
      Tier now = Charts.consult(chart.record()).assessment().tier();
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }
}
