package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.AdultChart;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.patient.Sex;
import org.omscds.recommendation.Recommendation;
import org.omscds.wire.Card;

/** What the adult card says: the score line by line, the search, and what points to a cancer. */
class AdultCardTests {

  private static final String NOTHING = "No evidence of malignancy.";
  private static final String CT = "CT chest, abdomen and pelvis";

  private static Card card(AdultChart chart) {
    Consultation consultation = chart.consult();
    List<Recommendation> shown = consultation.recommendations().shown();
    CallContext call = new CallContext("p1", "e1", "Practitioner/p1", "");
    List<Card> cards = new CardWriter(Charts.KNOWLEDGE, Charts::uuid).write(consultation, call);
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).card().id().equals("C17")) {
        return cards.get(i);
      }
    }
    throw new AssertionError("C17 is not shown, but " + shown);
  }

  private static String detail(AdultChart chart) {
    return card(chart).detail();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FEMALE  | lung, breast, ovary
          MALE    | lung, testis
          UNKNOWN | lung, others by sex and age
          """)
  void theSummaryNamesThePillarsTheRangeAndTheSites(Sex sex, String sites) {
    assertThat(card(AdultChart.of(720, sex).signs()).summary())
        .isEqualTo(
            "Adult: 2 of 4 OMS criteria (eyes, motor); PNS-Care 4–10. Search for cancer ("
                + sites
                + "); send antibodies.");
  }

  @Test
  void theSummaryNamesACancerAnAntibodyAndADiagnosisAsWhatTheyAre() {
    AdultChart cancer = AdultChart.withSigns().problem("Breast cancer", AdultChart.TODAY);
    AdultChart antibody = AdultChart.withSigns().result("Hu antibody", "Positive, confirmed");
    AdultChart diagnosis =
        AdultChart.of(600, Sex.MALE)
            .problem("Opsoclonus-myoclonus syndrome", AdultChart.TODAY.minusDays(3));

    assertThat(card(cancer).summary())
        .isEqualTo(
            "Adult: 3 of 4 OMS criteria (eyes, motor, tumour); PNS-Care 7–10."
                + " Cancer recorded: contact oncology and neurology.");
    assertThat(card(antibody).summary())
        .startsWith("Adult: 3 of 4 OMS criteria (eyes, motor, antibody); PNS-Care 7–10. Search")
        .endsWith("; contact neurology.");
    assertThat(card(diagnosis).summary())
        .startsWith("Adult: 0 of 4 OMS criteria (OMS on record); PNS-Care 4–10.");
  }

  @Test
  void nothingKnownIsARangeAndNoZero() {
    assertThat(detail(AdultChart.withSigns()))
        .contains(
            "- Clinical 3: opsoclonus-myoclonus, a high-risk phenotype\n",
            "- Laboratory 0 to 3: no antibody result in this record: unknown, not negative\n",
            "- Cancer 1 to 4: no search recorded, which is not \"not found\": unknown\n",
            "- Sum 4 to 10: paraneoplastic cause from possible to definite\n",
            "- Exception: in OMS with small-cell lung cancer or neuroblastic tumour the paper needs"
                + " no antibody for \"definite\" (list of tumours not signed off: verify in the"
                + " paper)",
            "- No search for a cancer in this record\n",
            "- CT chest, abdomen and pelvis with contrast: not in this record\n",
            "- FDG-PET/CT: not in this record\n",
            "- Mammography: not in this record")
        .doesNotContain("Pelvic", "Testicular", "Sex not recorded");
  }

  @Test
  void theExceptionSaysThatItAppliesAndIsToBeVerified() {
    AdultChart chart =
        AdultChart.withSigns()
            .problem("Small cell lung cancer", AdultChart.TODAY)
            .result("Neuronal antibody panel, serum", "Negative");

    assertThat(detail(chart))
        .contains(
            "- Laboratory 0: negative, ",
            "- Cancer 4: found, of a type that fits\n",
            "- Sum 7: paraneoplastic cause definite by the exception for OMS\n",
            "- The exception applies: in OMS with small-cell lung cancer",
            "verify in the paper",
            "- Recorded: small-cell lung cancer, Small cell lung cancer, 2026-11-20",
            "Treat the tumour");
  }

  @Test
  void aConfirmedAntibodyIsNamedWithItsRiskAndABlotAsUnknown() {
    AdultChart confirmed =
        AdultChart.withSigns().result("Ri antibody, serum", "Positive, confirmed");
    AdultChart blot = AdultChart.withSigns().result("Ri antibody, line blot", "Positive");
    AdultChart surface =
        AdultChart.withSigns().result("NMDA receptor antibody", "Positive, confirmed");

    assertThat(detail(confirmed))
        .contains("- Laboratory 3: Ri – ", ": confirmed, high risk (a cancer in over 70%)\n")
        .contains("by a high-risk antibody, no tumour recorded: ");
    assertThat(detail(blot))
        .contains("- Laboratory 0 to 3: Ri – ")
        .contains("positive, no second method confirms it, so it counts as unknown");
    assertThat(detail(surface)).contains("confirmed, intermediate risk (30 to 70%)\n");
  }

  @Test
  void caspr2IsLowerHereAndMorvanSyndromeIsSaidAloud() {
    AdultChart chart = AdultChart.withSigns().result("CASPR2 antibody", "Positive, confirmed");

    assertThat(detail(chart))
        .contains("- Laboratory 0: CASPR2 – ", "confirmed, lower risk (under 30%)")
        .contains("; CASPR2: intermediate only with Morvan syndrome");
  }

  @Test
  void whatIsAwaitedAndWhatIsNegativeSoFarIsNamed() {
    AdultChart chart =
        AdultChart.withSigns()
            .result("Neuronal antibody panel, CSF", "Pending")
            .result("Hu antibody, serum", "Negative");

    assertThat(detail(chart))
        .contains("antibody result pending or open, Neuronal antibody panel, CSF")
        .contains("; negative so far, Hu – Hu antibody, serum");
  }

  @ParameterizedTest(name = "month {0}: {1}")
  @CsvSource({"23, less than 2 years since onset", "24, 2 years or more since onset"})
  void theClockIsSaid(int month, String clock) {
    AdultChart notFound = AdultChart.sinceMonths(month).report(CT, AdultChart.TODAY, NOTHING);
    AdultChart other = AdultChart.sinceMonths(month).problem("Prostate cancer", AdultChart.TODAY);

    assertThat(detail(notFound))
        .contains("searched for, not found, " + clock)
        .contains("Searched since onset, nothing found: CT chest, abdomen and pelvis, 2026-11-20");
    assertThat(detail(other))
        .contains("found, of a type that does not fit, " + clock)
        .contains("4 if the tumour is shown to express the antigen of the antibody");
  }

  @Test
  void anOpenOrSuspiciousSearchIsUnknown() {
    AdultChart open = AdultChart.withSigns().report(CT, AdultChart.TODAY, "See scanned report.");
    AdultChart lesion = AdultChart.withSigns().report(CT, AdultChart.TODAY, "Suspicious lesion.");

    assertThat(detail(open))
        .contains("- Cancer 1 to 4: searched for, the result is not whole or not readable: unknown")
        .contains("- Scans since onset that are not a whole search or not readable here: CT chest")
        .contains("- CT chest, abdomen and pelvis with contrast: done, CT chest");
    assertThat(detail(lesion))
        .contains("- Cancer 1 to 4: suspected, not settled: unknown")
        .contains("- Suspected, to be settled: ");
  }

  @Test
  void sexThatNobodyRecordedIsSaid() {
    assertThat(detail(AdultChart.of(400, Sex.UNKNOWN).signs()))
        .contains("- Sex not recorded: mammography and pelvic ultrasound in a woman, testicular");
  }

  @Test
  void withoutThePhenotypeTheCardSaysThatThereIsNoScore() {
    AdultChart chart = AdultChart.of(600, Sex.MALE).sign("Opsoclonus").sign("Lung cancer");

    assertThat(card(chart).summary()).contains("PNS-Care not scored.");
    assertThat(detail(chart)).contains("**PNS-Care**: not scored; it needs eyes with motor");
  }

  @ParameterizedTest(name = "{0} months at the consultation: {1}")
  @CsvSource({"601, true", "600, false"})
  void ageAndEncephalopathyPointToACancer(int months, boolean older) {
    AdultChart chart = AdultChart.of(months, Sex.MALE).signs().sign("Confusion");

    assertThat(detail(chart).contains("- Age at onset 50 years")).isEqualTo(older);
    assertThat(detail(chart)).contains("- Encephalopathy or lethargy: Confusion, ");
  }

  @Test
  void anAdolescentsScoreStandsBesideTheCriteriaOfChildrenAndAToddlerHasNone() {
    AdultChart adolescent = AdultChart.of(180, Sex.FEMALE).signs();
    AdultChart toddler = AdultChart.of(30, Sex.FEMALE).signs();

    assertThat(first(adolescent)).contains("- Sum 4 to 10: ");
    assertThat(first(toddler)).doesNotContain("PNS-Care");
  }

  private static String first(AdultChart chart) {
    CallContext call = new CallContext("p1", "e1", "Practitioner/p1", "");
    return new CardWriter(Charts.KNOWLEDGE, Charts::uuid)
        .write(chart.consult(), call)
        .getFirst()
        .detail();
  }
}
