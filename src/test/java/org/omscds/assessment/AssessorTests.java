package org.omscds.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.Told.dose;
import static org.omscds.finding.Told.drug;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.BEHAVIOUR_CHANGE;
import static org.omscds.knowledge.FindingId.CNS_INFECTION;
import static org.omscds.knowledge.FindingId.DEMYELINATION;
import static org.omscds.knowledge.FindingId.FEVER;
import static org.omscds.knowledge.FindingId.INSOMNIA;
import static org.omscds.knowledge.FindingId.LOSS_OF_AMBULATION;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.NEUROBLASTIC_TUMOUR;
import static org.omscds.knowledge.FindingId.OMS;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;
import static org.omscds.knowledge.FindingId.SYSTEMIC_INFECTION;
import static org.omscds.knowledge.FindingId.TREMOR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Told;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;

/** What the findings of a chart amount to: rules, facts, and what stands beside them on a card. */
class AssessorTests {

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  private static boolean holds(String rule, Told... told) {
    return toddler(told).suspicion().holds(rule);
  }

  // Age: "CHILD under 18 years on the day of the consultation, ADULT 18 years or older"

  @ParameterizedTest(name = "{0} months is {1}")
  @CsvSource({"0, CHILD", "215, CHILD", "216, ADULT", "600, ADULT"})
  void theAgeMakesAChildOrAnAdult(int months, Fact expected) {
    assertThat(List.of(Fact.CHILD, Fact.ADULT, Fact.AGE_UNKNOWN))
        .filteredOn(Assessments.of(months)::holds)
        .containsExactly(expected);
    assertThat(Assessments.of(months).ageInMonths()).hasValue(months);
  }

  @Test
  void anAgeThatIsNotRecordedIsUnknown() {
    assertThat(List.of(Fact.CHILD, Fact.ADULT, Fact.AGE_UNKNOWN))
        .filteredOn(Assessments.ofUnknownAge()::holds)
        .containsExactly(Fact.AGE_UNKNOWN);
    assertThat(Assessments.ofUnknownAge().ageInMonths()).isEmpty();
  }

  // The verdict of the criteria, and the eyes

  @Test
  void threeOfFourAreTheCriteria() {
    Told[] three = {seen(OPSOCLONUS, 1), seen(ATAXIA, 1), seen(INSOMNIA, 1)};
    assertThat(toddler(three).holds(Fact.CRITERIA_MET)).isTrue();
    assertThat(toddler(three).holds(Fact.CRITERIA_MET_ALTERNATIVE_RECORDED)).isFalse();
    assertThat(toddler(three).holds(Fact.SUSPECTED)).isFalse();

    Assessment explained = toddler(three[0], three[1], three[2], problem(DEMYELINATION, 1));
    assertThat(explained.holds(Fact.CRITERIA_MET)).isFalse();
    assertThat(explained.holds(Fact.CRITERIA_MET_ALTERNATIVE_RECORDED)).isTrue();
    assertThat(explained.criteria().verdict())
        .isEqualTo(GenoaCriteria.Verdict.MET_ALTERNATIVE_RECORDED);
  }

  @Test
  void twoWithAPossibleThirdAreSuspectedAndIndeterminate() {
    Assessment assessment =
        toddler(seen(OPSOCLONUS, 1), seen(ATAXIA, 1), seen(INSOMNIA, 1).possible());
    assertThat(assessment.holds(Fact.SUSPECTED)).isTrue();
    assertThat(assessment.holds(Fact.CRITERIA_MET)).isFalse();
    assertThat(assessment.criteria().verdict()).isEqualTo(GenoaCriteria.Verdict.INDETERMINATE);
    assertThat(assessment.criteria().count()).isEqualTo(2);
    assertThat(assessment.criteria().possible()).isEqualTo(1);
  }

  @ParameterizedTest(name = "eyes beside {0}: alone {1}")
  @CsvSource({
    "ATAXIA, false",
    "INSOMNIA, false",
    "NEUROBLASTIC_TUMOUR, false",
    "NYSTAGMUS, true",
    "TREMOR, true"
  })
  void eyesAreAloneWithoutAnotherPillar(FindingId other, boolean alone) {
    Assessment assessment = toddler(seen(OPSOCLONUS, 1), seen(other, 1));
    assertThat(assessment.holds(Fact.EYES_ALONE)).isEqualTo(alone);
    assertThat(assessment.holds(Fact.EYES_PRESENT)).isTrue();
    assertThat(assessment.holds(Fact.EYES_POSSIBLE)).isFalse();
  }

  @Test
  void possibleEyesAreNotThere() {
    Assessment assessment = toddler(seen(OPSOCLONUS, 1).possible());
    assertThat(assessment.holds(Fact.EYES_POSSIBLE)).isTrue();
    assertThat(assessment.holds(Fact.EYES_PRESENT)).isFalse();
    assertThat(assessment.holds(Fact.EYES_ALONE)).isFalse();
    assertThat(toddler().holds(Fact.EYES_POSSIBLE)).isFalse();
  }

  @Test
  void eyesRecordedEarlierAreAskedAboutWhileNothingStrongerHolds() {
    assertThat(toddler(seen(OPSOCLONUS, 300)).holds(Fact.EYES_RECORDED_EARLIER)).isTrue();
    assertThat(
            toddler(seen(OPSOCLONUS, 300), seen(OPSOCLONUS, 3)).holds(Fact.EYES_RECORDED_EARLIER))
        .isFalse();
    assertThat(
            toddler(seen(OPSOCLONUS, 300), seen(ATAXIA, 3), problem(NEUROBLASTIC_TUMOUR, 3))
                .holds(Fact.EYES_RECORDED_EARLIER))
        .isFalse();
    assertThat(toddler(seen(INSOMNIA, 3), seen(ATAXIA, 3)).holds(Fact.EYES_RECORDED_EARLIER))
        .isFalse();
  }

  // P2c: B and C, and C for 3 days or more, or marked; or jerks; or lost skills

  @ParameterizedTest(name = "behaviour first {0}, last {1} days ago: lasting {2}")
  @CsvSource({"4, 1, true", "3, 1, false", "3, 0, true", "2, 0, false"})
  void behaviourOfThreeDaysLasts(int first, int last, boolean lasting) {
    assertThat(
            holds(
                "P2c",
                seen(ATAXIA, 1),
                seen(BEHAVIOUR_CHANGE, first),
                seen(BEHAVIOUR_CHANGE, last)))
        .isEqualTo(lasting);
  }

  @Test
  void aProblemThatStandsLastsUntilToday() {
    assertThat(holds("P2c", seen(ATAXIA, 1), problem(BEHAVIOUR_CHANGE, 3))).isTrue();
    assertThat(holds("P2c", seen(ATAXIA, 1), problem(BEHAVIOUR_CHANGE, 2))).isFalse();
  }

  @ParameterizedTest(name = "{0} beside mild behaviour and ataxia: {1}")
  @CsvSource({
    "RAGE_OR_INCONSOLABLE, true",
    "INSOMNIA, true",
    "SLEEP_DISTURBANCE, false",
    "MYOCLONUS, true",
    "POLYMINIMYOCLONUS, true",
    "TREMOR, false",
    "LOSS_OF_SPEECH, true",
    "DEVELOPMENTAL_REGRESSION, true",
    "LOSS_OF_AMBULATION, true",
    "NYSTAGMUS, false"
  })
  void oneMoreFeatureMakesMotorAndBehaviourSuspect(FindingId feature, boolean suspect) {
    assertThat(holds("P2c", seen(ATAXIA, 1), seen(BEHAVIOUR_CHANGE, 1), seen(feature, 1)))
        .isEqualTo(suspect);
  }

  @Test
  void possibleJerksAreNoFeature() {
    assertThat(
            holds("P2c", seen(ATAXIA, 1), seen(BEHAVIOUR_CHANGE, 1), seen(MYOCLONUS, 1).possible()))
        .isFalse();
    assertThat(holds("P2c", seen(ATAXIA, 1), seen(INSOMNIA, 1).possible())).isFalse();
  }

  // "Lost speech, skills or walking last said more than 180 days ago does not count"

  @ParameterizedTest(name = "{0} said {1} days ago: counts {2}")
  @CsvSource({
    "LOSS_OF_SPEECH, 180, true",
    "LOSS_OF_SPEECH, 181, false",
    "DEVELOPMENTAL_REGRESSION, 180, true",
    "DEVELOPMENTAL_REGRESSION, 181, false"
  })
  void lostSkillsCountForHalfAYear(FindingId lost, int daysAgo, boolean counts) {
    assertThat(holds("P1d", seen(ATAXIA, 1), seen(lost, daysAgo))).isEqualTo(counts);
    assertThat(holds("P2c", seen(ATAXIA, 1), seen(BEHAVIOUR_CHANGE, 1), seen(lost, daysAgo)))
        .isEqualTo(counts);
    assertThat(holds("P1e", problem(NEUROBLASTIC_TUMOUR, 1), seen(lost, daysAgo)))
        .isEqualTo(counts);
    assertThat(toddler(seen(ATAXIA, 1), seen(lost, daysAgo)).holds(Fact.ATAXIA_WITH_REGRESSION))
        .isEqualTo(counts);
  }

  @Test
  void lostSkillsThatCameBackDoNotCount() {
    assertThat(holds("P1d", seen(ATAXIA, 1), problem(FindingId.LOSS_OF_SPEECH, 9).overSince(3)))
        .isFalse();
    assertThat(holds("P1d", seen(ATAXIA, 1), seen(LOSS_OF_AMBULATION, 1))).isFalse();
    assertThat(holds("P1d", seen(ATAXIA, 1).possible(), seen(FindingId.LOSS_OF_SPEECH, 1)))
        .isFalse();
  }

  // P1e: tumour and new behaviour, "new: began within the last 180 days"

  @ParameterizedTest(name = "behaviour begun {0} days ago beside a tumour: {1}")
  @CsvSource({"180, true", "181, false"})
  void newBehaviourBesideATumourIsARedFlag(int begun, boolean flag) {
    assertThat(
            holds(
                "P1e",
                problem(NEUROBLASTIC_TUMOUR, 500),
                problem(BEHAVIOUR_CHANGE, begun).recorded(1)))
        .isEqualTo(flag);
  }

  @Test
  void possibleBehaviourIsNotNew() {
    assertThat(holds("P1e", problem(NEUROBLASTIC_TUMOUR, 5), seen(BEHAVIOUR_CHANGE, 1).possible()))
        .isFalse();
  }

  // "One that may explain B keeps P1b, P1c and P2d from firing."

  @ParameterizedTest(name = "{0}: keeps motor rules from firing {1}")
  @CsvSource({"DEMYELINATION, true", "FUNCTIONAL_DISORDER, true", "EPILEPSY, false"})
  void aDiagnosisThatExplainsTheMotorSignsSilencesTheirRules(FindingId diagnosis, boolean silent) {
    Told lasting = problem(ATAXIA, 40).recorded(1);
    for (String rule : List.of("P1b", "P2d")) {
      assertThat(holds(rule, lasting, problem(diagnosis, 1))).isEqualTo(!silent);
      assertThat(holds(rule, lasting)).isTrue();
    }
    assertThat(holds("P1c", lasting, seen(BEHAVIOUR_CHANGE, 1), problem(diagnosis, 1)))
        .isEqualTo(!silent);
    assertThat(toddler(lasting).holds(Fact.ATAXIA_PERSISTENT)).isTrue();
    assertThat(toddler(lasting, problem(diagnosis, 1)).holds(Fact.ATAXIA_PERSISTENT))
        .isEqualTo(!silent);
  }

  @ParameterizedTest
  @EnumSource(names = {"MYOCLONUS", "LOSS_OF_AMBULATION"})
  void otherMotorSignsAreNoLastingAtaxia(FindingId motor) {
    assertThat(holds("P1b", problem(motor, 40).recorded(1))).isFalse();
  }

  // The age rules look at the onset, and hold for children only

  @ParameterizedTest(name = "at {0} months, ataxia and behaviour of today: {1}")
  @CsvSource({"5, false", "6, true", "72, true", "73, false", "230, false"})
  void motorAndBehaviourCountFromSixToSeventyTwoMonths(int months, boolean counts) {
    assertThat(
            Assessments.of(months, seen(ATAXIA, 0), seen(BEHAVIOUR_CHANGE, 0))
                .suspicion()
                .holds("P1c"))
        .isEqualTo(counts);
  }

  @Test
  void withoutAnAgeTheAgeRulesDoNotHold() {
    assertThat(
            Assessments.ofUnknownAge(seen(ATAXIA, 0), seen(BEHAVIOUR_CHANGE, 0))
                .suspicion()
                .rules())
        .isEmpty();
    assertThat(Assessments.ofUnknownAge(seen(OPSOCLONUS, 0)).suspicion().rules())
        .containsExactly("P1a");
  }

  // DX-OMS

  @Test
  void anActiveConfirmedEntryIsTheDiagnosis() {
    Assessment assessment = toddler(problem(OMS, 400));
    assertThat(diagnosis(assessment)).containsExactly(Fact.OMS_DIAGNOSED);
    assertThat(assessment.suspicion().rules()).isEmpty();
    assertThat(assessment.diagnosisEvidence()).hasSize(1);
  }

  @Test
  void whatIsNotConfirmedIsSuspected() {
    for (Told told :
        List.of(
            problem(OMS, 5).unconfirmed(),
            problem(OMS, 5).possible(),
            seen(OMS, 180),
            seen(OMS, 5).possible())) {
      assertThat(diagnosis(toddler(told))).containsExactly(Fact.OMS_SUSPECTED_DIAGNOSIS);
      assertThat(toddler(told).suspicion().rules()).containsExactly("PDX");
    }
  }

  @Test
  void aReportThatNamesItCountsForHalfAYear() {
    assertThat(diagnosis(toddler(seen(OMS, 181)))).isEmpty();
    assertThat(toddler(seen(OMS, 181)).diagnosisEvidence()).isEmpty();
    assertThat(diagnosis(toddler(problem(OMS, 181).unconfirmed())))
        .containsExactly(Fact.OMS_SUSPECTED_DIAGNOSIS);
  }

  @Test
  void whatIsOverAndNowhereActiveIsInRemission() {
    assertThat(diagnosis(toddler(problem(OMS, 400).overSince(100))))
        .containsExactly(Fact.OMS_IN_REMISSION);
    assertThat(diagnosis(toddler(problem(OMS, 400).possible().overSince(100)))).isEmpty();
    assertThat(diagnosis(toddler(problem(OMS, 400).overSince(100), problem(OMS, 3))))
        .containsExactly(Fact.OMS_DIAGNOSED);
  }

  @Test
  void aNegativeSaysNothingOfTheDiagnosis() {
    assertThat(diagnosis(toddler(problem(OMS, 4).absent()))).isEmpty();
    assertThat(toddler(problem(OMS, 4).absent()).diagnosisEvidence()).isEmpty();
  }

  private static List<Fact> diagnosis(Assessment assessment) {
    return List.of(Fact.OMS_DIAGNOSED, Fact.OMS_SUSPECTED_DIAGNOSIS, Fact.OMS_IN_REMISSION).stream()
        .filter(assessment::holds)
        .toList();
  }

  // RECENT_ONSET: "Onset, or the last word of eyes or motor signs, is at most 180 days ago"

  @Test
  void theOnsetOrALateSignIsRecent() {
    assertThat(toddler().holds(Fact.RECENT_ONSET)).isFalse();
    assertThat(toddler(problem(OMS, 180)).holds(Fact.RECENT_ONSET)).isTrue();
    assertThat(toddler(problem(OMS, 181)).holds(Fact.RECENT_ONSET)).isFalse();
    assertThat(toddler(problem(OMS, 400), problem(OMS, 170)).holds(Fact.RECENT_ONSET)).isFalse();
    assertThat(toddler(problem(ATAXIA, 400).recorded(1)).holds(Fact.RECENT_ONSET)).isTrue();
    assertThat(toddler(problem(OPSOCLONUS, 400).recorded(1)).holds(Fact.RECENT_ONSET)).isTrue();
    assertThat(toddler(problem(INSOMNIA, 400).recorded(1)).holds(Fact.RECENT_ONSET)).isFalse();
    assertThat(toddler(problem(TREMOR, 400).recorded(1)).holds(Fact.RECENT_ONSET)).isFalse();
  }

  // UNABLE_TO_WALK

  @ParameterizedTest(name = "lost walking, said {0} days ago: {1}")
  @CsvSource({"0, true", "180, true", "181, false"})
  void lostWalkingCountsForHalfAYear(int daysAgo, boolean unable) {
    assertThat(toddler(seen(LOSS_OF_AMBULATION, daysAgo)).holds(Fact.UNABLE_TO_WALK))
        .isEqualTo(unable);
    assertThat(
            toddler(problem(LOSS_OF_AMBULATION, daysAgo).overSince(0)).holds(Fact.UNABLE_TO_WALK))
        .isFalse();
  }

  // "M-INF, confirmed, active and said in the last 180 days, withholds C26"

  @ParameterizedTest(name = "meningitis recorded {0} days ago: {1}")
  @CsvSource({"0, true", "180, true", "181, false"})
  void anInfectionOfTheBrainBlocks(int daysAgo, boolean blocks) {
    assertThat(toddler(problem(CNS_INFECTION, daysAgo)).holds(Fact.BLOCKING_MIMIC))
        .isEqualTo(blocks);
    assertThat(toddler(problem(CNS_INFECTION, daysAgo).unconfirmed()).holds(Fact.BLOCKING_MIMIC))
        .isFalse();
    assertThat(toddler(problem(CNS_INFECTION, daysAgo).overSince(0)).holds(Fact.BLOCKING_MIMIC))
        .isFalse();
  }

  // ACTIVE_INFECTION: "fever in the last week, a recorded infection of the last month that is not
  // over, an antimicrobial started in the last week"

  @ParameterizedTest(name = "{0} {1} days ago: active {2}")
  @CsvSource({
    "FEVER, 7, true",
    "FEVER, 8, false",
    "SYSTEMIC_INFECTION, 30, true",
    "SYSTEMIC_INFECTION, 31, false",
    "CNS_INFECTION, 30, true",
    "CNS_INFECTION, 31, false",
    "EPILEPSY, 1, false"
  })
  void aRecentInfectionIsActive(FindingId finding, int daysAgo, boolean active) {
    Assessment assessment = toddler(problem(finding, daysAgo));
    assertThat(assessment.holds(Fact.ACTIVE_INFECTION)).isEqualTo(active);
    assertThat(assessment.infections()).hasSize(active ? 1 : 0);
    assertThat(toddler(problem(finding, daysAgo).overSince(0)).infections()).isEmpty();
  }

  @Test
  void anInfectionThatWasOnlySeenInAReportIsNotActive() {
    assertThat(toddler(seen(SYSTEMIC_INFECTION, 2)).infections()).isEmpty();
    assertThat(toddler(seen(FEVER, 2)).infections()).hasSize(1);
    assertThat(toddler(seen(FEVER, 2), seen(FEVER, 2)).infections()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} since {1} days: active {2}")
  @CsvSource({"ANTIMICROBIAL, 7, true", "ANTIMICROBIAL, 8, false", "STEROID, 1, false"})
  void anAntimicrobialSpeaksOfAnInfection(DrugClass kind, int daysAgo, boolean active) {
    Assessment assessment = Assessments.of(30, List.of(drug(kind, "the drug", daysAgo)));
    assertThat(assessment.holds(Fact.ACTIVE_INFECTION)).isEqualTo(active);
  }

  // Drugs that can do this: "current, or began or ended in the last 14 days"

  @Test
  void recentDrugsThatCanDoThisAreListed() {
    DrugClass kind = DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING;
    assertThat(Assessments.of(30, List.of(drug(kind, "lithium", 400))).exposures()).hasSize(1);
    assertThat(Assessments.of(30, List.of(dose(kind, "lithium", 14))).exposures()).hasSize(1);
    assertThat(Assessments.of(30, List.of(dose(kind, "lithium", 15))).exposures()).isEmpty();
    assertThat(Assessments.of(30, List.of(drug(DrugClass.STEROID, "x", 1))).exposures()).isEmpty();
    var endedLately =
        new org.omscds.finding.Exposure(
            kind,
            "lithium",
            false,
            false,
            Told.day(300),
            Told.day(14),
            dose(kind, "lithium", 1).evidence());
    assertThat(Assessments.of(30, List.of(endedLately)).exposures()).hasSize(1);
  }

  // Supportive findings are shown while they last

  @ParameterizedTest
  @EnumSource(
      names = {
        "LOSS_OF_SPEECH",
        "DEVELOPMENTAL_REGRESSION",
        "LOSS_OF_AMBULATION",
        "GLUT1_EYE_HEAD_MOVEMENTS"
      })
  void supportiveFindingsAreShownWhileTheyLast(FindingId finding) {
    assertThat(toddler(problem(finding, 5)).supporting())
        .extracting(ClinicalStatement::finding)
        .containsExactly(finding);
    assertThat(toddler(problem(finding, 5).overSince(1)).supporting()).isEmpty();
    assertThat(toddler(problem(finding, 5).possible()).supporting()).isEmpty();
  }

  // Immunotherapy since onset

  @Test
  void oneDoseOfASteroidIsNoCourse() {
    Told ataxia = problem(ATAXIA, 20);
    Assessment one =
        Assessments.of(30, List.of(dose(DrugClass.STEROID, "dexamethasone", 5)), ataxia);
    assertThat(one.holds(Fact.NO_IMMUNOTHERAPY)).isTrue();
    assertThat(one.singleSteroidDoses()).hasSize(1);
    assertThat(one.immunotherapy()).isEmpty();

    Assessment sameDay =
        Assessments.of(
            30,
            List.of(
                dose(DrugClass.STEROID, "dexamethasone", 5),
                dose(DrugClass.STEROID, "prednisolone", 5)),
            ataxia);
    assertThat(sameDay.singleSteroidDoses()).hasSize(2);
    assertThat(sameDay.holds(Fact.NO_IMMUNOTHERAPY)).isTrue();
  }

  @Test
  void twoDaysOrACurrentOrderAreACourse() {
    Told ataxia = problem(ATAXIA, 20);
    Assessment two =
        Assessments.of(
            30,
            List.of(
                dose(DrugClass.STEROID, "dexamethasone", 5),
                dose(DrugClass.STEROID, "dexamethasone", 4)),
            ataxia);
    assertThat(two.holds(Fact.NO_IMMUNOTHERAPY)).isFalse();
    assertThat(two.immunotherapy()).hasSize(2);
    assertThat(two.singleSteroidDoses()).isEmpty();

    Assessment current =
        Assessments.of(30, List.of(drug(DrugClass.STEROID, "prednisolone", 5)), ataxia);
    assertThat(current.immunotherapy()).hasSize(1);
  }

  @Test
  void oneDoseOfIvigIsACourseAndHydrocortisoneNever() {
    Told ataxia = problem(ATAXIA, 20);
    assertThat(Assessments.of(30, List.of(dose(DrugClass.IVIG, "ivig", 5)), ataxia).immunotherapy())
        .hasSize(1);
    Assessment replaced =
        Assessments.of(30, List.of(drug(DrugClass.STEROID, "hydrocortisone", 5)), ataxia);
    assertThat(replaced.immunotherapy()).isEmpty();
    assertThat(replaced.singleSteroidDoses()).isEmpty();
    assertThat(
            Assessments.of(30, List.of(drug(DrugClass.ANTIMICROBIAL, "x", 5)), ataxia)
                .immunotherapy())
        .isEmpty();
  }

  @ParameterizedTest(name = "IVIG {0} days ago, onset 20 days ago: counts {1}")
  @CsvSource({"20, true", "21, false"})
  void onlyWhatWasGivenSinceOnsetCounts(int daysAgo, boolean counts) {
    Assessment assessment =
        Assessments.of(30, List.of(dose(DrugClass.IVIG, "ivig", daysAgo)), problem(ATAXIA, 20));
    assertThat(assessment.immunotherapy()).hasSize(counts ? 1 : 0);
  }

  @Test
  void withoutAnOnsetEverythingCounts() {
    assertThat(Assessments.of(30, List.of(dose(DrugClass.IVIG, "ivig", 900))).immunotherapy())
        .hasSize(1);
  }
}
