package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.CHRONIC_ATAXIA;
import static org.omscds.knowledge.FindingId.FATIGUE_CLUMSINESS;
import static org.omscds.knowledge.FindingId.LOSS_OF_AMBULATION;
import static org.omscds.knowledge.FindingId.LOSS_OF_SPEECH;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.OCULAR_FLUTTER;
import static org.omscds.knowledge.FindingId.OMS;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;
import static org.omscds.knowledge.FindingId.OPSOCLONUS_ON_REFIXATION;
import static org.omscds.knowledge.FindingId.RECOVERED_GAIT;
import static org.omscds.knowledge.FindingId.TREMOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.Assessments;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Told;
import org.omscds.knowledge.FindingId;

/** Which words of a chart speak of a worsening of eyes, movement or skills, and which of less. */
class SignCoursesTests {

  /** OMS for so long that a new sign after a silence is new. */
  private static final Told LONG_KNOWN = problem(OMS, 500).recorded(490);

  /** OMS so lately that a sign seen again is new only after a recorded improvement. */
  private static final Told KNOWN = problem(OMS, 150).recorded(145);

  private static Worsening worsening(WrittenChart chart, Told... told) {
    return Assessments.of(chart.record(), Told.findings(told)).course().worsening();
  }

  private static Kind kind(Told... told) {
    return worsening(WrittenChart.child(60), told).kind();
  }

  private static WrittenChart scored(WrittenChart chart, int daysAgo, String score) {
    return chart.observation(
        "code: {text: 'OMS score'}, valueString: '%s', effectiveDateTime: '@%d'"
            .formatted(score, daysAgo));
  }

  /** The same in a resource of the chart. */
  private static Told in(String reference, Told told) {
    ClinicalStatement said = told.statement();
    return new Told(
        new ClinicalStatement(
            said.finding(),
            said.certainty(),
            said.course(),
            said.speaker(),
            said.onset(),
            said.asserted(),
            said.ended(),
            said.confirmed(),
            new Evidence(reference, "the same words", said.asserted())));
  }

  // "a recorded improvement between (a clinician's negative, an end, a lower score, opsoclonus on
  // refixation only)"

  @Test
  void aSignSeenAgainIsNewOnlyAfterAnImprovement() {
    Told[] again = {KNOWN, seen(OPSOCLONUS, 60), seen(OPSOCLONUS, 5)};
    assertThat(kind(again)).isEqualTo(Kind.NONE);

    assertThat(kind(again[0], again[1], seen(OPSOCLONUS, 30).absent(), again[2]))
        .isEqualTo(Kind.RELAPSE);
    assertThat(kind(again[0], again[1], seen(OPSOCLONUS, 30).absent().byFamily(), again[2]))
        .isEqualTo(Kind.NONE);
    assertThat(kind(again[0], again[1], seen(OPSOCLONUS, 30).possible(), again[2]))
        .isEqualTo(Kind.NONE);
  }

  @Test
  void anEndIsAnImprovement() {
    Told over = problem(OPSOCLONUS, 60).overSince(30);

    assertThat(kind(KNOWN, over, seen(OPSOCLONUS, 5))).isEqualTo(Kind.RELAPSE);
    assertThat(kind(KNOWN, over.possible(), seen(OPSOCLONUS, 60), seen(OPSOCLONUS, 5)))
        .isEqualTo(Kind.NONE);
  }

  @Test
  void thatJerksWereNotSeenIsNoImprovement() {
    assertThat(kind(KNOWN, seen(MYOCLONUS, 60), seen(MYOCLONUS, 30).absent(), seen(MYOCLONUS, 5)))
        .isEqualTo(Kind.NONE);
    assertThat(kind(KNOWN, seen(ATAXIA, 60), seen(ATAXIA, 30).absent(), seen(ATAXIA, 5)))
        .isEqualTo(Kind.RELAPSE);
  }

  @Test
  void theResidualSignInAClinicianSWordsIsAnImprovement() {
    Told less = seen(OPSOCLONUS_ON_REFIXATION, 30);
    assertThat(kind(KNOWN, seen(OPSOCLONUS, 60), less, seen(OPSOCLONUS, 5)))
        .isEqualTo(Kind.RELAPSE);
    assertThat(kind(KNOWN, seen(OPSOCLONUS, 60), less.byFamily(), seen(OPSOCLONUS, 5)))
        .isEqualTo(Kind.NONE);
  }

  @Test
  void aGaitThatRecoveredIsAnImprovementOfTheMotorSigns() {
    Told walks = seen(RECOVERED_GAIT, 30);
    assertThat(kind(KNOWN, seen(ATAXIA, 60), walks, seen(ATAXIA, 5))).isEqualTo(Kind.RELAPSE);
    assertThat(kind(KNOWN, seen(ATAXIA, 60), seen(ATAXIA, 5))).isEqualTo(Kind.NONE);
    assertThat(kind(KNOWN, seen(OPSOCLONUS, 60), walks, seen(OPSOCLONUS, 5))).isEqualTo(Kind.NONE);
  }

  /** A fall of 2 points, or a score of 0. */
  @ParameterizedTest(name = "{0} 60 days ago, {1} 30 days ago: {2}")
  @CsvSource({
    "9/15, 7/15, RELAPSE",
    "9/15, 8/15, NONE",
    "7/15, 9/15, NONE",
    "1/15, 0/15, RELAPSE",
    "2/15, 1/15, NONE",
    "9/15, 7/18, NONE",
    "9/18, 7/18, RELAPSE"
  })
  void aLowerScoreIsAnImprovement(String first, String second, Kind expected) {
    Told[] again = {KNOWN, seen(OPSOCLONUS, 60), seen(OPSOCLONUS, 5)};
    WrittenChart chart = scored(scored(WrittenChart.child(60), 60, first), 30, second);
    Worsening worsening = worsening(chart, again);

    assertThat(worsening.signs().contains(Sign.EYES)).isEqualTo(expected == Kind.RELAPSE);
  }

  private static WrittenChart rated(int opsoclonus) {
    String item = "{code: {text: '%s'}, valueInteger: %d}";
    return WrittenChart.child(60)
        .observation(
            "code: {text: 'OMS score (0-15)'}, effectiveDateTime: '@30', component: ["
                + String.join(
                    ", ",
                    item.formatted("Stance", 2),
                    item.formatted("Gait", 2),
                    item.formatted("Arms", 2),
                    item.formatted("Opsoclonus", opsoclonus),
                    item.formatted("Mood", 2))
                + "]");
  }

  @ParameterizedTest(name = "opsoclonus item {0}: {1}")
  @CsvSource({"0, RELAPSE", "1, NONE"})
  void anItemOfNoneIsAnImprovementOfTheEyes(int item, Kind expected) {
    assertThat(worsening(rated(item), KNOWN, seen(OPSOCLONUS, 60), seen(OPSOCLONUS, 5)).kind())
        .isEqualTo(expected);
    assertThat(worsening(rated(item), KNOWN, seen(ATAXIA, 60), seen(ATAXIA, 5)).kind())
        .isEqualTo(Kind.NONE);
  }

  // "what a severity score says of opsoclonus outside its rule" is no worsening

  @Test
  void whatASeverityScoreSaysOfASignIsTheScoreS() {
    WrittenChart chart = scored(WrittenChart.child(60), 1, "3/15");
    Told eyes = seen(OPSOCLONUS, 1);

    assertThat(worsening(chart, LONG_KNOWN, in("Observation/r1", eyes)).kind())
        .isEqualTo(Kind.NONE);
    assertThat(worsening(chart, LONG_KNOWN, in("Observation/other", eyes)).kind())
        .isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void aNegativeWithinAScoreIsNoImprovement() {
    WrittenChart chart = scored(WrittenChart.child(60), 30, "3/15");
    Told none = seen(OPSOCLONUS, 30).absent();
    Told[] again = {KNOWN, seen(OPSOCLONUS, 60), seen(OPSOCLONUS, 5)};

    assertThat(worsening(chart, again[0], again[1], again[2], in("Observation/r1", none)).kind())
        .isEqualTo(Kind.NONE);
    assertThat(worsening(chart, again[0], again[1], again[2], in("Observation/x", none)).kind())
        .isEqualTo(Kind.RELAPSE);
  }

  // "the family alone reports it": not clear

  @Test
  void theFamilyIsHeardAndAClinicianSDoubtIsNot() {
    assertThat(kind(LONG_KNOWN, seen(OPSOCLONUS, 1).possible().byFamily()))
        .isEqualTo(Kind.UNCONFIRMED);
    assertThat(kind(LONG_KNOWN, problem(OPSOCLONUS, 9).possible().byFamily()))
        .isEqualTo(Kind.UNCONFIRMED);
    assertThat(kind(LONG_KNOWN, problem(OPSOCLONUS, 9).possible())).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, seen(OPSOCLONUS, 1).possible())).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, seen(OPSOCLONUS, 1).absent())).isEqualTo(Kind.NONE);
  }

  // Signs: eyes, motor signs, newly lost walking or words

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "OPSOCLONUS, EYES",
    "OCULAR_FLUTTER, EYES",
    "ATAXIA, MOTOR",
    "MYOCLONUS, MOTOR",
    "POLYMINIMYOCLONUS, MOTOR",
    "LOSS_OF_AMBULATION, LOST_SKILL",
    "LOSS_OF_SPEECH, LOST_SKILL"
  })
  void aNewSignIsOfOneKind(FindingId finding, Sign sign) {
    Worsening worsening = worsening(WrittenChart.child(60), LONG_KNOWN, problem(finding, 4));

    assertThat(worsening.kind()).isEqualTo(Kind.RELAPSE);
    assertThat(worsening.signs()).containsExactly(sign);
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingId.class,
      names = {"TREMOR", "ABNORMAL_EYE_MOVEMENT", "INSOMNIA", "NYSTAGMUS"})
  void otherSignsAreNoWorsening(FindingId finding) {
    assertThat(kind(LONG_KNOWN, problem(finding, 4))).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, problem(finding, 4).possible().byFamily())).isEqualTo(Kind.NONE);
  }

  @Test
  void aTremorThatTheFamilySeesIsNoWorsening() {
    assertThat(kind(LONG_KNOWN, problem(TREMOR, 4).byFamily())).isEqualTo(Kind.NONE);
  }

  // What is over, or recovered, was there: it is a relapse so far

  private static int relapses(Told... told) {
    return worsening(WrittenChart.child(60), told).relapses();
  }

  @Test
  void aSignThatIsOverWasARelapse() {
    Told back = problem(OPSOCLONUS, 10).recorded(1);
    assertThat(relapses(LONG_KNOWN, back)).isEqualTo(1);
    assertThat(relapses(LONG_KNOWN, problem(OCULAR_FLUTTER, 200).overSince(190), back))
        .isEqualTo(2);
    assertThat(relapses(LONG_KNOWN, problem(LOSS_OF_AMBULATION, 200).overSince(190), back))
        .isEqualTo(2);
    assertThat(relapses(LONG_KNOWN, problem(MYOCLONUS, 200).overSince(190), back)).isEqualTo(2);
  }

  @Test
  void anAtaxiaThatRecoveredWasARelapseUnlessItHasAnotherCause() {
    Told earlier = problem(ATAXIA, 100).recorded(90);
    Told walks = seen(RECOVERED_GAIT, 60);
    Told back = problem(OPSOCLONUS, 10).recorded(1);

    assertThat(relapses(LONG_KNOWN, earlier, walks, back)).isEqualTo(2);
    assertThat(relapses(LONG_KNOWN, earlier, walks, back, problem(CHRONIC_ATAXIA, 480)))
        .isEqualTo(1);
    assertThat(relapses(LONG_KNOWN, seen(MYOCLONUS, 100).possible(), walks, back)).isEqualTo(1);
  }

  @Test
  void lostWordsAreALostSkillOfNow() {
    assertThat(kind(LONG_KNOWN, problem(LOSS_OF_SPEECH, 4).recorded(1))).isEqualTo(Kind.RELAPSE);
    assertThat(kind(LONG_KNOWN, problem(LOSS_OF_SPEECH, 4).recorded(1).absent()))
        .isEqualTo(Kind.NONE);
  }

  // F-REF and F-FTG: a residual phrase takes away the statement that it also makes

  @Test
  void opsoclonusOnlyOnRefixationIsResidual() {
    Told eyes = in("Observation/a", seen(OPSOCLONUS, 1));
    Told residual = in("Observation/a", seen(OPSOCLONUS_ON_REFIXATION, 1));

    assertThat(kind(LONG_KNOWN, eyes, residual)).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, eyes, residual.possible())).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, eyes, residual.absent())).isEqualTo(Kind.UNCONFIRMED);
    assertThat(kind(LONG_KNOWN, eyes, in("Observation/b", seen(OPSOCLONUS_ON_REFIXATION, 9))))
        .isEqualTo(Kind.UNCONFIRMED);
    assertThat(kind(LONG_KNOWN, eyes, eyes, residual)).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void clumsinessWhenTiredIsNoAtaxiaHere() {
    Told ataxia = in("Observation/a", seen(ATAXIA, 1));
    Told tired = in("Observation/a", seen(FATIGUE_CLUMSINESS, 1));

    assertThat(kind(LONG_KNOWN, ataxia)).isEqualTo(Kind.UNCONFIRMED);
    assertThat(kind(LONG_KNOWN, ataxia, tired)).isEqualTo(Kind.NONE);
    assertThat(kind(LONG_KNOWN, ataxia, tired.absent())).isEqualTo(Kind.UNCONFIRMED);
  }
}
