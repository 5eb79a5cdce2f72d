package org.omscds.recommendation;

import static org.omscds.recommendation.Situation.fires;
import static org.omscds.recommendation.Situation.silent;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.WrittenChart;

/**
 * The cards of the course of known OMS and of adults (C14, C15, C17): when each fires, when it does
 * not, what holds it back, and what is done or on its way.
 */
class CourseCardTests {

  private static final Hook VIEW = Hook.PATIENT_VIEW;
  private static final int ADULT = 40 * 12;

  private static WrittenChart oms(WrittenChart chart, int daysAgo) {
    return chart.condition(
        "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@%d', recordedDate: '@%d'"
            .formatted(daysAgo, daysAgo));
  }

  private static WrittenChart acth(WrittenChart chart, int daysAgo) {
    return chart.drug(
        "medicationCodeableConcept: {text: 'Corticotropin (ACTH)'}, authoredOn: '@"
            + daysAgo
            + "'");
  }

  private static WrittenChart score(WrittenChart chart, int daysAgo, int total) {
    return chart.observation(
        "code: {text: 'OMS severity score (Mitchell-Pike, 0-15)'}, effectiveDateTime: '@"
            + daysAgo
            + "', valueInteger: "
            + total);
  }

  /** ACTH for twelve weeks, scored before it and today. */
  private static UnaryOperator<WrittenChart> scored(int before, int now) {
    return chart -> score(score(acth(oms(chart, 90), 84), 84, before), 1, now);
  }

  private static WrittenChart relapse(WrittenChart chart) {
    return acth(oms(chart, 500), 480)
        .condition("code: {text: 'Opsoclonus'}, onsetDateTime: '@4', recordedDate: '@1'");
  }

  private static WrittenChart adultSigns(WrittenChart chart) {
    return chart
        .condition("code: {text: 'Opsoclonus'}, recordedDate: '@4'")
        .condition("code: {text: 'Ataxia'}, recordedDate: '@5'");
  }

  private static UnaryOperator<WrittenChart> and(
      UnaryOperator<WrittenChart> one, UnaryOperator<WrittenChart> more) {
    return chart -> more.apply(one.apply(chart));
  }

  static List<Situation> response() {
    return List.of(
        fires("C14", VIEW, scored(9, 8), "warning")
            .offering("REF-NEUROIMM", "CSF-MARKERS")
            .notOffering("OMS-SCORE"),
        fires("C14", VIEW, chart -> score(acth(oms(chart, 90), 84), 84, 9), "info")
            .named("no score for more than six weeks")
            .offering("OMS-SCORE"),
        fires("C14", VIEW, chart -> score(score(acth(oms(chart, 20), 14), 14, 9), 1, 8), "info")
            .named("day 14"),
        silent("C14", VIEW, scored(9, 3)).named("a good response: done"),
        silent("C14", VIEW, chart -> oms(chart, 90)).named("nothing was given"),
        silent("C14", Hook.ENCOUNTER_START, scored(9, 8)).named("only when the chart is opened"),
        silent("C14", VIEW, and(scored(9, 8), WrittenChart::deceased))
            .named("deceased")
            .heldBack("DECEASED"),
        fires(
                "C14",
                VIEW,
                and(
                    scored(9, 8),
                    chart ->
                        chart.order("code: {text: 'Neuro-immunology multidisciplinary team'}")),
                "warning")
            .named("the team is asked")
            .notOffering("REF-NEUROIMM"));
  }

  static List<Situation> relapses() {
    return List.of(
        fires("C15", VIEW, CourseCardTests::relapse, "warning")
            .offering("REF-NEURO-RELAPSE", "OMS-SCORE", "INFECTION", "CSF-MARKERS"),
        fires("C15", Hook.ENCOUNTER_START, CourseCardTests::relapse, "warning")
            .named("at the start of an encounter"),
        silent("C15", VIEW, chart -> acth(oms(chart, 500), 480)).named("no new sign"),
        silent("C15", VIEW, CourseCardTests::adultSigns).named("OMS is not known"),
        silent("C15", VIEW, and(CourseCardTests::relapse, WrittenChart::deceased))
            .named("deceased")
            .heldBack("DECEASED"),
        fires(
                "C15",
                VIEW,
                and(
                    CourseCardTests::relapse,
                    chart ->
                        chart.report(
                            "code: {text: 'MRI neck, chest, abdomen and pelvis'}, conclusion: 'No"
                                + " mass.'")),
                "warning")
            .named("the tumour search is done")
            .notOffering("W01-MRI"),
        fires(
                "C15",
                VIEW,
                and(
                    CourseCardTests::relapse,
                    chart -> chart.order("code: {text: 'Neurology consultation'}")),
                "warning")
            .named("neurology is asked")
            .notOffering("REF-NEURO-RELAPSE"));
  }

  static List<Situation> adults() {
    return List.of(
        fires("C17", VIEW, CourseCardTests::adultSigns, "warning")
            .offering("AD1", "REF-NEURO", "AD6", "AD6-CSF", "AD9"),
        fires("C17", Hook.ENCOUNTER_START, chart -> oms(chart, 3), "warning")
            .named("OMS on the problem list"),
        silent("C17", VIEW, chart -> chart.condition("code: {text: 'Opsoclonus'}"))
            .named("the eyes alone"),
        silent("C17", VIEW, and(CourseCardTests::adultSigns, WrittenChart::deceased))
            .named("deceased")
            .heldBack("DECEASED"),
        fires(
                "C17",
                VIEW,
                and(
                    CourseCardTests::adultSigns,
                    chart ->
                        chart.report(
                            "code: {text: 'CT chest, abdomen and pelvis'}, conclusion: 'No evidence"
                                + " of malignancy.'")),
                "warning")
            .named("the CT is done")
            .notOffering("AD1"),
        fires(
                "C17",
                VIEW,
                and(
                    CourseCardTests::adultSigns,
                    chart -> chart.order("code: {text: 'CT chest, abdomen and pelvis'}")),
                "warning")
            .named("the CT is ordered")
            .notOffering("AD1"));
  }

  @ParameterizedTest
  @MethodSource({"response", "relapses"})
  void theCardIsShownAsTheSituationDemands(Situation situation) {
    situation.check();
  }

  @ParameterizedTest
  @MethodSource("adults")
  void theAdultCardIsShownAsTheSituationDemands(Situation situation) {
    situation.aged(ADULT).check();
    if (!situation.shown().isEmpty()) {
      silent("C17", situation.hook(), situation.chart()).named("a child: " + situation).check();
    }
  }
}
