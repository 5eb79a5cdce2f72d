package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.Assessments.reasons;
import static org.omscds.assessment.Assessments.state;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ABNORMAL_EYE_MOVEMENT;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.GLUT1_EYE_HEAD_MOVEMENTS;
import static org.omscds.knowledge.FindingId.NEUROBLASTIC_TUMOUR;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;
import static org.omscds.knowledge.FindingId.OSCILLOPSIA;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessments;
import org.omscds.finding.Told;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;

/** Pillar A: what makes it, what lowers it, and what is never opsoclonus. */
class EyePillarTests {

  private static final int ADULT = 18 * 12;

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  private static String eyes(Told... told) {
    return state(toddler(told), Pillar.A);
  }

  @ParameterizedTest
  @EnumSource(names = {"OPSOCLONUS", "OCULAR_FLUTTER"})
  void opsoclonusAndFlutterMakeThePillar(FindingId finding) {
    assertThat(eyes(seen(finding, 2))).isEqualTo("PRESENT");
    assertThat(eyes(seen(finding, 2).possible())).isEqualTo("POSSIBLE");
    assertThat(eyes(seen(finding, 2).absent())).isEqualTo("ABSENT");
    assertThat(eyes(problem(finding, 9).overSince(2))).isEqualTo("UNKNOWN");
    assertThat(reasons(toddler(problem(finding, 9).overSince(2))))
        .containsExactly("recorded as over");
  }

  @Test
  void aMovementThatNobodyCharacterisedIsPossibleAtMost() {
    assertThat(eyes(seen(ABNORMAL_EYE_MOVEMENT, 2))).isEqualTo("POSSIBLE");
    assertThat(eyes(seen(ABNORMAL_EYE_MOVEMENT, 2).absent())).isEqualTo("UNKNOWN");
    assertThat(reasons(toddler(problem(ABNORMAL_EYE_MOVEMENT, 9).overSince(2))))
        .containsExactly("recorded as over");
  }

  // "opsoclonus beside voluntary flutter or positional vertical opsoclonus said in the last 90
  // days"

  @ParameterizedTest(name = "{0} said {1} days ago: {2}")
  @CsvSource(
      textBlock =
          """
          VOLUNTARY_FLUTTER, 90, POSSIBLE
          VOLUNTARY_FLUTTER, 91, PRESENT
          POSITIONAL_VERTICAL_OPSOCLONUS, 90, POSSIBLE
          POSITIONAL_VERTICAL_OPSOCLONUS, 91, PRESENT
          """)
  void whatExplainsTheMovementLowersIt(FindingId cause, int daysAgo, String state) {
    assertThat(eyes(seen(cause, daysAgo), seen(OPSOCLONUS, 2))).isEqualTo(state);
  }

  @Test
  void anExplanationDoesNotMakeANegativePossible() {
    assertThat(eyes(seen(FindingId.VOLUNTARY_FLUTTER, 2), seen(OPSOCLONUS, 2).absent()))
        .isEqualTo("ABSENT");
  }

  // "oscillopsia in an adult"

  @ParameterizedTest(name = "oscillopsia at {0} months: {1}")
  @CsvSource({"215, UNKNOWN", "216, POSSIBLE"})
  void oscillopsiaIsPossibleInAnAdult(int months, String state) {
    assertThat(state(Assessments.of(months, seen(OSCILLOPSIA, 2)), Pillar.A)).isEqualTo(state);
  }

  @Test
  void anOscillopsiaThatIsOverOrDeniedSaysNothing() {
    assertThat(state(Assessments.of(ADULT, problem(OSCILLOPSIA, 9).overSince(1)), Pillar.A))
        .isEqualTo("UNKNOWN");
    assertThat(state(Assessments.of(ADULT, seen(OSCILLOPSIA, 2).absent()), Pillar.A))
        .isEqualTo("UNKNOWN");
  }

  // "UNKNOWN: nystagmus, square-wave jerks or spasmus nutans alone"

  @ParameterizedTest(name = "{0} is left out: {1}")
  @CsvSource({
    "NYSTAGMUS, nystagmus is not opsoclonus",
    "SQUARE_WAVE_JERKS, square-wave jerks are not opsoclonus",
    "SPASMUS_NUTANS, spasmus nutans is not opsoclonus"
  })
  void othersAreNeverOpsoclonus(FindingId finding, String reason) {
    assertThat(eyes(seen(finding, 2))).isEqualTo("UNKNOWN");
    assertThat(reasons(toddler(seen(finding, 2)))).containsExactly(reason);
  }

  // Early eye movements lower A, only in a child who is otherwise well

  @ParameterizedTest(name = "opsoclonus at {0} months: {1}")
  @CsvSource({"2, POSSIBLE, true", "3, PRESENT, false"})
  void underThreeMonthsTheNeonatalFormComesFirst(int months, String state, boolean neonatal) {
    Assessment assessment = Assessments.of(months, seen(OPSOCLONUS, 0));
    assertThat(state(assessment, Pillar.A)).isEqualTo(state);
    assertThat(assessment.holds(Fact.NEONATAL_EYE_MOVEMENTS)).isEqualTo(neonatal);
    assertThat(assessment.pillars().of(Pillar.A).finding().restsOn()).isNotEmpty();
    assertThat(assessment.pillars().of(Pillar.A).counted()).isNotEmpty();
  }

  @Test
  void theFirstEyeSignOfTheEpisodeTellsTheAge() {
    Assessment assessment = Assessments.of(4, seen(OPSOCLONUS, 0), seen(OPSOCLONUS, 60));
    assertThat(assessment.holds(Fact.NEONATAL_EYE_MOVEMENTS)).isTrue();
  }

  @Test
  void withoutEyesOrWithoutAnAgeThereIsNoNeonatalForm() {
    assertThat(Assessments.of(1).holds(Fact.NEONATAL_EYE_MOVEMENTS)).isFalse();
    assertThat(Assessments.ofUnknownAge(seen(OPSOCLONUS, 1)).holds(Fact.NEONATAL_EYE_MOVEMENTS))
        .isFalse();
  }

  @ParameterizedTest(name = "beside {0}: opsoclonus stays {1}")
  @CsvSource({
    "ATAXIA, PRESENT",
    "INSOMNIA, PRESENT",
    "NEUROBLASTIC_TUMOUR, PRESENT",
    "FEVER, PRESENT",
    "SYSTEMIC_INFECTION, PRESENT",
    "CNS_INFECTION, PRESENT",
    "DEMYELINATION, PRESENT",
    "TREMOR, POSSIBLE",
    "NYSTAGMUS, POSSIBLE"
  })
  void aChildWhoIsNotWellHasNoBenignForm(FindingId other, String state) {
    assertThat(state(Assessments.of(1, seen(OPSOCLONUS, 1), problem(other, 1)), Pillar.A))
        .isEqualTo(state);
  }

  @Test
  void anIllnessThatIsOverDoesNotMatter() {
    assertThat(
            state(
                Assessments.of(
                    1, seen(OPSOCLONUS, 1), problem(FindingId.SYSTEMIC_INFECTION, 9).overSince(5)),
                Pillar.A))
        .isEqualTo("POSSIBLE");
  }

  @ParameterizedTest(name = "eye-head movements first at {0} months: {1}")
  @CsvSource({"5, true", "6, false"})
  void eyeHeadMovementsUnderSixMonthsRecallGlut1(int months, boolean glut1) {
    Assessment assessment =
        Assessments.of(months, seen(GLUT1_EYE_HEAD_MOVEMENTS, 0), seen(OPSOCLONUS, 0));
    assertThat(assessment.holds(Fact.GLUT1_EYE_MOVEMENTS)).isEqualTo(glut1);
    assertThat(state(assessment, Pillar.A)).isEqualTo(glut1 ? "POSSIBLE" : "PRESENT");
  }

  @Test
  void eyeHeadMovementsAloneMakeNoPillar() {
    Assessment assessment = Assessments.of(4, seen(GLUT1_EYE_HEAD_MOVEMENTS, 1));
    assertThat(assessment.holds(Fact.GLUT1_EYE_MOVEMENTS)).isTrue();
    assertThat(state(assessment, Pillar.A)).isEqualTo("UNKNOWN");
  }

  @Test
  void glut1YieldsToTheNeonatalFormToIllnessAndToAnEnd() {
    assertThat(
            Assessments.of(2, seen(OPSOCLONUS, 1), seen(GLUT1_EYE_HEAD_MOVEMENTS, 1))
                .holds(Fact.GLUT1_EYE_MOVEMENTS))
        .isFalse();
    assertThat(
            Assessments.of(4, seen(GLUT1_EYE_HEAD_MOVEMENTS, 1), seen(ATAXIA, 1))
                .holds(Fact.GLUT1_EYE_MOVEMENTS))
        .isFalse();
    assertThat(
            Assessments.of(4, seen(GLUT1_EYE_HEAD_MOVEMENTS, 1), problem(NEUROBLASTIC_TUMOUR, 1))
                .holds(Fact.GLUT1_EYE_MOVEMENTS))
        .isFalse();
    assertThat(
            Assessments.of(4, problem(GLUT1_EYE_HEAD_MOVEMENTS, 9).overSince(3))
                .holds(Fact.GLUT1_EYE_MOVEMENTS))
        .isFalse();
  }
}
