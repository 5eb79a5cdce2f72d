package org.omscds.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.AdultChart;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.Sex;

/** The further workup: each order is offered where its trigger says so, and not twice. */
class WorkupFactsTests {

  private static final String IMAGED =
      "code: {text: 'MRI neck, chest, abdomen and pelvis'}, effectiveDateTime: '@3'";
  private static final String MIBG =
      "code: {text: 'MIBG scintigraphy'}, effectiveDateTime: '@2', conclusion: 'No uptake.'";

  private static WrittenChart threeOfFour(int months) {
    return WrittenChart.child(months)
        .condition(sign("Opsoclonus"))
        .condition(sign("Ataxia"))
        .condition(sign("Insomnia"));
  }

  private static String sign(String words) {
    return "code: {text: '" + words + "'}, onsetDateTime: '@5', recordedDate: '@5'";
  }

  private static Set<String> offered(Consultation consultation) {
    Set<String> offered = new TreeSet<>();
    consultation.recommendations().shown().stream()
        .flatMap(each -> each.suggestions().stream())
        .flatMap(each -> each.orders().stream())
        .map(OrderDefinition::id)
        .forEach(offered::add);
    return offered;
  }

  static Stream<Arguments> triggers() {
    return Stream.of(
        offer("W02", "four regions imaged", chart -> chart.report(IMAGED)),
        offer("W02", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer("W04-NSE", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer("W04-LDH", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer("W04-FERRITIN", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer("W05", "nothing by MRI and MIBG", chart -> chart.report(IMAGED).report(MIBG)),
        offer("W06", "nothing by MRI and MIBG", chart -> chart.report(IMAGED).report(MIBG)),
        offer(
            "W06",
            "a tumour that MIBG did not show",
            chart -> chart.condition(sign("Neuroblastoma")).report(MIBG)),
        offer("W08-SURGERY", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer("W08-MDT", "a tumour is found", chart -> chart.condition(sign("Neuroblastoma"))),
        offer(
            "B13",
            "dapsone",
            chart -> chart.drug("medicationCodeableConcept: {text: 'Dapsone 50 mg'}")));
  }

  private static Arguments offer(String order, String what, UnaryOperator<WrittenChart> change) {
    return Arguments.of(order, what, change);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("triggers")
  void anOrderIsOfferedWhereItsTriggerIsThereAndOnlyThere(
      String order, String what, UnaryOperator<WrittenChart> change) {
    assertThat(offered(change.apply(threeOfFour(30)).consult())).as(what).contains(order);
    assertThat(offered(threeOfFour(30).consult())).doesNotContain(order);
  }

  @ParameterizedTest(name = "{0} is ordered: {1}")
  @CsvSource({
    "W02, MIBG scan",
    "W04-NSE, Neuron specific enolase",
    "W08-SURGERY, Paediatric surgery",
    "W08-MDT, Tumour board",
    "W19-NEUROPSYCH, Developmental assessment",
    "B05, Lymphocyte subsets"
  })
  void whatIsOnItsWayIsNotOfferedAgain(String order, String words) {
    WrittenChart chart = threeOfFour(30).condition(sign("Neuroblastoma"));
    assertThat(offered(chart.consult())).contains(order);
    assertThat(offered(chart.order("code: {text: '" + words + "'}").consult()))
        .doesNotContain(order);
  }

  @ParameterizedTest(name = "at {0} months: {1}")
  @CsvSource({"30, true", "95, true", "96, false", "150, false"})
  void anAnaestheticIsForYoungChildrenWithSomethingToDo(int months, boolean expected) {
    assertThat(offered(threeOfFour(months).consult()).contains("W20")).isEqualTo(expected);
    Assessment done =
        threeOfFour(months)
            .report(IMAGED)
            .report("code: {text: 'MRI brain'}")
            .procedure("code: {text: 'Lumbar puncture'}")
            .assessment();
    assertThat(done.holds(Fact.ANAESTHETIC_LIKELY)).isFalse();
  }

  @ParameterizedTest(name = "at {0} months: {1}")
  @CsvSource({"119, false", "120, true", "200, true"})
  void aPregnancyTestIsForThoseWhoMayBePregnant(int months, boolean expected) {
    assertThat(offered(threeOfFour(months).consult()).contains("B11")).isEqualTo(expected);
    assertThat(
            offered(
                threeOfFour(months)
                    .observation("code: {text: 'Pregnancy test'}, valueString: 'negative'")
                    .consult()))
        .doesNotContain("B11");
  }

  @Test
  void aManOrAWomanOf55NeedsNone() {
    assertThat(offered(AdultChart.of(480, Sex.FEMALE).signs().consult())).contains("B11");
    assertThat(offered(AdultChart.of(660, Sex.FEMALE).signs().consult())).doesNotContain("B11");
    assertThat(offered(AdultChart.of(480, Sex.MALE).signs().consult())).doesNotContain("B11");
  }

  static Stream<Arguments> geneticClues() {
    return Stream.of(
        offer("W21", "attacks", chart -> chart.condition(sign("Recurrent episodes"))),
        offer(
            "W21",
            "the sign in the family",
            chart ->
                chart.observation(
                    "code: {text: 'Note'}, valueString: 'Family history of ataxia'")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("geneticClues")
  void geneticsIsForAHereditaryClue(String order, String what, UnaryOperator<WrittenChart> change) {
    WrittenChart two =
        WrittenChart.child(30).condition(sign("Opsoclonus")).condition(sign("Ataxia"));
    assertThat(offered(two.consult())).doesNotContain(order);
    assertThat(change.apply(two).assessment().holds(Fact.GENETICS_CALLED_FOR)).as(what).isTrue();
    assertThat(offered(two.consult())).as(what).contains(order);
  }

  @ParameterizedTest(name = "for {0} days, known {1}: {2}")
  @CsvSource({"100, false, true", "80, false, false", "100, true, false"})
  void aChronicAtaxiaWithoutADiagnosisCallsForGenetics(int days, boolean known, boolean expected) {
    String dates = ", onsetDateTime: '@%d', recordedDate: '@2'".formatted(days);
    WrittenChart chart = WrittenChart.child(30).condition("code: {text: 'Ataxia'}" + dates);
    if (known) {
      chart.condition("code: {text: 'Opsoclonus-myoclonus syndrome'}" + dates);
    }
    assertThat(chart.assessment().holds(Fact.GENETICS_CALLED_FOR)).isEqualTo(expected);
  }

  @Test
  void adultsGetTheirOwnRows() {
    Set<String> adult = offered(AdultChart.withSigns().consult());
    assertThat(adult).contains("AD7", "AD8", "AD10", "AD9").doesNotContain("W11", "W10", "B07");
  }

  @Test
  void theBaselineOfAChildHoldsNoTestOfAdults() {
    assertThat(offered(threeOfFour(30).consult()))
        .contains("B05", "W19-SCORE")
        .doesNotContain("B07", "B10", "B11", "B12", "B13", "B14", "B15");
  }

  // A long steroid: eyes, bones, diet; trazodone: ECG

  private static WrittenChart known(String drug, int sinceDaysAgo) {
    return WrittenChart.child(24)
        .condition(
            "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@150',"
                + " recordedDate: '@150'")
        .report(
            "code: {text: 'MRI neck, chest, abdomen and pelvis'}, effectiveDateTime: '@40',"
                + " conclusion: 'No mass.'")
        .drug(
            "medicationCodeableConcept: {text: '%s'}, authoredOn: '@%d'"
                .formatted(drug, sinceDaysAgo));
  }

  @ParameterizedTest(name = "{0} since {1} days: {2}")
  @CsvSource({
    "Prednisolone, 100, true",
    "Prednisolone, 90, true",
    "Prednisolone, 80, false",
    "Ibuprofen, 100, false"
  })
  void aLongSteroidCallsForEyesBonesAndDiet(String drug, int days, boolean expected) {
    Set<String> orders = offered(known(drug, days).consult());
    for (String order : List.of("B16-EYES", "B16-BONE", "REF-DIETITIAN")) {
      assertThat(orders.contains(order)).as(order).isEqualTo(expected);
    }
  }

  @Test
  void trazodoneCallsForAnEcg() {
    assertThat(offered(known("Trazodone", 20).consult())).contains("B15");
    assertThat(offered(known("Melatonin", 20).consult())).doesNotContain("B15");
  }
}
