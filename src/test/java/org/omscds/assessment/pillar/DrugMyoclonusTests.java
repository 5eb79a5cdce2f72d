package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.knowledge.Pillar;

/** A myoclonus that begins soon after a drug or toxin does not count for pillar B. */
class DrugMyoclonusTests {

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String MYOCLONUS = "17450006";
  private static final String ADULT = "420";

  private static boolean hasMotor(TestCharts chart) {
    return assess(chart).pillars().has(Pillar.B);
  }

  private static Assessment assess(TestCharts chart) {
    return Charts.consult(chart.record()).assessment();
  }

  private static TestCharts jerks(int months) {
    return TestCharts.child(months).problem(SNOMED, MYOCLONUS, 2);
  }

  // M-DRUG of knowledge.md 1.6, row by row
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lithium carbonate",
        "Amitriptyline",
        "Nortriptyline",
        "Phenytoin",
        "Cocaine",
        "Venlafaxine",
        "Diphenhydramine",
        "Cetirizine",
        "Amantadine",
        "Ciclosporin",
        "Phencyclidine"
      })
  void aDrugOfTheListExplainsTheJerks(String drug) {
    assertThat(hasMotor(jerks(30).drug(drug, 5))).isFalse();
    assertThat(assess(jerks(30).drug(drug, 5)).exposures()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Organophosphate poisoning",
        "Toluene inhalation",
        "Thallium exposure",
        "Chlordecone exposure",
        "Strychnine",
        "Scorpion sting"
      })
  void aToxinOfTheListExplainsTheJerks(String toxin) {
    assertThat(hasMotor(jerks(30).problem(toxin, 5))).isFalse();
    assertThat(assess(jerks(30).problem(toxin, 5)).exposures()).hasSize(1);
  }

  // F-MYO within 14 days of the start, not before it
  @ParameterizedTest(name = "begun {0} days before the jerks of two days ago: explained {1}")
  @CsvSource({"16, true", "17, false", "2, true", "1, false"})
  void theWindowIsFourteenDaysFromTheStart(int daysAgo, boolean explained) {
    assertThat(hasMotor(jerks(30).drug("Lithium", daysAgo))).isNotEqualTo(explained);
  }

  @Test
  void ataxiaOrOpsoclonusBesideTheJerksMakesThemCount() {
    assertThat(hasMotor(jerks(30).drug("Lithium", 5).problem(SNOMED, "20262006", 2))).isTrue();
    assertThat(hasMotor(jerks(30).drug("Lithium", 5).problem(SNOMED, "194177006", 2))).isTrue();
  }

  // Opioid, gabapentin, SSRI, cephalosporin (6.3): jerks alone
  @ParameterizedTest
  @ValueSource(strings = {"Morphine", "Fentanyl", "Gabapentin", "Fluoxetine", "Cefepime"})
  void aCommonDrugExplainsJerksAlone(String drug) {
    assertThat(hasMotor(jerks(30).drug(drug, 5))).isFalse();
    assertThat(assess(jerks(30).drug(drug, 5)).exposures()).hasSize(1);
  }

  // rage, behaviour change, sleep, insomnia, neuroblastoma
  @ParameterizedTest
  @ValueSource(strings = {"Rage attacks", "Irritability", "Disturbed sleep", "Insomnia"})
  void inAChildItExplainsNothingBesideAnotherPillar(String sign) {
    assertThat(hasMotor(jerks(30).drug("Cefalexin", 5).problem(sign, 2))).isTrue();
    assertThat(hasMotor(jerks(30).drug("Lithium", 5).problem(sign, 2))).isFalse();
  }

  @Test
  void inAnAdultItExplainsJerksWithoutAtaxiaWhateverElse() {
    int months = Integer.parseInt(ADULT);
    assertThat(hasMotor(jerks(months).drug("Morphine", 5).problem("Insomnia", 2))).isFalse();
    assertThat(hasMotor(jerks(months).drug("Morphine", 5).problem(SNOMED, "20262006", 2))).isTrue();
  }

  @Test
  void exposuresAreListedForFourteenDays() {
    assertThat(assess(TestCharts.child(30).drug("Lithium", 60, 14)).exposures()).hasSize(1);
    assertThat(assess(TestCharts.child(30).drug("Lithium", 60, 15)).exposures()).isEmpty();
    assertThat(assess(TestCharts.child(30).problem("Scorpion sting", 14)).exposures()).hasSize(1);
    assertThat(assess(TestCharts.child(30).problem("Scorpion sting", 15)).exposures()).isEmpty();
  }
}
