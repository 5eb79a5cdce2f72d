package org.omscds.recommendation;

import static org.omscds.consultation.WrittenDraft.drug;
import static org.omscds.consultation.WrittenDraft.service;
import static org.omscds.recommendation.Situation.fires;
import static org.omscds.recommendation.Situation.silent;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.WrittenChart;

/**
 * The cards of suspicion, imaging, treatment and ordering: when each fires, when it does not, what
 * holds it back, and what is done or on its way.
 */
class PathwayCardTests {

  private static final Hook VIEW = Hook.PATIENT_VIEW;
  private static final Hook SELECT = Hook.ORDER_SELECT;
  private static final Hook SIGN = Hook.ORDER_SIGN;

  private static final String ALL_REGIONS = "code: {text: 'MRI neck, chest, abdomen and pelvis'}";

  private static WrittenChart threeOfFour(WrittenChart chart) {
    return chart
        .condition("code: {text: 'Opsoclonus'}, recordedDate: '@4'")
        .condition("code: {text: 'Ataxia'}, recordedDate: '@5'")
        .condition("code: {text: 'Rage attacks'}, recordedDate: '@4'");
  }

  private static WrittenChart twoOfFour(WrittenChart chart) {
    return chart
        .condition("code: {text: 'Opsoclonus'}, recordedDate: '@4'")
        .condition("code: {text: 'Ataxia'}, recordedDate: '@5'");
  }

  private static WrittenChart lasting(WrittenChart chart, int days) {
    return chart.condition(
        "code: {text: 'Acute cerebellar ataxia'}, onsetDateTime: '@"
            + days
            + "', recordedDate: '@1'");
  }

  private static WrittenChart knownOms(WrittenChart chart) {
    return chart.condition(
        "code: {text: 'Opsoclonus-myoclonus syndrome'}, onsetDateTime: '@40', recordedDate: '@40'");
  }

  private static UnaryOperator<WrittenChart> and(
      UnaryOperator<WrittenChart> one, UnaryOperator<WrittenChart> more) {
    return chart -> more.apply(one.apply(chart));
  }

  static List<Situation> criteriaMet() {
    return List.of(
        fires("C01", VIEW, PathwayCardTests::threeOfFour, "warning")
            .offering("REF-NEURO", "W12", "W11", "W10"),
        fires(
                "C01",
                Hook.ENCOUNTER_START,
                and(
                    PathwayCardTests::threeOfFour,
                    chart ->
                        chart.condition("code: {text: 'Stopped walking'}, recordedDate: '@2'")),
                "critical")
            .named("walking is lost and nobody asked neurology"),
        silent("C01", VIEW, PathwayCardTests::twoOfFour),
        silent("C01", VIEW, and(PathwayCardTests::threeOfFour, WrittenChart::deceased))
            .named("deceased")
            .heldBack("DECEASED"),
        fires(
                "C01",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart -> chart.report("code: {text: 'MRI brain'}, conclusion: 'normal'")),
                "warning")
            .named("the brain scan is done")
            .notOffering("W10"),
        fires(
                "C01",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart -> chart.order("code: {text: 'Neuronal antibody panel, serum'}")),
                "warning")
            .named("the panel is ordered")
            .notOffering("W12"));
  }

  static List<Situation> suspected() {
    return List.of(
        fires("C02", VIEW, PathwayCardTests::twoOfFour, "warning").offering("EXAM", "REF-NEURO"),
        silent("C02", VIEW, chart -> chart.condition("code: {text: 'Rage attacks'}")),
        silent("C02", VIEW, PathwayCardTests::threeOfFour).named("C01 says more"),
        fires(
                "C02",
                VIEW,
                and(
                    PathwayCardTests::twoOfFour,
                    chart -> chart.order("code: {text: 'Neurology consultation'}")),
                "warning")
            .named("neurology is asked")
            .notOffering("REF-NEURO"),
        fires("C03", VIEW, chart -> lasting(chart, 15), "info").offering("REF-NEURO", "W10"),
        silent("C03", VIEW, chart -> lasting(chart, 13)),
        silent("C03", VIEW, chart -> lasting(chart, 30))
            .named("C02 from 28 days")
            .heldBack("OUTRANKED"),
        fires("C03", VIEW, chart -> lasting(chart, 15).order("code: {text: 'MRI brain'}"), "info")
            .named("the scan is ordered")
            .notOffering("W10"),
        fires(
                "C03",
                VIEW,
                chart ->
                    lasting(chart, 15).report("code: {text: 'MRI brain'}, conclusion: 'normal'"),
                "info")
            .named("the scan is done")
            .notOffering("W10"),
        fires("C04", VIEW, chart -> chart.condition("code: {text: 'Opsoclonus'}"), "warning")
            .offering("W17"),
        silent("C04", VIEW, chart -> chart.condition("code: {text: 'Nystagmus'}")),
        silent("C04", VIEW, PathwayCardTests::twoOfFour).named("C02 takes its place"),
        fires(
                "C04",
                VIEW,
                chart ->
                    chart
                        .condition("code: {text: 'Opsoclonus'}")
                        .order("code: {text: 'Neuro-ophthalmology'}"),
                "warning")
            .named("the examination is asked for")
            .notOffering("W17"));
  }

  static List<Situation> imagingGap() {
    return List.of(
        fires("C05", VIEW, PathwayCardTests::twoOfFour, "warning")
            .offering("W01-MRI-NECK", "W01-MRI-CAP", "W01-CT-NECK"),
        silent("C05", VIEW, chart -> lasting(chart, 15)),
        silent("C05", VIEW, and(PathwayCardTests::twoOfFour, chart -> chart.report(ALL_REGIONS)))
            .named("all regions are imaged"),
        silent("C05", VIEW, and(PathwayCardTests::twoOfFour, chart -> chart.order(ALL_REGIONS)))
            .named("all regions are ordered")
            .heldBack("PENDING"),
        fires(
                "C05",
                VIEW,
                and(
                    PathwayCardTests::twoOfFour,
                    chart -> chart.report("code: {text: 'MRI chest, abdomen and pelvis'}")),
                "warning")
            .named("the neck is missing")
            .offering("W01-MRI-NECK")
            .notOffering("W01-MRI-CAP"));
  }

  static List<Situation> treatment() {
    return List.of(
        fires("C26", VIEW, PathwayCardTests::threeOfFour, "warning")
            .offering("RX-DEXAMETHASONE", "RX-CORTICOTROPIN", "RX-IVIG", "B06-HBSAG"),
        silent("C26", VIEW, PathwayCardTests::twoOfFour),
        silent(
                "C26",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart ->
                        chart.dose(
                            "medicationCodeableConcept: {text: 'Immune globulin intravenous'}")))
            .named("treatment has begun"),
        fires(
                "C26",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart -> chart.condition("code: {text: 'Pneumonia'}, recordedDate: '@1'")),
                "warning")
            .named("an infection is active: no drug is proposed")
            .notOffering("RX-DEXAMETHASONE", "RX-IVIG", "RX-CORTICOTROPIN"),
        fires(
                "C26",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart -> chart.allergy("criticality: 'high', code: {text: 'Immune globulin'}")),
                "warning")
            .named("an allergy keeps a drug out")
            .offering("RX-DEXAMETHASONE")
            .notOffering("RX-IVIG"),
        fires(
                "C26",
                VIEW,
                and(
                    PathwayCardTests::threeOfFour,
                    chart ->
                        chart.vaccine(
                            "vaccineCode: {coding: [{system: 'http://hl7.org/fhir/sid/cvx', code:"
                                + " '03'}]}")),
                "warning")
            .named("a live vaccine of yesterday stops steroid and ACTH")
            .notOffering("RX-DEXAMETHASONE", "RX-CORTICOTROPIN"),
        fires(
                "C26",
                VIEW,
                and(PathwayCardTests::threeOfFour, chart -> chart.order("code: {text: 'HBsAg'}")),
                "warning")
            .named("hepatitis B is ordered")
            .notOffering("B06-HBSAG"));
  }

  static List<Situation> samples() {
    return List.of(
        fires("C08", SELECT, PathwayCardTests::knownOms, "warning")
            .drafting(drug("Immune globulin intravenous"))
            .offering("B06-HBSAG", "W11", "W12"),
        fires("C08", SIGN, PathwayCardTests::knownOms, "info")
            .named("ACTH")
            .drafting(drug("Corticotropin (ACTH)")),
        silent("C08", SELECT, PathwayCardTests::knownOms)
            .named("cyclophosphamide")
            .drafting(drug("Cyclophosphamide")),
        silent("C08", SELECT, chart -> chart)
            .named("not on the pathway")
            .drafting(drug("Immune globulin intravenous")),
        silent("C08", SIGN, PathwayCardTests::knownOms)
            .named("a low dose of prednisolone")
            .drafting(drug("Hydrocortisone", "10", "mg/m2/day", 0)),
        silent(
                "C08",
                SELECT,
                and(
                    PathwayCardTests::knownOms,
                    chart ->
                        chart.dose(
                            "medicationCodeableConcept: {text: 'Immune globulin intravenous'}")))
            .named("it is not the first IVIG")
            .drafting(drug("Immune globulin intravenous")),
        fires("C08", SELECT, PathwayCardTests::knownOms, "warning")
            .named("the panel is among the drafts")
            .drafting(
                drug("Immune globulin intravenous"),
                service("Neuronal antibody panel, serum"),
                service("HBsAg"))
            .notOffering("W12", "B06-HBSAG"));
  }

  static List<Situation> tumourTest() {
    return List.of(
        fires("C06", SELECT, PathwayCardTests::knownOms, "info")
            .drafting(service("Urine HVA and VMA"))
            .offering("W01-MRI-NECK", "W01-MRI-CAP"),
        fires("C06", SELECT, PathwayCardTests::twoOfFour, "info")
            .named("T2, chest X-ray")
            .drafting(service("Chest X-ray")),
        silent("C06", SELECT, PathwayCardTests::knownOms)
            .named("another test")
            .drafting(service("Full blood count")),
        silent("C06", SIGN, PathwayCardTests::knownOms)
            .named("at signing")
            .drafting(service("Urine HVA and VMA")),
        silent("C06", SELECT, chart -> chart)
            .named("not on the pathway")
            .drafting(service("Ultrasound abdomen")),
        silent("C06", SELECT, PathwayCardTests::knownOms)
            .named("the scan is among the drafts")
            .drafting(
                service("Ultrasound abdomen"), service("MRI neck, chest, abdomen and pelvis")),
        silent("C06", SELECT, and(PathwayCardTests::knownOms, chart -> chart.report(ALL_REGIONS)))
            .named("the scan is done")
            .drafting(service("Ultrasound abdomen")));
  }

  static List<Situation> panel() {
    int adult = 40 * 12;
    return List.of(
        fires("C18", SELECT, PathwayCardTests::knownOms, "info")
            .aged(adult)
            .drafting(service("Neuronal antibody panel, serum"))
            .offering("AD6-CSF"),
        silent("C18", SELECT, PathwayCardTests::knownOms)
            .named("a child's serum panel fits")
            .drafting(service("Neuronal antibody panel, serum")),
        silent("C18", SELECT, PathwayCardTests::knownOms)
            .named("both fluids are among the drafts")
            .aged(adult)
            .drafting(
                service("Neuronal antibody panel, serum"),
                service("Neuronal antibody panel, cerebrospinal fluid")),
        fires(
                "C18",
                SELECT,
                and(
                    PathwayCardTests::knownOms,
                    chart ->
                        chart.dose(
                            "medicationCodeableConcept: {text: 'Immune globulin intravenous'},"
                                + " effectiveDateTime: '@30'")),
                "info")
            .named("after IVIG")
            .drafting(service("Neuronal antibody panel, serum")),
        fires(
                "C18",
                SELECT,
                and(
                    PathwayCardTests::knownOms,
                    chart ->
                        chart.observation(
                            "code: {text: 'Neuronal antibody panel'}, valueString: 'negative'")),
                "info")
            .named("done already")
            .drafting(service("Neuronal antibody panel, serum")),
        fires(
                "C18",
                SELECT,
                and(
                    PathwayCardTests::knownOms,
                    chart -> chart.order("code: {text: 'Neuronal antibody panel, serum'}")),
                "info")
            .named("ordered already")
            .drafting(service("Neuronal antibody panel, serum")),
        silent("C18", SELECT, chart -> chart)
            .named("not on the pathway")
            .aged(adult)
            .drafting(service("GluD2 antibody")));
  }

  static List<Situation> safety() {
    return List.of(
        fires("C11", SIGN, PathwayCardTests::knownOms, "critical")
            .drafting(drug("Rituximab"))
            .offering("B06-HBSAG", "B06-HBC"),
        fires(
                "C11",
                SIGN,
                and(PathwayCardTests::knownOms, chart -> chart.order("code: {text: 'HBsAg'}")),
                "critical")
            .named("a test that is pending stops all the same")
            .drafting(drug("Rituximab"))
            .notOffering("B06-HBSAG"),
        silent("C11", VIEW, PathwayCardTests::knownOms).named("nothing is drafted"),
        silent("C11", SIGN, chart -> chart).named("not on the pathway").drafting(drug("Rituximab")),
        fires("C07", SIGN, PathwayCardTests::knownOms, "warning")
            .drafting(service("MIBG scintigraphy")),
        silent("C07", SIGN, chart -> chart)
            .named("not on the pathway")
            .drafting(service("MIBG scintigraphy")),
        silent("C09", SELECT, PathwayCardTests::knownOms)
            .named("only at signing")
            .drafting(drug("Immune globulin intravenous")),
        silent("C10", SELECT, PathwayCardTests::knownOms)
            .named("only at signing")
            .drafting(drug("Corticotropin (ACTH)")),
        silent("C12", SIGN, chart -> chart)
            .named("not on the pathway")
            .drafting(drug("Cyclophosphamide")),
        silent("C13", SIGN, PathwayCardTests::knownOms)
            .named("no immunosuppression")
            .drafting(drug("MMR vaccine")),
        silent("C13", SIGN, PathwayCardTests::knownOms)
            .named("an inactivated vaccine")
            .drafting(drug("Influenza vaccine, inactivated")),
        fires("C23", SELECT, PathwayCardTests::knownOms, "info").drafting(drug("Ketamine")),
        silent("C23", SELECT, chart -> chart)
            .named("not on the pathway")
            .drafting(drug("Ketamine")));
  }

  @ParameterizedTest
  @MethodSource({
    "criteriaMet",
    "suspected",
    "imagingGap",
    "treatment",
    "samples",
    "tumourTest",
    "panel",
    "safety"
  })
  void theCardIsShownAsTheSituationDemands(Situation situation) {
    situation.check();
  }
}
