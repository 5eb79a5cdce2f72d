package org.omscds.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.recommendation.Suppressed.Reason;

/** What is shown, in which order, what is held back, and what a card still suggests. */
class RecommenderTests {

  private static WrittenChart threeOfFour() {
    return WrittenChart.child(30)
        .condition("code: {text: 'Opsoclonus'}, onsetDateTime: '@5', recordedDate: '@5'")
        .condition("code: {text: 'Ataxia'}, onsetDateTime: '@5', recordedDate: '@5'")
        .condition("code: {text: 'Insomnia'}, onsetDateTime: '@5', recordedDate: '@5'");
  }

  private static Recommendations of(WrittenChart chart) {
    return chart.consult().recommendations();
  }

  private static List<String> cards(WrittenChart chart) {
    return of(chart).shown().stream().map(each -> each.card().id()).toList();
  }

  private static List<String> orders(WrittenChart chart) {
    return of(chart).shown().stream()
        .flatMap(each -> each.suggestions().stream())
        .flatMap(each -> each.orders().stream())
        .map(OrderDefinition::id)
        .toList();
  }

  private static List<String> labels(WrittenChart chart) {
    return of(chart).shown().stream()
        .flatMap(each -> each.suggestions().stream())
        .map(OfferedSuggestion::label)
        .toList();
  }

  @Test
  void theMostUrgentCardComesFirst() {
    assertThat(cards(threeOfFour())).containsExactly("C01", "C26", "C05");
    assertThat(of(threeOfFour()).shows("C26")).isTrue();
    assertThat(of(threeOfFour()).shows("C02")).isFalse();
    assertThat(of(WrittenChart.child(30)).shows("C01")).isFalse();
  }

  @Test
  void priorityDecidesTheOrderAndNotTheTable() {
    List<Integer> priorities =
        of(threeOfFour()).shown().stream().map(each -> each.card().priority()).toList();
    assertThat(priorities).isSorted();
  }

  @Test
  void aRecordOfSomebodyWhoHasDiedShowsNothingAndSaysSo() {
    Recommendations dead = of(threeOfFour().deceased());
    assertThat(dead.shown()).isEmpty();
    assertThat(dead.suppressed())
        .extracting(Suppressed::reason)
        .isNotEmpty()
        .containsOnly(Reason.DECEASED);
    assertThat(of(threeOfFour().deceased()).suppressed())
        .extracting(Suppressed::card)
        .contains("C01", "C05");
  }

  @Test
  void theImagingGapIsSilentWhileAllThatIsMissingIsOrdered() {
    WrittenChart ordered = threeOfFour().order("code: {text: 'Whole body MRI'}");
    assertThat(cards(ordered)).doesNotContain("C05");
    assertThat(of(ordered).suppressed())
        .filteredOn(each -> each.card().equals("C05"))
        .extracting(Suppressed::reason)
        .containsExactly(Reason.PENDING);
    assertThat(cards(threeOfFour().order("code: {text: 'MRI neck'}"))).contains("C05");
  }

  // The fewest scans that cover the regions to order and nothing else

  @ParameterizedTest(name = "after {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MRI brain | W01-MRI-NECK W01-MRI-CAP W01-CT-NECK W01-CT-CAP
          MRI neck | W01-MRI-CAP W01-CT-CAP
          MRI chest | W01-MRI-NECK W01-MRI-AP W01-CT-NECK W01-CT-AP
          MRI abdomen | W01-MRI-NECK W01-MRI-CHEST W01-MRI-PELVIS W01-CT-NECK W01-CT-CHEST W01-CT-PELVIS
          MRI neck, chest and abdomen | W01-MRI-PELVIS W01-CT-PELVIS
          """)
  void theFewestScansCoverWhatIsMissing(String done, String scans) {
    WrittenChart chart = threeOfFour().report("code: {text: '" + done + "'}");
    assertThat(orders(chart))
        .filteredOn(each -> each.startsWith("W01"))
        .containsExactlyInAnyOrder(scans.split(" "));
  }

  @Test
  void theScansStandFromTheNeckDownwards() {
    assertThat(orders(threeOfFour()))
        .filteredOn(each -> each.startsWith("W01"))
        .containsExactly("W01-MRI-NECK", "W01-MRI-CAP", "W01-CT-NECK", "W01-CT-CAP");
  }

  @Test
  void whatAnotherCardOffersIsLeftOutOfTheLabelToo() {
    WrittenChart twoOfFour = ofTwo("@5");
    assertThat(cards(twoOfFour)).contains("C02", "C05");
    assertThat(labels(twoOfFour))
        .contains("MRI brain (one anaesthetic with the body scan if that is to come)")
        .noneMatch(each -> each.contains("with MRI brain"));
    assertThat(labels(twoOfFour.report("code: {text: 'MRI brain'}")))
        .noneMatch(each -> each.contains("MRI brain"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"done", "ordered"})
  void aScanThatIsDoneOrOrderedIsNotInTheLabelOfTheOtherOne(String how) {
    String scan = "code: {text: 'Whole body MRI'}";
    WrittenChart chart = how.equals("done") ? ofTwo("@5").report(scan) : ofTwo("@5").order(scan);
    assertThat(cards(chart)).contains("C02").doesNotContain("C05");
    assertThat(labels(chart))
        .contains("MRI brain (one anaesthetic with the body scan if that is to come)")
        .noneMatch(each -> each.contains("neck, chest, abdomen"));
  }

  @Test
  void aSuggestionWithNothingLeftToOrderIsGone() {
    assertThat(labels(threeOfFour())).contains("Contact neurology today");
    assertThat(labels(threeOfFour().order("code: {text: 'Neurology consultation'}")))
        .doesNotContain("Contact neurology today");
  }

  // Under 72 hours the card offers toxicology itself; later only the mimic calls for it.
  @ParameterizedTest(name = "{0}")
  @CsvSource({"@1, toxicology", "@5, mimic-toxic-ingestion"})
  void aTestIsOfferedOnceInACardByTheCardOrByTheMimic(String onset, String suggestion) {
    WrittenChart chart =
        ofTwo(onset)
            .condition("code: {text: 'Vomiting'}, onsetDateTime: '@1', recordedDate: '@1'")
            .condition("code: {text: 'Encephalopathy'}, onsetDateTime: '@1', recordedDate: '@1'")
            .condition("code: {text: 'Fever'}, onsetDateTime: '@1', recordedDate: '@1'")
            .condition("code: {text: 'Seizure'}, onsetDateTime: '@1', recordedDate: '@1'");
    assertThat(of(chart).shown())
        .filteredOn(each -> each.card().id().equals("C02"))
        .flatExtracting(Recommendation::suggestions)
        .filteredOn(each -> each.orders().stream().anyMatch(order -> order.id().equals("W14")))
        .extracting(OfferedSuggestion::id)
        .containsExactly(suggestion);
  }

  private static WrittenChart ofTwo(String onset) {
    String dates = "onsetDateTime: '" + onset + "', recordedDate: '" + onset + "'";
    return WrittenChart.child(30)
        .condition("code: {text: 'Opsoclonus'}, " + dates)
        .condition("code: {text: 'Ataxia'}, " + dates);
  }

  @Test
  void aLabelNamesTheRegionsThatAreLeft() {
    assertThat(labels(threeOfFour())).anyMatch(each -> each.contains("neck, chest, abdomen"));
    assertThat(labels(threeOfFour().report("code: {text: 'MRI neck and chest'}")))
        .noneMatch(each -> each.contains("neck"))
        .anyMatch(each -> each.contains("abdomen and pelvis") || each.contains("abdomen, pelvis"));
  }

  @Test
  void whatIsDoneOrOnItsWayIsNotSuggested() {
    String neurology = "code: {text: 'Neurology consultation'}";
    assertThat(orders(threeOfFour())).contains("REF-NEURO");
    assertThat(orders(threeOfFour().order(neurology))).doesNotContain("REF-NEURO");
    assertThat(orders(threeOfFour().procedure(neurology))).doesNotContain("REF-NEURO");
  }

  @Test
  void anAllergyTakesTheDrugOutAndSaysSo() {
    WrittenChart chart = threeOfFour().allergy("code: {text: 'Immunoglobulin'}");
    List<String> leftOut =
        of(chart).shown().stream().flatMap(each -> each.leftOut().stream()).toList();
    assertThat(leftOut)
        .isNotEmpty()
        .allMatch(each ->
            each.contains("is left out: an allergy to this class of drug is recorded")
                && each.contains("AllergyIntolerance/r4"));
    assertThat(orders(chart).stream().anyMatch(each -> each.contains("IVIG"))).isFalse();
    assertThat(orders(threeOfFour()).stream().anyMatch(each -> each.contains("IVIG"))).isTrue();
    assertThat(of(threeOfFour()).shown()).allMatch(each -> each.leftOut().isEmpty());
  }

  @Test
  void anotherAllergyTakesNothingOut() {
    assertThat(orders(threeOfFour().allergy("code: {text: 'Penicillin'}")))
        .isEqualTo(orders(threeOfFour()));
  }

  @Test
  void aHookIsKnownByItsName() {
    assertThat(Hook.named("patient-view")).contains(Hook.PATIENT_VIEW);
    assertThat(Hook.named("order-sign-later")).isEmpty();
    for (Hook hook : Hook.values()) {
      assertThat(Hook.named(hook.hookName())).contains(hook);
    }
  }
}
