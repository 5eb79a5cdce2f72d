package org.omscds.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.PnsCareScore.FollowUp;
import org.omscds.assessment.instrument.PnsCareScore.Result;
import org.omscds.consultation.AdultChart;
import org.omscds.knowledge.Fact;
import org.omscds.patient.Sex;

/** Which facts about adults hold, on both sides of each boundary. */
class AdultFactsTests {

  private static final String NOTHING = "No evidence of malignancy.";

  private static Set<Fact> facts(AdultChart chart) {
    return chart.consult().assessment().facts();
  }

  // AD3 woman (any with Ri); AD4 woman <50 or surface antibody; AD5 man <50 or Ma2/KLHL11
  @ParameterizedTest(name = "{0} of {1} months with {2}: breast {3}, ovary {4}, testis {5}")
  @CsvSource(
      textBlock =
          """
          FEMALE,  599, none, true,  true,  false
          FEMALE,  600, none, true,  false, false
          FEMALE,  600, NMDA receptor, true, true, false
          FEMALE,  600, Ma2,  true,  false, false
          MALE,    599, none, false, false, true
          MALE,    600, none, false, false, false
          MALE,    600, Ma2,  false, false, true
          MALE,    600, KLHL11, false, false, true
          MALE,    600, Ri,   true,  false, false
          MALE,    599, NMDA receptor, false, false, true
          UNKNOWN, 400, none, false, false, false
          UNKNOWN, 400, Ri,   true,  false, false
          """)
  void sexAgeAndAntibodyDecideWhereToLook(
      Sex sex, int months, String antibody, boolean breast, boolean ovary, boolean testis) {
    AdultChart chart = AdultChart.of(months, sex).signs();
    if (!antibody.equals("none")) {
      chart.result(antibody + " antibody, serum", "Positive, confirmed");
    }
    Set<Fact> facts = facts(chart);

    assertThat(facts.contains(Fact.BREAST_SEARCH_CALLED_FOR)).isEqualTo(breast);
    assertThat(facts.contains(Fact.OVARY_SEARCH_CALLED_FOR)).isEqualTo(ovary);
    assertThat(facts.contains(Fact.TESTIS_SEARCH_CALLED_FOR)).isEqualTo(testis);
  }

  @ParameterizedTest(name = "{0} months with {1}: {2}")
  @CsvSource(
      textBlock =
          """
          216, Ataxia,                 true
          215, Ataxia,                 false
          216, Insomnia,               true
          216, Breast cancer,          true
          216, Headache,               false
          216, Opsoclonus-myoclonus syndrome, true
          """)
  void eyesWithAnyOtherPillarCallForTheAdultCard(int months, String other, boolean called) {
    AdultChart chart = AdultChart.of(months, Sex.MALE).sign("Opsoclonus").sign(other);

    assertThat(facts(chart).contains(Fact.ADULT_OMS)).isEqualTo(called);
  }

  @Test
  void motorAndBehaviourWithoutEyesCallForNothingInAnAdult() {
    AdultChart chart = AdultChart.of(600, Sex.MALE).sign("Ataxia").sign("Insomnia");

    assertThat(facts(chart)).doesNotContain(Fact.ADULT_OMS);
  }

  @Test
  void remissionIsSilentButForThreeOfFour() {
    AdultChart two =
        AdultChart.withSigns()
            .ended("Opsoclonus-myoclonus syndrome", AdultChart.TODAY.minusYears(3));
    AdultChart three =
        AdultChart.withSigns()
            .sign("Insomnia")
            .ended("Opsoclonus-myoclonus syndrome", AdultChart.TODAY.minusYears(3));

    assertThat(facts(two)).contains(Fact.OMS_IN_REMISSION).doesNotContain(Fact.ADULT_OMS);
    assertThat(facts(three)).contains(Fact.OMS_IN_REMISSION, Fact.ADULT_OMS);
  }

  @Test
  void petIsCalledForAfterANegativeCtOrWithAHighRiskAntibody() {
    AdultChart nothing = AdultChart.withSigns();
    AdultChart ct =
        AdultChart.withSigns().report("CT chest, abdomen, pelvis", AdultChart.TODAY, NOTHING);
    AdultChart pet =
        AdultChart.withSigns().report("FDG-PET/CT whole body", AdultChart.TODAY, NOTHING);
    AdultChart antibody = AdultChart.withSigns().result("Hu antibody", "Positive, confirmed");
    AdultChart surface =
        AdultChart.withSigns().result("NMDA receptor antibody", "Positive, confirmed");

    assertThat(facts(nothing)).doesNotContain(Fact.FDG_PET_CALLED_FOR, Fact.CANCER_NOT_FOUND);
    assertThat(facts(ct)).contains(Fact.FDG_PET_CALLED_FOR, Fact.CANCER_NOT_FOUND);
    assertThat(facts(pet)).contains(Fact.CANCER_NOT_FOUND).doesNotContain(Fact.FDG_PET_CALLED_FOR);
    assertThat(facts(antibody)).contains(Fact.FDG_PET_CALLED_FOR, Fact.ANTIBODIES_KNOWN);
    assertThat(facts(surface)).doesNotContain(Fact.FDG_PET_CALLED_FOR);
  }

  // AD11: "high-risk antibody or P-OMS suspected", here 6 points or more; for 2 years
  @ParameterizedTest(name = "month {0}, {1} antibody: repeat {2}")
  @CsvSource(
      textBlock =
          """
          5,  Ri,            true
          23, Ri,            true
          24, Ri,            false
          5,  NMDA receptor, true
          5,  GAD65,         false
          5,  none,          false
          """)
  void theSearchIsRepeatedForTwoYearsWhereACancerIsProbable(
      int month, String antibody, boolean repeat) {
    AdultChart chart =
        AdultChart.sinceMonths(month)
            .report("CT chest, abdomen, pelvis", AdultChart.TODAY, NOTHING);
    if (!antibody.equals("none")) {
      chart.result(antibody + " antibody", "Positive, confirmed");
    }

    assertThat(facts(chart).contains(Fact.CANCER_SEARCH_TO_REPEAT)).isEqualTo(repeat);
  }

  @ParameterizedTest(name = "{0} months old: scored {1}")
  @CsvSource({"120, true", "119, false"})
  void pnsCareIsScoredFromTenYearsOn(int months, boolean scored) {
    Assessment assessment = AdultChart.of(months, Sex.FEMALE).signs().consult().assessment();

    assertThat(assessment.paraneoplastic().score() instanceof Result.Scored).isEqualTo(scored);
  }

  @ParameterizedTest(name = "{0} and {1}: scored {2}")
  @CsvSource({
    "Opsoclonus, Ataxia, true",
    "Opsoclonus, Insomnia, true",
    "Opsoclonus, Breast cancer, false",
    "Ataxia, Insomnia, false",
    "Headache, Opsoclonus-myoclonus syndrome, true"
  })
  void theScoreNeedsThePhenotype(String one, String other, boolean scored) {
    Assessment assessment =
        AdultChart.of(600, Sex.FEMALE).sign(one).sign(other).consult().assessment();

    assertThat(assessment.paraneoplastic().score() instanceof Result.Scored).isEqualTo(scored);
  }

  @ParameterizedTest
  @CsvSource({"23, UNDER_TWO_YEARS", "24, TWO_YEARS_OR_MORE"})
  void theClockRunsFromTheOnset(int month, FollowUp followUp) {
    assertThat(AdultChart.sinceMonths(month).consult().assessment().paraneoplastic().followUp())
        .isEqualTo(followUp);
  }
}
