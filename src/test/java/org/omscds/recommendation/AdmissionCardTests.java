package org.omscds.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.omscds.recommendation.Situation.fires;
import static org.omscds.recommendation.Situation.silent;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.card.CallContext;
import org.omscds.card.CardWriter;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.WrittenChart;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.wire.Action;
import org.omscds.wire.ActionType;

/**
 * The cards of the problem list and of discharge: when each fires, when it does not, what takes its
 * place, and what is done or on its way.
 */
class AdmissionCardTests {

  private static final String OMS =
      "code: {text: 'Opsoclonus-myoclonus syndrome', coding: [{system:"
          + " 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G25.3'}]},"
          + " onsetDateTime: '@20', recordedDate: '@0'";
  private static final String SPECIFIC =
      "code: {coding: [{system: 'http://snomed.info/sct', code: '230350000'}]}, recordedDate: '@0'";
  private static final String KNOWN_OMS =
      "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@60', recordedDate: '@60'";
  private static final String NEUROBLASTOMA = "code: {text: 'Neuroblastoma'}, recordedDate: '@3'";
  private static final String ATAXIA =
      "code: {text: 'Acute ataxia'}, onsetDateTime: '@2', recordedDate: '@2'";

  static List<Situation> omsAdded() {
    Hook hook = Hook.PROBLEM_LIST_ITEM_CREATE;
    return List.of(
        fires("C19", hook, chart -> chart.addsProblem(OMS), "warning")
            .offering("CARE-PATHWAY", "W19-SCORE", "W01-MRI-NECK", "NEURO-14D", "CARE-TEAM"),
        fires("C19", hook, chart -> chart.addsProblem(OMS).condition(NEUROBLASTOMA), "info")
            .named("the tumour is known")
            .notOffering("W01-MRI-NECK"),
        fires(
                "C19",
                Hook.PATIENT_VIEW,
                chart -> chart.condition(SPECIFIC).condition(NEUROBLASTOMA),
                "info")
            .named("mirrored when the chart is opened within a week"),
        silent("C19", hook, chart -> chart.addsProblem("code: {text: 'Otitis media'}")),
        silent("C19", Hook.PATIENT_VIEW, chart -> chart.condition(KNOWN_OMS))
            .named("an entry of two months ago is not new"),
        fires(
                "C19",
                hook,
                chart ->
                    chart
                        .addsProblem(OMS)
                        .report(
                            "code: {text: 'MRI neck, chest, abdomen and pelvis'}, conclusion:"
                                + " 'No tumour.'"),
                "info")
            .named("the search is done")
            .notOffering("W01-MRI-NECK", "W01-MRI-CAP"),
        fires(
                "C19",
                hook,
                chart ->
                    chart
                        .addsProblem(OMS)
                        .order("code: {text: 'MRI neck, chest, abdomen and pelvis'}"),
                "warning")
            .named("the search is pending")
            .notOffering("W01-MRI-NECK", "W01-MRI-CAP"));
  }

  static List<Situation> tumourAdded() {
    Hook hook = Hook.PROBLEM_LIST_ITEM_CREATE;
    return List.of(
        fires("C20", hook, chart -> chart.addsProblem(NEUROBLASTOMA).condition(ATAXIA), "warning")
            .offering("REF-NEURO", "EXAM", "W19-SCORE"),
        fires(
                "C20",
                Hook.PATIENT_VIEW,
                chart -> chart.condition(NEUROBLASTOMA).condition(ATAXIA),
                "warning")
            .named("beside C02, which offers neurology and the examination")
            .notOffering("REF-NEURO", "EXAM"),
        silent("C20", hook, chart -> chart.addsProblem(NEUROBLASTOMA)),
        silent("C20", hook, chart -> chart.condition(ATAXIA).addsProblem("code: {text: 'Otitis'}")),
        silent(
                "C20",
                Hook.PATIENT_VIEW,
                chart ->
                    chart
                        .condition(NEUROBLASTOMA)
                        .condition(ATAXIA)
                        .condition("code: {text: 'Opsoclonus'}, recordedDate: '@1'"))
            .named("the criteria are met: C01 says more"),
        fires(
                "C20",
                hook,
                chart ->
                    chart
                        .addsProblem(NEUROBLASTOMA)
                        .condition(ATAXIA)
                        .order("code: {text: 'Neurology consultation'}"),
                "warning")
            .named("neurology is asked already")
            .notOffering("REF-NEURO"));
  }

  static List<Situation> ataxiaGoesHome() {
    Hook hook = Hook.ENCOUNTER_DISCHARGE;
    return List.of(
        fires("C21", hook, chart -> chart.condition(ATAXIA), "info")
            .offering("REVIEW-72H", "REVIEW-14D", "COM-SAFETY-NET"),
        silent("C21", hook, chart -> chart.condition("code: {text: 'Otitis media'}")),
        silent("C21", Hook.PATIENT_VIEW, chart -> chart.condition(ATAXIA)),
        silent("C21", hook, chart -> chart.condition(ATAXIA)).named("too old").aged(80),
        silent(
                "C21",
                hook,
                chart ->
                    chart
                        .condition(ATAXIA)
                        .condition("code: {text: 'Insomnia'}, recordedDate: '@1'")
                        .condition("code: {text: 'Rage attacks'}, recordedDate: '@1'")
                        .condition("code: {text: 'Opsoclonus'}, recordedDate: '@1'"))
            .named("the criteria are met"),
        fires(
                "C21",
                hook,
                chart -> chart.condition(ATAXIA).order("code: {text: 'Safety net letter'}"),
                "info")
            .named("the letter is on its way")
            .notOffering("COM-SAFETY-NET"));
  }

  static List<Situation> omsGoesHome() {
    Hook hook = Hook.ENCOUNTER_DISCHARGE;
    UnaryOperator<WrittenChart> onSteroid =
        chart ->
            chart.condition(KNOWN_OMS).drug("medicationCodeableConcept: {text: 'Prednisolone'}");
    return List.of(
        fires("C22", hook, onSteroid, "warning").offering("NEURO-14D", "COM-FAMILY-PLAN", "REF-PT"),
        fires(
                "C22",
                hook,
                chart -> onSteroid.apply(chart).order("code: {text: 'Neurology follow-up visit'}"),
                "info")
            .named("the visit is requested")
            .notOffering("NEURO-14D"),
        fires(
                "C22",
                hook,
                chart ->
                    onSteroid
                        .apply(chart)
                        .order("code: {text: 'Referral to neurology'}, authoredOn: '@170'"),
                "warning")
            .named("an old referral is no visit in 14 days")
            .offering("NEURO-14D"),
        fires(
                "C22",
                hook,
                chart ->
                    onSteroid
                        .apply(chart)
                        .order(
                            "code: {text: 'Neurology follow-up visit'}, authoredOn: '2099-01-01'"),
                "warning")
            .named("a visit of a later day is not the one due")
            .offering("NEURO-14D"),
        fires(
                "C22",
                hook,
                chart ->
                    onSteroid
                        .apply(chart)
                        .procedure("code: {text: 'Neurology review'}, performedDateTime: '@0'"),
                "warning")
            .named("neurology came today; the next visit is due all the same")
            .offering("NEURO-14D"),
        fires(
                "C22",
                hook,
                chart ->
                    chart
                        .condition(KNOWN_OMS)
                        .dose(
                            "medicationCodeableConcept: {text: 'Rituximab'}, effectiveDateTime:"
                                + " '@100'"),
                "warning")
            .named("rituximab of the last half year"),
        silent("C22", hook, chart -> chart.condition(KNOWN_OMS)),
        silent(
                "C22",
                hook,
                chart ->
                    chart
                        .condition(KNOWN_OMS)
                        .dose(
                            "medicationCodeableConcept: {text: 'Immune globulin intravenous'},"
                                + " effectiveDateTime: '@50'"))
            .named("IVIG of seven weeks ago"),
        silent("C22", Hook.PATIENT_VIEW, onSteroid),
        fires(
                "C22",
                hook,
                chart -> onSteroid.apply(chart).order("code: {text: 'Physiotherapy'}"),
                "warning")
            .named("physiotherapy is ordered")
            .notOffering("REF-PT"));
  }

  @ParameterizedTest
  @MethodSource({"omsAdded", "tumourAdded", "ataxiaGoesHome", "omsGoesHome"})
  void theCardIsShownAsTheSituationDemands(Situation situation) {
    situation.check();
  }

  /** The whole resource comes back, with the specific code first and everything else as it was. */
  @Test
  void aNewProblemWithoutTheSpecificCodeMayBeUpdatedAsAWhole() {
    WrittenChart chart =
        WrittenChart.child(30).addsProblem(OMS + ", id: 'oms', note: [{text: 'seen by Dr A'}]");
    Consultation consultation = Charts.consult(chart.record(), Hook.PROBLEM_LIST_ITEM_CREATE);
    List<Action> updates =
        new CardWriter(Charts.KNOWLEDGE, Charts::uuid)
            .write(consultation, new CallContext("p1", "", "Practitioner/1", "")).stream()
                .flatMap(card -> card.suggestions().stream())
                .flatMap(suggestion -> suggestion.actions().stream())
                .filter(action -> action.type() == ActionType.UPDATE)
                .toList();

    assertThat(updates).hasSize(1);
    Map<String, Object> resource = updates.getFirst().resource();
    assertThat(resource).containsEntry("id", "oms").containsKey("note");
    assertThat(resource.get("code").toString())
        .contains("230350000", "G25.3", "Opsoclonus-myoclonus syndrome");
    assertThat(resource.get("code").toString().indexOf("230350000"))
        .isLessThan(resource.get("code").toString().indexOf("G25.3"));
  }

  @Test
  void noMedicationRequestIsEverUpdated() {
    OrderDefinition panel = Charts.KNOWLEDGE.order("W12");
    Map<String, Object> drug = Map.of("resourceType", "MedicationRequest", "id", "m1");
    for (Change.Kind kind : Change.Kind.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Change(kind, drug, panel))
          .withMessageContaining("MedicationRequest");
    }
  }

  @Test
  void aProblemWithTheSpecificCodeIsLeftAsItIs() {
    WrittenChart chart = WrittenChart.child(30).addsProblem(SPECIFIC);
    assertThat(
            Charts.consult(chart.record(), Hook.PROBLEM_LIST_ITEM_CREATE)
                .assessment()
                .unspecificProblems())
        .isEmpty();
  }
}
