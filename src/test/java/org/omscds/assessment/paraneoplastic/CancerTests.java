package org.omscds.assessment.paraneoplastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.AdultChart;
import org.omscds.finding.NotCounted;
import org.omscds.patient.Problem.Verification;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;

/** Which cancers count for an adult's fourth pillar, and when a search has found nothing. */
class CancerTests {

  private static final String NOTHING = "No evidence of malignancy.";
  private static final String CT = "CT chest, abdomen and pelvis";

  private static Assessment assess(AdultChart chart) {
    return chart.consult().assessment();
  }

  private static CancerSearch search(AdultChart chart) {
    return assess(chart).paraneoplastic().search();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Small cell lung cancer",
        "Lung cancer",
        "Non-small cell lung cancer",
        "Malignant neoplasm of right female breast",
        "Ovarian teratoma",
        "Neuroblastoma"
      })
  void aCancerThatIsKnownWithTheSyndromeIsTheFourthPillar(String cancer) {
    Assessment assessment = assess(AdultChart.withSigns().problem(cancer, AdultChart.TODAY));

    assertThat(assessment.pillars().of(D).isPresent()).isTrue();
    assertThat(assessment.criteria().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Prostate cancer", "Seminoma", "Thymoma", "Hodgkin lymphoma", "Lung mass"})
  void anotherCancerOrASuspicionMakesItPossible(String cancer) {
    Assessment assessment = assess(AdultChart.withSigns().problem(cancer, AdultChart.TODAY));

    assertThat(assessment.pillars().of(D).isPossible()).isTrue();
  }

  @Test
  void aBasalCellCarcinomaDoesNotCount() {
    Assessment assessment =
        assess(AdultChart.withSigns().problem("Basal cell carcinoma of nose", AdultChart.TODAY));

    assertThat(assessment.pillars().of(D).isPossible()).isFalse();
    assertThat(assessment.notCounted())
        .extracting(NotCounted::reason)
        .contains("a basal cell carcinoma of the skin does not count");
  }

  @ParameterizedTest(name = "over for 5 years and {0} days before the onset: counts {1}")
  @CsvSource({"-1, true", "0, true", "1, false"})
  void aCancerThatIsOverCountsForFiveYears(int days, boolean counts) {
    AdultChart chart = AdultChart.withSigns();
    LocalDate ended = chart.onset().minusYears(5).minusDays(days);
    Assessment assessment = assess(chart.ended("Breast cancer", ended));

    assertThat(assessment.pillars().has(D)).isEqualTo(counts);
    assertThat(
            assessment.notCounted().stream()
                .anyMatch(each -> each.reason().equals("over for more than 5 years")))
        .isNotEqualTo(counts);
  }

  @Test
  void anActiveCancerCountsHoweverOld() {
    AdultChart chart = AdultChart.withSigns().problem("Breast cancer", LocalDate.of(2009, 3, 1));

    assertThat(assess(chart).pillars().has(D)).isTrue();
  }

  @Test
  void aProvisionalCancerOrOneInAScanIsPossible() {
    AdultChart provisional =
        AdultChart.withSigns().problem("Breast cancer", Verification.PROVISIONAL);
    AdultChart scan =
        AdultChart.withSigns().report(CT, AdultChart.TODAY, "Small cell lung cancer.");
    AdultChart histology =
        AdultChart.withSigns()
            .report("Biopsy, pathology", AdultChart.TODAY, "Small cell lung cancer.");

    assertThat(assess(provisional).pillars().of(D).isPossible()).isTrue();
    assertThat(assess(scan).pillars().of(D).isPossible()).isTrue();
    assertThat(assess(histology).pillars().of(D).isPresent()).isTrue();
  }

  @Test
  void aCancerOfThePastWithoutADateIsPossible() {
    AdultChart chart =
        AdultChart.withSigns()
            .report("Clinic letter", AdultChart.TODAY, "History of breast cancer.");

    assertThat(assess(chart).pillars().of(D).isPossible()).isTrue();
  }

  @ParameterizedTest(name = "{0} days before the onset: {1}")
  @CsvSource({"180, true", "181, false"})
  void aSuspicionCountsWhileItBelongsToTheOnset(int days, boolean counts) {
    AdultChart chart = AdultChart.withSigns();
    chart.report("CT chest", chart.onset().minusDays(days), "Spiculated nodule.");

    assertThat(assess(chart).pillars().of(D).isPossible()).isEqualTo(counts);
  }

  @ParameterizedTest(name = "{0} months: {1}")
  @CsvSource({"216, true", "215, false"})
  void cancersAndMoodCountFromEighteenYearsOn(int months, boolean counts) {
    Assessment assessment =
        assess(
            AdultChart.of(months, Sex.FEMALE)
                .signs()
                .sign("Anxiety")
                .problem("Ovarian teratoma", AdultChart.TODAY));

    assertThat(assessment.pillars().has(D)).isEqualTo(counts);
    assertThat(assessment.pillars().has(C)).isEqualTo(counts);
  }

  @Test
  void aConfirmedHighRiskAntibodyIsTheFourthPillarOfAdultsAlone() {
    AdultChart adult = AdultChart.withSigns().result("Hu antibody, serum", "Positive, confirmed");
    AdultChart blot = AdultChart.withSigns().result("Hu antibody, line blot", "Positive");
    AdultChart lower = AdultChart.withSigns().result("GAD65 antibody", "Positive, confirmed");
    AdultChart adolescent =
        AdultChart.of(180, Sex.MALE).signs().result("Hu antibody, serum", "Positive, confirmed");

    assertThat(assess(adult).pillars().of(D).isByAntibodyAlone()).isTrue();
    assertThat(assess(blot).pillars().has(D)).isFalse();
    assertThat(assess(lower).pillars().has(D)).isFalse();
    assertThat(assess(adolescent).pillars().has(D)).isFalse();
    assertThat(assess(adult.problem("Lung cancer", AdultChart.TODAY)).pillars().of(D))
        .satisfies(pillar -> assertThat(pillar.isByAntibodyAlone()).isFalse())
        .satisfies(pillar -> assertThat(pillar.counted()).hasSize(2));
  }

  @ParameterizedTest(name = "{0} with {1}: consistent {2}, exception {3}")
  @CsvSource(
      textBlock =
          """
          Small cell lung cancer, none, true,  true
          Neuroblastoma,          none, true,  true
          Lung cancer,            none, true,  false
          Breast cancer,          none, true,  false
          Breast cancer,          Ri,   true,  false
          Breast cancer,          Hu,   false, false
          Small cell lung cancer, Hu,   true,  true
          Small cell lung cancer, Ma2,  false, false
          Seminoma,               none, false, false
          Seminoma,               Ma2,  true,  false
          Ovarian teratoma,       NMDA receptor, true, false
          Prostate cancer,        none, false, false
          """)
  void aCancerFitsThePhenotypeOrTheAntibody(
      String cancer, String antibody, boolean consistent, boolean exception) {
    AdultChart chart = AdultChart.withSigns().problem(cancer, AdultChart.TODAY);
    if (!antibody.equals("none")) {
      chart.result(antibody + " antibody, serum", "Positive, confirmed");
    }

    assertThat(search(chart))
        .isInstanceOfSatisfying(
            CancerSearch.Found.class,
            found -> {
              assertThat(found.consistent()).isEqualTo(consistent);
              assertThat(found.exceptionTumour()).isEqualTo(exception);
            });
  }

  @Test
  void noScanIsNoSearch() {
    assertThat(search(AdultChart.withSigns())).isEqualTo(new CancerSearch.NotSearched());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CT chest, abdomen and pelvis | No evidence of malignancy.          | NotFound
          MRI chest, abdomen, pelvis   | No suspicious lesion.               | NotFound
          FDG-PET/CT whole body        | No abnormal FDG uptake.             | NotFound
          CT chest                     | No evidence of malignancy.          | Open
          CT chest, abdomen and pelvis | See scanned report.                 | Open
          FDG-PET/CT whole body        | Focus in the left hilum.            | Open
          CT chest, abdomen and pelvis | Suspicious lesion. No malignancy below. | Unsettled
          Chest X-ray                  | No evidence of malignancy.          | NotSearched
          MRI brain                    | No evidence of malignancy.          | NotSearched
          """)
  void notFoundTakesAWholeSearchThatSaysSo(String scan, String conclusion, String state) {
    CancerSearch search =
        search(AdultChart.withSigns().report(scan, AdultChart.TODAY.minusDays(5), conclusion));

    assertThat(search.getClass().getSimpleName()).isEqualTo(state);
    if (search instanceof CancerSearch.NotFound found) {
      assertThat(found.byPet()).isEqualTo(scan.contains("PET"));
    }
  }

  @Test
  void severalScansMakeOneSearch() {
    AdultChart chart =
        AdultChart.withSigns()
            .report("CT chest", AdultChart.TODAY, NOTHING)
            .report("CT abdomen and pelvis", AdultChart.TODAY, NOTHING);

    assertThat(search(chart))
        .isInstanceOfSatisfying(
            CancerSearch.NotFound.class, found -> assertThat(found.scans()).hasSize(2));
  }

  @ParameterizedTest(name = "{0} days after the onset: not found {1}")
  @CsvSource({"-1, false", "0, true", "1, true"})
  void onlyScansSinceTheOnsetCount(int days, boolean counts) {
    AdultChart chart = AdultChart.withSigns();
    chart.report(CT, chart.onset().plusDays(days), NOTHING);

    assertThat(search(chart) instanceof CancerSearch.NotFound).isEqualTo(counts);
  }

  @Test
  void aPreliminaryReportIsNoSearch() {
    AdultChart chart =
        AdultChart.withSigns().report(CT, ResultStatus.PRELIMINARY, AdultChart.TODAY, NOTHING);

    assertThat(search(chart)).isEqualTo(new CancerSearch.NotSearched());
  }

  @ParameterizedTest(name = "an unreadable scan {0} days after the negative one: not found {1}")
  @CsvSource({"-1, true", "0, false", "1, false"})
  void aLaterScanThatCannotBeReadOpensTheSearchAgain(int days, boolean notFound) {
    LocalDate day = AdultChart.TODAY.minusDays(5);
    AdultChart chart =
        AdultChart.withSigns()
            .report(CT, day, NOTHING)
            .report("FDG-PET/CT whole body", day.plusDays(days), "See scanned report.");

    assertThat(search(chart) instanceof CancerSearch.NotFound).isEqualTo(notFound);
  }
}
