package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.Assessments.reasons;
import static org.omscds.assessment.Assessments.state;
import static org.omscds.finding.Told.day;
import static org.omscds.finding.Told.dose;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.BEHAVIOUR_CHANGE;
import static org.omscds.knowledge.FindingId.INSOMNIA;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessments;
import org.omscds.finding.Exposure;
import org.omscds.finding.Told;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.ClinicalDate;

/** Pillar C: what makes it, and what a steroid or the child's baseline explains. */
class BehaviourPillarTests {

  private static final String STEROID = "began within 21 days of a steroid or ACTH";
  private static final String BASELINE = "began long before the other signs";

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEHAVIOUR_CHANGE", "RAGE_OR_INCONSOLABLE", "SLEEP_DISTURBANCE", "INSOMNIA"})
  void eachOfTheFourMakesThePillar(FindingId finding) {
    assertThat(state(toddler(seen(finding, 2)), Pillar.C)).isEqualTo("PRESENT");
    assertThat(state(toddler(seen(finding, 2).byFamily()), Pillar.C)).isEqualTo("PRESENT");
    assertThat(state(toddler(seen(finding, 2).possible()), Pillar.C)).isEqualTo("POSSIBLE");
    assertThat(state(toddler(seen(finding, 2).absent()), Pillar.C)).isEqualTo("ABSENT");
  }

  @Test
  void whatIsOverIsLeftOut() {
    Assessment assessment = toddler(problem(INSOMNIA, 9).overSince(2));
    assertThat(state(assessment, Pillar.C)).isEqualTo("UNKNOWN");
    assertThat(reasons(assessment)).containsExactly("recorded as over");
  }

  // "what began 0 to 21 days after the start of a course of a systemic steroid or ACTH"

  @ParameterizedTest(name = "{1} days after the start of {0}: left out {2}")
  @CsvSource({
    "STEROID, 0, true",
    "STEROID, 21, true",
    "STEROID, 22, false",
    "STEROID, -1, false",
    "ACTH, 21, true",
    "IVIG, 3, false"
  })
  void behaviourSoonAfterASteroidMayBeItsEffect(DrugClass kind, int after, boolean left) {
    Assessment assessment =
        Assessments.of(30, List.of(dose(kind, "the drug", 40)), seen(INSOMNIA, 40 - after));
    assertThat(reasons(assessment).contains(STEROID)).isEqualTo(left);
    assertThat(state(assessment, Pillar.C)).isEqualTo(left ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void aDeniedSignIsNoEffectOfADrug() {
    Assessment assessment =
        Assessments.of(
            30, List.of(dose(DrugClass.STEROID, "prednisolone", 5)), seen(INSOMNIA, 2).absent());
    assertThat(state(assessment, Pillar.C)).isEqualTo("ABSENT");
  }

  // "a dose or renewal within 31 days of the last one continues its course"

  @ParameterizedTest(name = "first dose, then {0} days later: insomnia after the second {1}")
  @CsvSource({"31, false", "32, true"})
  void aDoseWithinAMonthContinuesTheCourse(int later, boolean left) {
    List<Exposure> doses =
        List.of(
            dose(DrugClass.STEROID, "prednisolone", 10),
            dose(DrugClass.STEROID, "prednisolone", 10 + later));
    assertThat(reasons(Assessments.of(30, doses, seen(INSOMNIA, 5))).contains(STEROID))
        .isEqualTo(left);
  }

  @Test
  void manyDosesAreOneCourseFromTheFirstOn() {
    List<Exposure> doses =
        List.of(
            dose(DrugClass.STEROID, "prednisolone", 70),
            dose(DrugClass.STEROID, "prednisolone", 40),
            dose(DrugClass.STEROID, "prednisolone", 10));
    assertThat(reasons(Assessments.of(30, doses, seen(INSOMNIA, 5)))).isEmpty();
    assertThat(reasons(Assessments.of(30, doses, seen(INSOMNIA, 60)))).containsExactly(STEROID);
  }

  // "what began more than 90 days before the first PRESENT sign of A or B: the child's baseline,
  // unless a year, month or age without a recorded date is all that is known of its beginning"

  @ParameterizedTest(name = "begun {0} days ago, {1} {2} days ago: left out {3}")
  @CsvSource({
    "95, ATAXIA, 5, false",
    "96, ATAXIA, 5, true",
    "95, OPSOCLONUS, 5, false",
    "96, OPSOCLONUS, 5, true",
    "300, FEVER, 5, false"
  })
  void whatBeganLongBeforeTheFirstSignIsTheBaseline(
      int begun, FindingId sign, int daysAgo, boolean left) {
    Assessment assessment =
        toddler(problem(BEHAVIOUR_CHANGE, begun).recorded(1), seen(sign, daysAgo));
    assertThat(reasons(assessment).contains(BASELINE)).isEqualTo(left);
    assertThat(state(assessment, Pillar.C)).isEqualTo(left ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void theFirstOfAllSignsCountsAndOnlyWhereItIsThere() {
    Told old = problem(BEHAVIOUR_CHANGE, 120).recorded(1);
    assertThat(reasons(toddler(old, seen(ATAXIA, 5), problem(OPSOCLONUS, 40).recorded(1))))
        .isEmpty();
    assertThat(reasons(toddler(old, seen(ATAXIA, 5).possible()))).isEmpty();
  }

  @Test
  void aYearAloneDoesNotTellThatItBeganLongBefore() {
    ClinicalDate year = ClinicalDate.between(day(300).day().get(), day(0).day().get());
    Told undated = problem(BEHAVIOUR_CHANGE, 300).begun(year).recorded(ClinicalDate.unknown());
    assertThat(reasons(toddler(undated, seen(ATAXIA, 5)))).isEmpty();
    assertThat(reasons(toddler(undated.recorded(1), seen(ATAXIA, 5)))).containsExactly(BASELINE);
    assertThat(
            reasons(
                toddler(
                    problem(BEHAVIOUR_CHANGE, 300).recorded(ClinicalDate.unknown()),
                    seen(ATAXIA, 5))))
        .containsExactly(BASELINE);
  }
}
