package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.Assessments.reasons;
import static org.omscds.assessment.Assessments.state;
import static org.omscds.finding.Told.drug;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.EPILEPSY;
import static org.omscds.knowledge.FindingId.LOSS_OF_AMBULATION;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.OCULAR_FLUTTER;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;
import static org.omscds.knowledge.FindingId.POLYMINIMYOCLONUS;
import static org.omscds.knowledge.FindingId.TREMOR;
import static org.omscds.knowledge.FindingId.WEAKNESS_OR_PAIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessments;
import org.omscds.finding.Told;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;

/** Pillar B: what makes it, and what is left out with which reason. */
class MotorPillarTests {

  private static final String EPILEPTIC = "epilepsy is recorded and may explain it";
  private static final String AFTER_A_DRUG = "began within 14 days of a drug that causes myoclonus";
  private static final String WEAK = "weakness or pain is recorded and may explain it";

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  private static String motor(Told... told) {
    return state(toddler(told), Pillar.B);
  }

  @ParameterizedTest
  @EnumSource(names = {"ATAXIA", "MYOCLONUS", "POLYMINIMYOCLONUS", "LOSS_OF_AMBULATION"})
  void eachOfTheFourMakesThePillar(FindingId finding) {
    assertThat(motor(seen(finding, 2))).isEqualTo("PRESENT");
    assertThat(motor(seen(finding, 2).possible())).isEqualTo("POSSIBLE");
    assertThat(motor(problem(finding, 20).overSince(3))).isEqualTo("UNKNOWN");
  }

  @Test
  void tremorIsPossibleAtMost() {
    assertThat(motor(seen(TREMOR, 2))).isEqualTo("POSSIBLE");
    assertThat(motor(problem(TREMOR, 20).overSince(3))).isEqualTo("UNKNOWN");
    assertThat(motor(seen(TREMOR, 2).absent())).isEqualTo("UNKNOWN");
  }

  // ABSENT: a clinician's explicit negative of the last 7 days, and nothing PRESENT or POSSIBLE

  @ParameterizedTest(name = "no ataxia, said {0} days ago: {1}")
  @CsvSource({"0, ABSENT", "7, ABSENT", "8, UNKNOWN"})
  void aNegativeCountsForAWeek(int daysAgo, String state) {
    assertThat(motor(seen(ATAXIA, daysAgo).absent())).isEqualTo(state);
    assertThat(motor(seen(MYOCLONUS, daysAgo).absent())).isEqualTo(state);
  }

  @Test
  void aNegativeTakesAClinicianAndYieldsToASign() {
    assertThat(motor(seen(ATAXIA, 1).absent().byFamily())).isEqualTo("UNKNOWN");
    assertThat(motor(seen(ATAXIA, 1).absent().undated())).isEqualTo("UNKNOWN");
    assertThat(motor(seen(ATAXIA, 1).absent(), seen(TREMOR, 1))).isEqualTo("POSSIBLE");
    assertThat(motor(seen(LOSS_OF_AMBULATION, 1).absent())).isEqualTo("UNKNOWN");
  }

  @Test
  void anAbsenceRestsOnTheNegativesAlone() {
    Assessment assessment = toddler(seen(ATAXIA, 1).absent(), seen(ATAXIA, 30).absent());
    assertThat(assessment.pillars().of(Pillar.B).counted())
        .containsExactly(seen(ATAXIA, 1).absent().statement());
  }

  // "a myoclonus with epilepsy on record, no ataxia, and no opsoclonus or flutter"

  @Test
  void epilepsyExplainsAMyoclonusWithoutOtherSigns() {
    Told epilepsy = problem(EPILEPSY, 300);
    for (FindingId jerks : List.of(MYOCLONUS, POLYMINIMYOCLONUS)) {
      assertThat(reasons(toddler(epilepsy, seen(jerks, 2)))).containsExactly(EPILEPTIC);
      assertThat(motor(epilepsy, seen(jerks, 2))).isEqualTo("UNKNOWN");
      assertThat(motor(epilepsy, seen(jerks, 2).possible())).isEqualTo("POSSIBLE");
    }
  }

  @Test
  void besideAtaxiaOrEyesEpilepsyExplainsNothing() {
    Told epilepsy = problem(EPILEPSY, 300);
    assertThat(reasons(toddler(epilepsy, seen(MYOCLONUS, 2), seen(ATAXIA, 2)))).isEmpty();
    assertThat(reasons(toddler(epilepsy, seen(MYOCLONUS, 2), seen(OPSOCLONUS, 2)))).isEmpty();
    assertThat(reasons(toddler(epilepsy, seen(MYOCLONUS, 2), seen(OCULAR_FLUTTER, 2)))).isEmpty();
    assertThat(reasons(toddler(epilepsy, seen(MYOCLONUS, 2), seen(ATAXIA, 2).possible())))
        .containsExactly(EPILEPTIC);
  }

  @Test
  void anEpilepsyThatIsOverExplainsNothing() {
    assertThat(motor(problem(EPILEPSY, 300).overSince(100), seen(MYOCLONUS, 2)))
        .isEqualTo("PRESENT");
  }

  // "a myoclonus, without ataxia, that began 0 to 14 days after the start of a drug"

  @ParameterizedTest(name = "{1} days after the start of {0}: left out {2}")
  @CsvSource(
      textBlock =
          """
          OPSOCLONUS_OR_MYOCLONUS_CAUSING, 0, true
          OPSOCLONUS_OR_MYOCLONUS_CAUSING, 14, true
          OPSOCLONUS_OR_MYOCLONUS_CAUSING, 15, false
          OPSOCLONUS_OR_MYOCLONUS_CAUSING, -1, false
          ANTIMICROBIAL, 5, false
          """)
  void aDrugExplainsAMyoclonusThatBeginsSoonAfterIt(DrugClass kind, int after, boolean left) {
    Assessment assessment =
        Assessments.of(30, List.of(drug(kind, "the drug", 20)), seen(MYOCLONUS, 20 - after));
    assertThat(reasons(assessment).contains(AFTER_A_DRUG)).isEqualTo(left);
    assertThat(state(assessment, Pillar.B)).isEqualTo(left ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void besideAtaxiaADrugExplainsNothing() {
    Assessment assessment =
        Assessments.of(
            30,
            List.of(drug(DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING, "lithium", 5)),
            seen(MYOCLONUS, 2),
            seen(ATAXIA, 2));
    assertThat(reasons(assessment)).isEmpty();
  }

  // "loss of walking beside weakness or pain or Guillain-Barré that is not over and was said in the
  // last 90 days"

  @ParameterizedTest(name = "{0} said {1} days ago: left out {2}")
  @CsvSource(
      textBlock =
          """
          WEAKNESS_OR_PAIN, 90, true
          WEAKNESS_OR_PAIN, 91, false
          MILLER_FISHER_OR_GUILLAIN_BARRE, 90, true
          MILLER_FISHER_OR_GUILLAIN_BARRE, 91, false
          FEVER, 1, false
          """)
  void weaknessOrPainExplainsLostWalking(FindingId cause, int daysAgo, boolean left) {
    Assessment assessment = toddler(seen(cause, daysAgo), seen(LOSS_OF_AMBULATION, 2));
    assertThat(reasons(assessment).contains(WEAK)).isEqualTo(left);
    assertThat(state(assessment, Pillar.B)).isEqualTo(left ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void aWeaknessThatIsOverExplainsNothing() {
    assertThat(motor(problem(WEAKNESS_OR_PAIN, 9).overSince(5), seen(LOSS_OF_AMBULATION, 2)))
        .isEqualTo("PRESENT");
  }

  @Test
  void lostWalkingInTheFamilysWordsIsPossible() {
    assertThat(motor(seen(LOSS_OF_AMBULATION, 2).byFamily())).isEqualTo("POSSIBLE");
  }

  @Test
  void aNegativeOrEndedLossOfWalkingIsNotListed() {
    Told weak = seen(WEAKNESS_OR_PAIN, 2);
    assertThat(reasons(toddler(weak, seen(LOSS_OF_AMBULATION, 2).absent()))).isEmpty();
    assertThat(reasons(toddler(weak, problem(LOSS_OF_AMBULATION, 9).overSince(2)))).isEmpty();
  }
}
