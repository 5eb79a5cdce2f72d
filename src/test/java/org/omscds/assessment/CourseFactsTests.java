package org.omscds.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.Told.day;
import static org.omscds.finding.Told.drug;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.FEVER;
import static org.omscds.knowledge.FindingId.OMS;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Told;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;

/** Which facts of the course hold in known OMS: relapse, response, and what makes a next step. */
class CourseFactsTests {

  private static final Told KNOWN = problem(OMS, 500).recorded(490);
  private static final Told BACK = problem(OPSOCLONUS, 4).recorded(1);

  private static WrittenChart chart() {
    return WrittenChart.child(60);
  }

  private static Assessment assess(WrittenChart chart, List<Exposure> drugs, Told... told) {
    return Assessments.of(chart.record(), Told.findings(drugs, told));
  }

  private static Assessment assess(Told... told) {
    return assess(chart(), List.of(), told);
  }

  private static WrittenChart scored(WrittenChart chart, int daysAgo, String score) {
    return chart.observation(
        "code: {text: 'OMS score'}, valueString: '%s', effectiveDateTime: '@%d'"
            .formatted(score, daysAgo));
  }

  private static Exposure course(DrugClass drugClass, String name, int began, int ended) {
    return new Exposure(
        drugClass,
        name,
        false,
        false,
        day(began),
        day(ended),
        new Evidence("MedicationRequest/" + name + began, name, day(began)));
  }

  private static Exposure prednisolone(int began, int ended) {
    return course(DrugClass.STEROID, "prednisolone", began, ended);
  }

  // Relapse: "Only where OMS is recorded as confirmed or in remission"

  @Test
  void aRelapseIsNoUnconfirmedOneAndTheOtherWayRound() {
    Assessment relapse = assess(KNOWN, BACK);
    assertThat(relapse.holds(Fact.OMS_RELAPSE)).isTrue();
    assertThat(relapse.holds(Fact.OMS_RELAPSE_UNCONFIRMED)).isFalse();

    Assessment perhaps = assess(KNOWN, seen(OPSOCLONUS, 1));
    assertThat(perhaps.holds(Fact.OMS_RELAPSE)).isFalse();
    assertThat(perhaps.holds(Fact.OMS_RELAPSE_UNCONFIRMED)).isTrue();

    Assessment stable = assess(KNOWN);
    assertThat(stable.holds(Fact.OMS_RELAPSE)).isFalse();
    assertThat(stable.holds(Fact.OMS_RELAPSE_UNCONFIRMED)).isFalse();
  }

  @Test
  void onlyARelapseOfADiseaseInRemissionComesFromRemission() {
    assertThat(assess(KNOWN.overSince(100), BACK).holds(Fact.RELAPSE_FROM_REMISSION)).isTrue();
    assertThat(assess(KNOWN, BACK).holds(Fact.RELAPSE_FROM_REMISSION)).isFalse();
    assertThat(assess(KNOWN.overSince(100)).holds(Fact.RELAPSE_FROM_REMISSION)).isFalse();
    assertThat(assess(KNOWN.overSince(100), seen(OPSOCLONUS, 1)).holds(Fact.RELAPSE_FROM_REMISSION))
        .isFalse();
  }

  /** T-TAPER: the last known end of a steroid or ACTH in the 30 days before. */
  @ParameterizedTest(name = "steroid ended {0} days before the relapse: {1}")
  @CsvSource({"30, true", "31, false"})
  void aRelapseSoonAfterAnEndFollowsTheReduction(int days, boolean holds) {
    List<Exposure> drugs = List.of(prednisolone(200, days + 4));
    assertThat(assess(chart(), drugs, KNOWN, BACK).holds(Fact.WORSE_AFTER_REDUCTION))
        .isEqualTo(holds);
    assertThat(assess(chart(), drugs, KNOWN).holds(Fact.WORSE_AFTER_REDUCTION)).isFalse();
  }

  @Test
  void alsoWhatIsNotYetClearFollowsAReduction() {
    assertThat(
            assess(chart(), List.of(prednisolone(200, 10)), KNOWN, seen(OPSOCLONUS, 1))
                .holds(Fact.WORSE_AFTER_REDUCTION))
        .isTrue();
  }

  /** T-INF: fever in the 14 days before or during. */
  @ParameterizedTest(name = "fever {0} days before the relapse: {1}")
  @CsvSource({"14, true", "15, false"})
  void aRelapseMayComeWithAnInfection(int days, boolean holds) {
    Told fever = seen(FEVER, days + 4);
    assertThat(assess(KNOWN, BACK, fever).holds(Fact.WORSE_WITH_INFECTION)).isEqualTo(holds);
    assertThat(assess(KNOWN, BACK).holds(Fact.WORSE_WITH_INFECTION)).isFalse();
    assertThat(assess(KNOWN, fever).holds(Fact.WORSE_WITH_INFECTION)).isFalse();
  }

  @Test
  void aRelapseBeginsOnOrOffASteroid() {
    assertThat(assess(KNOWN, BACK).holds(Fact.WORSE_OFF_STEROID)).isTrue();
    assertThat(
            assess(chart(), List.of(drug(DrugClass.STEROID, "prednisolone", 100)), KNOWN, BACK)
                .holds(Fact.WORSE_OFF_STEROID))
        .isFalse();
  }

  @Test
  void anExacerbationHasNoFactsOfARelapse() {
    Told shortly = problem(OPSOCLONUS, 2).recorded(1);
    Assessment exacerbation =
        assess(chart(), List.of(prednisolone(200, 10)), KNOWN, shortly, seen(FEVER, 3));

    assertThat(
            List.of(
                Fact.OMS_RELAPSE,
                Fact.OMS_RELAPSE_UNCONFIRMED,
                Fact.WORSE_AFTER_REDUCTION,
                Fact.WORSE_WITH_INFECTION,
                Fact.WORSE_OFF_STEROID))
        .noneMatch(exacerbation::holds);
  }

  /** "two or more relapses that began within 30 days of the end of a steroid or ACTH" */
  @ParameterizedTest(name = "relapses {0} and {1} days after the ends: {2}")
  @CsvSource({"30, 30, true", "31, 30, false", "30, 31, false"})
  void twoRelapsesAfterTwoEndsAreSteroidDependence(int first, int second, boolean holds) {
    Told earlier = problem(OPSOCLONUS, 320 - first).overSince(260);
    Assessment twice =
        assess(
            chart(),
            List.of(prednisolone(400, 320), prednisolone(200, second + 4)),
            KNOWN,
            earlier,
            BACK);
    assertThat(twice.holds(Fact.STEROID_DEPENDENT)).isEqualTo(holds);
    assertThat(twice.holds(Fact.OMS_RELAPSE)).isTrue();
  }

  // A steroid or ACTH that is given for more than four weeks, and a fall of 2 points or more

  @ParameterizedTest(name = "{0} for {1} days, from {2} to {3}: {4}")
  @CsvSource({
    "STEROID, 29, 9, 7, true",
    "STEROID, 28, 9, 7, false",
    "STEROID, 29, 9, 8, false",
    "STEROID, 29, 7, 9, false",
    "ACTH, 29, 9, 7, true",
    "IVIG, 29, 9, 7, false"
  })
  void aSteroidWorksAfterFourWeeksAndAMeaningfulFall(
      DrugClass drugClass, int days, int before, int after, boolean works) {
    WrittenChart chart = scored(scored(chart(), days, before + "/15"), 0, after + "/15");
    Exposure given = drug(drugClass, "the drug", days);

    assertThat(assess(chart, List.of(given), KNOWN).holds(Fact.STEROID_WORKS)).isEqualTo(works);
  }

  @Test
  void aSteroidThatEndedDoesNotWork() {
    WrittenChart chart = scored(scored(chart(), 60, "9/15"), 0, "5/15");
    Exposure ivig = drug(DrugClass.IVIG, "immune globulin IV", 60);

    assertThat(assess(chart, List.of(ivig, prednisolone(60, 5)), KNOWN).holds(Fact.STEROID_WORKS))
        .isFalse();
  }

  @Test
  void withoutTwoScoresNobodyKnowsWhetherASteroidWorks() {
    Exposure steroid = drug(DrugClass.STEROID, "prednisolone", 60);

    assertThat(
            assess(scored(chart(), 0, "5/15"), List.of(steroid), KNOWN).holds(Fact.STEROID_WORKS))
        .isFalse();
  }

  // Severity: bands of the last score; a relapse counts as well

  @ParameterizedTest(name = "last score {0}: {1}")
  @CsvSource({
    "0/15, false",
    "5/15, false",
    "6/15, true",
    "10/15, true",
    "11/15, true",
    "6/18, false",
    "7/18, true",
    "13/18, true",
    "30/36, false",
    "8, false"
  })
  void theLastScoreIsModerateOrSevere(String score, boolean holds) {
    assertThat(
            assess(scored(chart(), 1, score), List.of(), KNOWN).holds(Fact.MODERATE_OR_RELAPSING))
        .isEqualTo(holds);
  }

  @Test
  void aRelapseCountsLikeAModerateScore() {
    assertThat(assess(KNOWN, BACK).holds(Fact.MODERATE_OR_RELAPSING)).isTrue();
    assertThat(assess(KNOWN, seen(OPSOCLONUS, 1)).holds(Fact.MODERATE_OR_RELAPSING)).isFalse();
    assertThat(assess(KNOWN).holds(Fact.MODERATE_OR_RELAPSING)).isFalse();
  }

  @Test
  void withoutKnownOmsAScoreIsNoFactOfACourse() {
    WrittenChart chart = scored(chart(), 1, "12/15");

    assertThat(assess(chart, List.of(), KNOWN).holds(Fact.MODERATE_OR_RELAPSING)).isTrue();
    assertThat(assess(chart, List.of(), KNOWN.unconfirmed()).holds(Fact.MODERATE_OR_RELAPSING))
        .isFalse();
    assertThat(assess(chart, List.of()).holds(Fact.MODERATE_OR_RELAPSING)).isFalse();
  }

  // The published escalation: called for, baseline tests done, neurology asked, no infection

  private static WrittenChart tested(List<String> orders) {
    WrittenChart chart = chart();
    orders.forEach(order -> chart.procedure(done(order)));
    return chart;
  }

  private static String done(String order) {
    return "code: {coding: [{system: 'urn:oms-cds:order', code: '" + order + "'}]}";
  }

  private static List<String> baseline() {
    return new ArrayList<>(Charts.KNOWLEDGE.orderGroups().get("BASELINE"));
  }

  private static WrittenChart prepared() {
    return asked(tested(baseline()), 90);
  }

  private static WrittenChart asked(WrittenChart chart, int daysAgo) {
    return chart.order(done("REF-NEURO") + ", authoredOn: '@" + daysAgo + "'");
  }

  private static boolean isReady(WrittenChart chart, Told... told) {
    return assess(chart, List.of(), told).holds(Fact.ESCALATION_READY);
  }

  @ParameterizedTest(name = "last score {0}: {1}")
  @CsvSource({"10/15, false", "11/15, true", "12/18, false", "13/18, true", "30/36, false"})
  void aSevereScoreCallsForTheNextStep(String score, boolean ready) {
    assertThat(isReady(scored(prepared(), 1, score), KNOWN)).isEqualTo(ready);
  }

  @Test
  void aRelapseCallsForTheNextStep() {
    assertThat(isReady(prepared(), KNOWN, BACK)).isTrue();
    assertThat(isReady(prepared(), KNOWN, seen(OPSOCLONUS, 1))).isFalse();
    assertThat(isReady(prepared(), KNOWN)).isFalse();
  }

  /** Inadequate at week 12, which begins on day 77; week 6 does not call for it. */
  @ParameterizedTest(name = "treated for {0} days, from 9 to {1}: {2}")
  @CsvSource({"77, 8, true", "76, 8, false", "77, 5, false"})
  void anInadequateResponseAtWeekTwelveCallsForTheNextStep(int days, int after, boolean ready) {
    WrittenChart chart = scored(scored(prepared(), days, "9/15"), 0, after + "/15");

    assertThat(
            assess(chart, List.of(drug(DrugClass.ACTH, "corticotropin", days)), KNOWN)
                .holds(Fact.ESCALATION_READY))
        .isEqualTo(ready);
  }

  @Test
  void everyBaselineTestMustBeDone() {
    List<String> some = baseline();
    String missing = some.removeFirst();
    WrittenChart chart = asked(scored(tested(some), 1, "12/15"), 1);

    assertThat(isReady(chart, KNOWN)).isFalse();
    assertThat(isReady(chart.order(done(missing)), KNOWN)).isFalse();
    assertThat(isReady(chart.procedure(done(missing)), KNOWN)).isTrue();
  }

  @ParameterizedTest(name = "neurology asked {0} days ago: {1}")
  @CsvSource({"0, true", "90, true", "91, false"})
  void neurologyMustHaveBeenAskedInTheLastThreeMonths(int daysAgo, boolean ready) {
    WrittenChart chart = scored(tested(baseline()), 1, "12/15");
    assertThat(isReady(chart, KNOWN)).isFalse();
    assertThat(isReady(asked(chart, daysAgo), KNOWN)).isEqualTo(ready);
  }

  /** Fever in the last 7 days. */
  @ParameterizedTest(name = "fever {0} days ago: {1}")
  @CsvSource({"7, false", "8, true"})
  void anActiveInfectionHoldsTheNextStepBack(int daysAgo, boolean ready) {
    WrittenChart chart = scored(prepared(), 1, "12/15");

    assertThat(isReady(chart, KNOWN, seen(FEVER, daysAgo))).isEqualTo(ready);
  }
}
