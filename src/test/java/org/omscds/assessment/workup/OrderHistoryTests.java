package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.OrderDefinition;

/** What was done lately, what is on its way, and what is due. */
class OrderHistoryTests {

  private static WrittenChart child() {
    return WrittenChart.child(30);
  }

  private static String state(WrittenChart chart, String order) {
    return state(chart, order, Optional.empty());
  }

  private static String state(WrittenChart chart, String order, Optional<LocalDate> onset) {
    OrderHistory.State state =
        chart.assessment().orders().state(Charts.KNOWLEDGE.order(order), onset);
    return switch (state) {
      case OrderHistory.State.Done _ -> "done";
      case OrderHistory.State.Pending _ -> "pending";
      case OrderHistory.State.Due _ -> "due";
    };
  }

  private static final String NEUROLOGY = "code: {text: 'Neurology consultation'}";

  @Test
  void nothingIsDue() {
    assertThat(state(child(), "REF-NEURO")).isEqualTo("due");
    assertThat(state(child().order("code: {text: 'Physiotherapy'}"), "REF-NEURO")).isEqualTo("due");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code: {text: 'Neurology consultation'}",
        "code: {coding: [{system: 'http://snomed.info/sct', code: '308474002'}]}",
        "code: {coding: [{system: 'urn:oms-cds:order', code: 'REF-NEURO'}]}",
        "code: {coding: [{system: 'http://local', code: 'N1', display: 'Neurology consult'}]}"
      })
  void anOrderIsKnownByItsCodeOrItsWords(String code) {
    assertThat(state(child().order(code), "REF-NEURO")).isEqualTo("pending");
    assertThat(state(child().procedure(code), "REF-NEURO")).isEqualTo("done");
    assertThat(state(child().order(code), "REF-ONC")).isEqualTo("due");
  }

  @Test
  void whereACodeIsKnownTheWordsAreNotRead() {
    String body =
        "code: {coding: [{system: 'http://snomed.info/sct', code: '183529009'}],"
            + " text: 'Neurology consultation'}";
    assertThat(state(child().order(body), "REF-ONC")).isEqualTo("pending");
    assertThat(state(child().order(body), "REF-NEURO")).isEqualTo("due");
  }

  // "as done when a result or procedure is at most `look-back-days` old": 30 for neurology

  @ParameterizedTest(name = "done {0} days ago: {1}")
  @CsvSource({"0, done", "30, done", "31, due"})
  void whatWasDoneCountsInsideItsLookBack(int daysAgo, String state) {
    String dated = ", performedDateTime: '@" + daysAgo + "'";
    assertThat(state(child().procedure(NEUROLOGY + dated), "REF-NEURO")).isEqualTo(state);
  }

  @Test
  void anUndatedProcedureIsNotDone() {
    assertThat(state(child().procedure(NEUROLOGY + ", performedDateTime: ''"), "REF-NEURO"))
        .isEqualTo("due");
  }

  // Some results count only since the neurological onset

  @Test
  void someResultsCountOnlySinceTheOnset() {
    OrderDefinition order =
        Charts.KNOWLEDGE.orders().values().stream()
            .filter(each -> each.afterOnset() && !each.words().isEmpty())
            .filter(each -> each.lookBackDays() >= 10)
            .findFirst()
            .orElseThrow();
    WrittenChart chart =
        child().report("code: {text: '" + order.words().getFirst() + "'}, effectiveDateTime: '@5'");
    LocalDate done = TestCharts.TODAY.minusDays(5);
    assertThat(state(chart, order.id(), Optional.empty())).isEqualTo("done");
    assertThat(state(chart, order.id(), Optional.of(done))).isEqualTo("done");
    assertThat(state(chart, order.id(), Optional.of(done.plusDays(1)))).isEqualTo("due");
    assertThat(state(child().procedure(NEUROLOGY), "REF-NEURO", Optional.of(TestCharts.TODAY)))
        .isEqualTo("done");
  }

  // "An order that stood open for more than 180 days is no longer on its way."

  @ParameterizedTest(name = "ordered {0} days ago: {1}")
  @CsvSource({"0, pending", "180, pending", "181, due"})
  void anOpenOrderIsOnItsWayForHalfAYear(int daysAgo, String state) {
    String dated = ", authoredOn: '@" + daysAgo + "'";
    assertThat(state(child().order(NEUROLOGY + dated), "REF-NEURO")).isEqualTo(state);
  }

  @Test
  void anUndatedOrderIsOnItsWay() {
    assertThat(state(child().order(NEUROLOGY + ", authoredOn: ''"), "REF-NEURO"))
        .isEqualTo("pending");
  }

  @ParameterizedTest(name = "an order that is {0} is {1}")
  @CsvSource({"active, pending", "draft, pending", "completed, done", "revoked, due"})
  void theStatusOfAnOrderTellsHowFarItHasCome(String status, String state) {
    assertThat(state(child().order(NEUROLOGY + ", status: '" + status + "'"), "REF-NEURO"))
        .isEqualTo(state);
  }

  // NO_NEUROLOGY_REQUEST: nobody asked in the last 24 hours

  @ParameterizedTest(name = "{0} order of {1} days ago: nobody asked {2}")
  @CsvSource({
    "active, 0, false",
    "active, 1, false",
    "active, 2, true",
    "completed, 1, false",
    "revoked, 0, true"
  })
  void neurologyWasAskedWithinADay(String status, int daysAgo, boolean nobody) {
    WrittenChart chart =
        child().order(NEUROLOGY + ", status: '" + status + "', authoredOn: '@" + daysAgo + "'");
    assertThat(chart.assessment().holds(Fact.NO_NEUROLOGY_REQUEST)).isEqualTo(nobody);
    WrittenChart other = child().order("code: {text: 'Oncology consultation'}, authoredOn: '@0'");
    assertThat(other.assessment().holds(Fact.NO_NEUROLOGY_REQUEST)).isTrue();
  }

  // NEUROLOGY_PLAN: OMS is diagnosed and neurology was asked in the last 90 days

  @ParameterizedTest(name = "asked {0} days ago: plan {1}")
  @CsvSource({"90, true", "91, false"})
  void aDiagnosisWithNeurologyIsAPlan(int daysAgo, boolean plan) {
    String order = NEUROLOGY + ", authoredOn: '@" + daysAgo + "'";
    String oms = "code: {text: 'Opsoclonus-myoclonus syndrome'}, recordedDate: '@100'";
    assertThat(child().order(order).condition(oms).assessment().holds(Fact.NEUROLOGY_PLAN))
        .isEqualTo(plan);
    assertThat(child().order(order).assessment().holds(Fact.NEUROLOGY_PLAN)).isFalse();
  }

  // Results: an Observation with a value or an interpretation, final

  private static final String HVA = "code: {text: 'Urine HVA and VMA'}";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          valueString: 'normal' | true
          interpretation: [{coding: [{code: 'N'}]}] | true
          note: [{text: 'sample lost'}] | false
          dataAbsentReason: {coding: [{code: 'unknown'}]} | false
          valueString: 'normal', status: 'preliminary' | false
          valueString: 'normal', status: 'cancelled' | false
          """)
  void aResultIsAFinalObservationWithAnAnswer(String answer, boolean counts) {
    var orders = child().observation(HVA + ", " + answer).assessment().orders();
    assertThat(orders.results().isEmpty()).isEqualTo(!counts);
    assertThat(orders.results())
        .allSatisfy(
            result -> assertThat(result.evidence().reference()).isEqualTo("Observation/r1"));
  }

  @Test
  void reportsAndStudiesAreResultsOnceTheyAreThere() {
    assertThat(child().report(HVA).assessment().orders().results()).hasSize(1);
    assertThat(child().report(HVA + ", status: 'preliminary'").assessment().orders().results())
        .isEmpty();
    assertThat(state(child().study("description: 'MRI brain'"), "W10")).isEqualTo("done");
    assertThat(state(child().study("procedureCode: [{text: 'MRI brain'}]"), "W10"))
        .isEqualTo("done");
    assertThat(state(child().study("description: 'MRI brain', status: 'cancelled'"), "W10"))
        .isEqualTo("due");
  }

  @Test
  void whatNobodyKnowsIsNoResult() {
    assertThat(child().report("code: {text: 'Letter'}").assessment().orders().results()).isEmpty();
    assertThat(child().order("code: {text: 'Letter'}").assessment().orders().requests()).isEmpty();
  }
}
