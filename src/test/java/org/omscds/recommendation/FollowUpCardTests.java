package org.omscds.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.AdultChart;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.RecommendationRow.Urgency;
import org.omscds.patient.Sex;
import org.omscds.recommendation.Suppressed.Reason;

/** The cards of known OMS that go by the calendar: C16, C24 and C25. */
class FollowUpCardTests {

  private static final String FOUR_REGIONS =
      "code: {text: 'MRI neck, chest, abdomen and pelvis'}, ";

  /** Known OMS that began some days ago, treated, and past its last score. */
  private static WrittenChart known(int months, int beganDaysAgo) {
    return WrittenChart.child(months).condition(oms(beganDaysAgo)).dose(ivig(beganDaysAgo));
  }

  private static String oms(int beganDaysAgo) {
    return "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@%d', recordedDate: '@%d'"
        .formatted(beganDaysAgo, beganDaysAgo);
  }

  private static String ivig(int beganDaysAgo) {
    return "medicationCodeableConcept: {text: 'Immune globulin intravenous'}, effectivePeriod:"
        + " {start: '@%d', end: '@%d'}".formatted(beganDaysAgo, beganDaysAgo - 1);
  }

  private static String searched(int daysAgo) {
    return FOUR_REGIONS + "effectiveDateTime: '@" + daysAgo + "', conclusion: 'No mass.'";
  }

  private static String ordered(String what) {
    return "code: {text: '" + what + "'}";
  }

  private static Recommendations of(WrittenChart chart) {
    return chart.consult().recommendations();
  }

  private static List<String> shown(Recommendations all, String card) {
    return all.shown().stream()
        .filter(each -> each.card().id().equals(card))
        .map(each -> each.row().indicator().name())
        .toList();
  }

  private static List<String> orders(Recommendations all, String card) {
    return all.shown().stream()
        .filter(each -> each.card().id().equals(card))
        .flatMap(each -> each.suggestions().stream())
        .flatMap(each -> each.orders().stream())
        .map(OrderDefinition::id)
        .toList();
  }

  private static List<Reason> reasons(Recommendations all, String card) {
    return all.suppressed().stream()
        .filter(each -> each.card().equals(card))
        .map(Suppressed::reason)
        .toList();
  }

  // C16 in a child: three and six months after the onset

  @ParameterizedTest(name = "onset {0} days ago, searched {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          80  | 75      |
          95  | 90      | INFO
          150 | 145     | INFO
          160 | 155     | WARNING
          95  | 90 50   |
          95  | 90 64   | INFO
          200 | 195 120 | INFO
          200 | 195 60  |
          270 | 265 190 | WARNING
          800 | 795     |
          """)
  void aChildIsSearchedAgainThreeAndSixMonthsAfterTheOnset(
      int onset, String searches, String expected) {
    WrittenChart chart = known(30 + onset / 30, onset);
    for (String day : List.of(searches.strip().split(" "))) {
      chart.report(searched(Integer.parseInt(day)));
    }
    assertThat(shown(of(chart), "C16"))
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip()));
  }

  static Stream<Arguments> noRepeatSearch() {
    return Stream.of(
        Arguments.of("nobody looked", op(chart -> chart)),
        Arguments.of(
            "urine alone is no search",
            op(chart ->
                chart.observation(
                    "code: {text: 'Urine HVA'}, valueString: 'normal', effectiveDateTime:"
                        + " '@110'"))),
        Arguments.of("the scan was before the onset", op(chart -> chart.report(searched(130)))),
        Arguments.of(
            "the report does not say that nothing was found",
            op(chart -> chart.report(FOUR_REGIONS + "effectiveDateTime: '@110'"))),
        Arguments.of(
            "a tumour is recorded",
            op(chart ->
                chart
                    .report(searched(110))
                    .condition("code: {text: 'Neuroblastoma'}, recordedDate: '@100'"))),
        Arguments.of(
            "a mass is suspected",
            op(chart ->
                chart
                    .report(searched(110))
                    .condition("code: {text: 'Suspected neuroblastoma'}, recordedDate: '@20'"))));
  }

  private static UnaryOperator<WrittenChart> op(UnaryOperator<WrittenChart> change) {
    return change;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noRepeatSearch")
  void noRepeatSearchIsDueWithoutASearchThatFoundNothing(
      String why, UnaryOperator<WrittenChart> change) {
    assertThat(shown(of(change.apply(known(30, 115))), "C16")).as(why).isEmpty();
    assertThat(shown(of(known(30, 115).report(searched(110))), "C16")).isNotEmpty();
  }

  @Test
  void onlyKnownOmsIsSearchedAgain() {
    WrittenChart suspected =
        WrittenChart.child(30)
            .condition(oms(115) + ", verificationStatus: {coding: [{code: 'provisional'}]}")
            .report(searched(110));
    assertThat(shown(of(suspected), "C16")).isEmpty();
    WrittenChart remission =
        WrittenChart.child(30)
            .condition(oms(115) + ", clinicalStatus: {coding: [{code: 'remission'}]}")
            .report(searched(110));
    assertThat(shown(of(remission), "C16")).containsExactly("INFO");
  }

  @Test
  void aSearchThatIsOrderedIsPending() {
    WrittenChart chart =
        known(30, 115).report(searched(110)).order(ordered("MRI neck, chest, abdomen and pelvis"));
    assertThat(shown(of(chart), "C16")).isEmpty();
    assertThat(reasons(of(chart), "C16")).containsExactly(Reason.PENDING);
  }

  @Test
  void onlyTheRegionsThatAreNotOrderedAreOffered() {
    WrittenChart chart = known(30, 115).report(searched(110)).order(ordered("MRI neck"));
    assertThat(orders(of(chart), "C16")).contains("W07-MRI-CAP").doesNotContain("W07-MRI-NECK");
  }

  @Test
  void aRelapseTakesThePlaceOfTheRepeatSearch() {
    WrittenChart chart =
        known(40, 200)
            .report(searched(190))
            .condition("code: {text: 'Opsoclonus'}, onsetDateTime: '@5', recordedDate: '@1'");
    assertThat(shown(of(chart), "C15")).isNotEmpty();
    assertThat(reasons(of(chart), "C16")).containsExactly(Reason.OUTRANKED);
  }

  @Test
  void theImagingGapIsSilentWhereTheScheduleSaysWhen() {
    assertThat(shown(of(known(30, 115).report(searched(110))), "C05")).isEmpty();
    assertThat(
            shown(
                of(
                    known(30, 115)
                        .report(
                            "code: {text: 'MRI abdomen'}, effectiveDateTime: '@110',"
                                + " conclusion: 'No mass.'")),
                "C05"))
        .isNotEmpty();
  }

  @Test
  void thePlaceholdersNameTheDueDateAndTheLastScan() {
    assertThat(of(known(30, 115).report(searched(110))).shown())
        .filteredOn(each -> each.card().id().equals("C16"))
        .allSatisfy(each -> assertThat(each.row().summary()).contains("{due}", "{modality}"));
  }

  // C16 in an adult: every four to six months for two years

  @ParameterizedTest(name = "onset {0} months ago, searched {1} months ago: {2}")
  @CsvSource({"6, 3, ''", "6, 4, INFO", "8, 7, WARNING", "26, 10, ''", "23, 5, INFO"})
  void anAdultIsSearchedAgainEveryFourMonthsForTwoYears(int onset, int search, String expected) {
    Consultation consultation =
        AdultChart.of(720, Sex.MALE)
            .problem("Opsoclonus-myoclonus syndrome", AdultChart.TODAY.minusMonths(onset))
            .result("Ri (ANNA-2) antibody, serum", "Positive, confirmed by immunohistochemistry")
            .report(
                "CT chest, abdomen and pelvis",
                AdultChart.TODAY.minusMonths(search),
                "No evidence of malignancy.")
            .consult();
    assertThat(shown(consultation.recommendations(), "C16"))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void theCardOfAnAdultNamesTheSourceOfAdults() {
    assertThat(Charts.KNOWLEDGE.recommendations())
        .filteredOn(row -> row.card().equals("C16"))
        .allSatisfy(row ->
            assertThat(row.ownSource().orElse("rossor2022"))
                .isEqualTo(row.id().contains("adult") ? "graus2021" : "rossor2022"));
  }

  @Test
  void anAdultWithoutAnAntibodyIsNotSearchedAgain() {
    Consultation consultation =
        AdultChart.of(720, Sex.MALE)
            .problem("Opsoclonus-myoclonus syndrome", AdultChart.TODAY.minusMonths(6))
            .report(
                "CT chest, abdomen and pelvis",
                AdultChart.TODAY.minusMonths(5),
                "No evidence of malignancy.")
            .consult();
    assertThat(shown(consultation.recommendations(), "C16")).isEmpty();
  }

  // C24

  private static final String TESTED = "code: {text: 'Neuropsychological testing'}, ";
  private static final String PLANNED = "code: {text: 'Individual education plan'}, ";

  private static String on(int daysAgo) {
    return "performedDateTime: '@" + daysAgo + "'";
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        gap("nothing on record, 2 years old", 24, chart -> chart, "W19-NEUROPSYCH"),
        gap("tested this year", 24, chart -> chart.procedure(TESTED + on(300)), ""),
        gap(
            "tested more than a year ago, before school",
            60,
            chart -> chart.procedure(TESTED + on(400)).procedure(PLANNED + on(20)),
            "W19-NEUROPSYCH"),
        gap(
            "tested more than a year ago, at school",
            90,
            chart -> chart.procedure(TESTED + on(400)).procedure(PLANNED + on(20)),
            ""),
        gap("the test is ordered", 24, chart -> chart.order(ordered("Cognitive testing")), ""),
        gap(
            "3 years old without an education plan",
            36,
            chart -> chart.procedure(TESTED + on(20)),
            "SCHOOL-PLAN"),
        gap(
            "unsteady without physiotherapy",
            24,
            chart -> chart.procedure(TESTED + on(20)).condition(sign("Ataxia")),
            "REF-PT"),
        gap(
            "unsteady with physiotherapy on its way",
            24,
            chart ->
                chart
                    .procedure(TESTED + on(20))
                    .condition(sign("Ataxia"))
                    .order(ordered("Physiotherapy")),
            ""),
        gap(
            "slurred without speech therapy",
            24,
            chart -> chart.procedure(TESTED + on(20)).condition(sign("Dysarthria")),
            "REF-SLT"),
        gap(
            "the score rates the hands",
            24,
            chart ->
                chart
                    .procedure(TESTED + on(20))
                    .observation(
                        "code: {text: 'OMS severity score'}, component: ["
                            + "{code: {text: 'stance'}, valueInteger: 0},"
                            + "{code: {text: 'gait'}, valueInteger: 0},"
                            + "{code: {text: 'arm and hand'}, valueInteger: 2},"
                            + "{code: {text: 'opsoclonus'}, valueInteger: 0},"
                            + "{code: {text: 'mood'}, valueInteger: 0},"
                            + "{code: {text: 'speech'}, valueInteger: 0}]"),
            "REF-OT"));
  }

  private static String sign(String words) {
    return "code: {text: '" + words + "'}, onsetDateTime: '@120', recordedDate: '@10'";
  }

  private static Arguments gap(
      String what, int months, UnaryOperator<WrittenChart> change, String order) {
    return Arguments.of(what, months, change, order);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("gaps")
  void theFollowUpGapIsNamedUnlessItIsDoneOrOnItsWay(
      String what, int months, UnaryOperator<WrittenChart> change, String order) {
    WrittenChart chart =
        change.apply(known(months, 120).report(searched(115)).report(searched(30)));
    Recommendations all = of(chart);
    assertThat(shown(all, "C24")).as(what).hasSize(order.isEmpty() ? 0 : 1);
    if (!order.isEmpty()) {
      assertThat(orders(all, "C24")).contains(order);
    }
  }

  @Test
  void theFirstThreeMonthsAreNoGap() {
    assertThat(shown(of(known(24, 80)), "C24")).isEmpty();
    assertThat(shown(of(known(24, 95)), "C24")).containsExactly(Urgency.INFO.name());
  }

  @Test
  void aRelapseIsNotWaitedFor() {
    WrittenChart back =
        known(24, 80)
            .observation("code: {text: 'OMS score'}, valueString: '2/15', effectiveDateTime: '@40'")
            .observation("code: {text: 'OMS score'}, valueString: '9/15', effectiveDateTime: '@4'");
    assertThat(shown(of(back), "C15")).isNotEmpty();
    assertThat(shown(of(back), "C24")).containsExactly(Urgency.INFO.name());
    assertThat(shown(of(known(24, 80)), "C24")).isEmpty();
  }

  @Test
  void whatWasNotSentIsNoGap() {
    WrittenChart unseen = known(24, 120).without("procedures").without("serviceRequests");
    assertThat(shown(of(unseen), "C24")).isEmpty();
    assertThat(shown(of(known(24, 120).without("procedures")), "C24")).isNotEmpty();
  }

  @Test
  void theWorstGapsAreNamedFirst() {
    WrittenChart chart =
        known(60, 120)
            .observation(
                "code: {text: 'OMS severity score'}, component: ["
                    + "{code: {text: 'stance'}, valueInteger: 0},"
                    + "{code: {text: 'gait'}, valueInteger: 2},"
                    + "{code: {text: 'arm and hand'}, valueInteger: 0},"
                    + "{code: {text: 'opsoclonus'}, valueInteger: 0},"
                    + "{code: {text: 'mood'}, valueInteger: 0},"
                    + "{code: {text: 'speech'}, valueInteger: 3}]");
    assertThat(chart.assessment().followUp().gaps().gaps())
        .extracting(gap -> gap.label())
        .containsExactly("speech therapy", "physiotherapy", "cognitive testing", "school plan");
  }

  @Test
  void moodAndSleepCallForPsychologyOnTheCardOfTheGap() {
    WrittenChart chart = known(24, 120).condition(sign("Insomnia"));
    assertThat(orders(of(chart), "C24")).contains("REF-PSYCHOLOGY", "REF-PSYCHIATRY");
    assertThat(orders(of(known(24, 120)), "C24")).doesNotContain("REF-PSYCHOLOGY");
  }

  // C25

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "active, confirmed, true",
    "remission, confirmed, false",
    "active, provisional, false",
    "active, refuted, false"
  })
  void resourcesAreForAConfirmedDiagnosis(String status, String verification, boolean expected) {
    WrittenChart chart =
        WrittenChart.child(30)
            .condition(
                oms(40)
                    + ", clinicalStatus: {coding: [{code: '%s'}]}, verificationStatus: {coding:"
                        .formatted(status)
                    + " [{code: '%s'}]}".formatted(verification))
            .dose(ivig(38));
    assertThat(of(chart).shows("C25")).isEqualTo(expected);
  }

  @Test
  void resourcesComeLastAndGiveWayToThreeOthers() {
    Recommendations few = of(known(24, 40));
    assertThat(few.shown().getLast().card().id()).isEqualTo("C25");
    assertThat(few.shown().getLast().suggestions()).isEmpty();

    WrittenChart many =
        WrittenChart.child(24)
            .condition(oms(40))
            .condition(sign("Opsoclonus"))
            .condition(sign("Ataxia"))
            .condition(sign("Insomnia"));
    assertThat(reasons(of(many), "C25")).containsExactly(Reason.LIMIT);
  }

  @Test
  void remissionIsSilentWhileNothingIsDue() {
    WrittenChart quiet =
        WrittenChart.child(60)
            .condition(oms(700) + ", clinicalStatus: {coding: [{code: 'remission'}]}")
            .report(searched(690))
            .report(searched(500))
            .procedure(TESTED + on(100))
            .procedure(PLANNED + on(100));
    assertThat(of(quiet).shown()).isEmpty();
  }
}
