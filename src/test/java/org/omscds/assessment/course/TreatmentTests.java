package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.ClinicalDate;

/** Runs of one drug, their ends, and what is given now. */
class TreatmentTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static ClinicalDate ago(int days) {
    return days < 0 ? ClinicalDate.unknown() : ClinicalDate.on(TODAY.minusDays(days));
  }

  private static Exposure dose(DrugClass drug, String name, int days) {
    return exposure(drug, name, true, false, days, -1);
  }

  private static Exposure exposure(
      DrugClass drug, String name, boolean given, boolean current, int start, int end) {
    return new Exposure(
        drug,
        name,
        given,
        current,
        ago(start),
        ago(end),
        new Evidence("MedicationStatement/m" + start, name, ago(start)));
  }

  private static Treatment treatment(Exposure... exposures) {
    return Treatment.of(
        new Findings(Map.of(), List.of(), List.of(exposures), TestResults.none()), TODAY);
  }

  private static Exposure prednisolone(int start, int end) {
    return exposure(DrugClass.STEROID, "prednisolone", true, false, start, end);
  }

  /** A dose within 90 days of the last one continues the run. */
  @ParameterizedTest(name = "IVIG {0} and {1} days ago: {2} runs")
  @CsvSource({"100, 10, 1", "101, 10, 2", "10, 10, 1"})
  void dosesMakeRuns(int earlier, int later, int runs) {
    Treatment treatment =
        treatment(
            dose(DrugClass.IVIG, "immune globulin IV", later),
            dose(DrugClass.IVIG, "immune globulin IV", earlier));

    assertThat(treatment.agents()).hasSize(runs);
    assertThat(treatment.agents().getFirst().first()).isEqualTo(TODAY.minusDays(earlier));
    assertThat(treatment.agents().getLast().last()).isEqualTo(TODAY.minusDays(later));
  }

  /** On while it stands, or until 42 days after the last dose where no end is recorded. */
  @Test
  void whatIsGivenNow() {
    assertThat(isOn(dose(DrugClass.IVIG, "immune globulin IV", 42))).isTrue();
    assertThat(isOn(dose(DrugClass.IVIG, "immune globulin IV", 43))).isFalse();
    assertThat(isOn(exposure(DrugClass.ACTH, "corticotropin", false, true, 300, -1))).isTrue();
    assertThat(isOn(exposure(DrugClass.ACTH, "corticotropin", false, true, 300, 1))).isFalse();
    assertThat(isOn(exposure(DrugClass.ACTH, "corticotropin", false, true, 300, 0))).isTrue();
    assertThat(isOn(prednisolone(60, 1))).isFalse();
    assertThat(isOn(exposure(DrugClass.ACTH, "corticotropin", false, true, 365, -1))).isTrue();
    assertThat(isOn(exposure(DrugClass.ACTH, "corticotropin", false, true, 366, -1))).isFalse();
  }

  private static boolean isOn(Exposure exposure) {
    return Treatment.isOn(treatment(exposure).agents().getFirst(), TODAY);
  }

  @Test
  void anEndIsTheRecordedOneOrTheLastDose() {
    assertThat(treatment(prednisolone(60, 10)).agents().getFirst().ended())
        .contains(TODAY.minusDays(10));
    assertThat(treatment(dose(DrugClass.ACTH, "corticotropin", 9)).agents().getFirst().ended())
        .contains(TODAY.minusDays(9));
    Exposure stopped = exposure(DrugClass.ACTH, "corticotropin", false, false, 60, -1);
    assertThat(treatment(stopped).agents().getFirst().ended()).isEmpty();
    Exposure going = exposure(DrugClass.ACTH, "corticotropin", false, true, 60, -1);
    assertThat(treatment(going).agents().getFirst().ended()).isEmpty();
  }

  /** An order whose end nobody recorded may have been renewed. */
  @ParameterizedTest(name = "orders {0} and {1} days ago: {2} runs")
  @CsvSource({"280, 100, 1", "281, 100, 2"})
  void anOrderMayHaveBeenRenewed(int earlier, int later, int runs) {
    Treatment treatment =
        treatment(
            exposure(DrugClass.ACTH, "corticotropin", false, false, earlier, -1),
            exposure(DrugClass.ACTH, "corticotropin", false, true, later, -1));

    assertThat(treatment.agents()).hasSize(runs);
    assertThat(treatment.steroidCourses()).hasSize(runs);
  }

  /** A recorded end is a reduction, unless the steroid goes on within a week. */
  @ParameterizedTest(name = "ended 100 days ago, again {0} days ago: {1} courses in one run")
  @CsvSource({"93, 1", "92, 2"})
  void aRecordedEndCutsTheCourse(int again, int courses) {
    Treatment treatment = treatment(prednisolone(200, 100), prednisolone(again, 10));

    assertThat(treatment.agents()).hasSize(1);
    assertThat(treatment.steroidCourses()).hasSize(courses);
  }

  @Test
  void oneDoseOfASteroidAndHydrocortisoneAreNoTreatment() {
    assertThat(treatment(dose(DrugClass.STEROID, "dexamethasone", 5)).agents()).isEmpty();
    assertThat(
            treatment(exposure(DrugClass.STEROID, "hydrocortisone", false, true, 50, -1)).agents())
        .isEmpty();
    assertThat(
            treatment(
                    dose(DrugClass.STEROID, "dexamethasone", 5),
                    dose(DrugClass.STEROID, "dexamethasone", 6))
                .agents())
        .hasSize(1);
    assertThat(treatment(dose(DrugClass.IVIG, "immune globulin IV", 5)).agents()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} days ago: {1} days since the reduction")
  @CsvSource({"10, 0", "4, 6", "0, 10", "11, -1"})
  void theLastEndBeforeADayIsTheReduction(int days, long since) {
    Treatment treatment = treatment(prednisolone(200, 150), prednisolone(90, 10));

    assertThat(treatment.daysSinceReduction(TODAY.minusDays(days)))
        .isEqualTo(days == 11 ? 139 : since);
    assertThat(treatment(prednisolone(90, 10)).daysSinceReduction(TODAY.minusDays(days)))
        .isEqualTo(since);
  }

  @ParameterizedTest(name = "{0} days ago on a steroid: {1}")
  @CsvSource({"91, false", "90, true", "10, true", "9, false"})
  void aSteroidRunsFromItsFirstToItsLastDay(int days, boolean on) {
    assertThat(treatment(prednisolone(90, 10)).isOnSteroid(TODAY.minusDays(days))).isEqualTo(on);
    Exposure ivig = exposure(DrugClass.IVIG, "immune globulin IV", false, true, 200, -1);
    assertThat(treatment(ivig).isOnSteroid(TODAY.minusDays(days))).isFalse();
  }

  /** Drugs begun within a week of each other are judged together. */
  @ParameterizedTest(name = "IVIG {0} days ago, ACTH 20 days ago: {1}")
  @CsvSource({"27, 2", "28, 1", "20, 2"})
  void theDrugsThatWereAddedLast(int ivig, int together) {
    Treatment treatment =
        treatment(
            exposure(DrugClass.IVIG, "immune globulin IV", false, true, ivig, -1),
            exposure(DrugClass.ACTH, "corticotropin", false, true, 20, -1));

    assertThat(treatment.addedLast(TODAY)).hasSize(together);
  }

  private static Exposure acth(boolean current, ClinicalDate start, ClinicalDate end) {
    return new Exposure(
        DrugClass.ACTH,
        "corticotropin",
        false,
        current,
        start,
        end,
        new Evidence("MedicationRequest/acth", "corticotropin", start));
  }

  private static final ClinicalDate TOMORROW = ClinicalDate.on(TODAY.plusDays(1));

  @Test
  void whatBeginsLaterOrOnAnUnknownDayIsNoTreatmentYet() {
    assertThat(treatment(acth(true, TOMORROW, ClinicalDate.unknown())).agents()).isEmpty();
    assertThat(treatment(acth(true, ClinicalDate.unknown(), ago(3))).agents()).isEmpty();
    assertThat(treatment(acth(true, ago(0), ClinicalDate.unknown())).agents()).hasSize(1);
  }

  @Test
  void anEndThatIsToComeIsNotReachedYet() {
    Agent agent = treatment(acth(true, ago(20), TOMORROW)).agents().getFirst();

    assertThat(agent.last()).isEqualTo(TODAY);
    assertThat(agent.current()).isTrue();
  }

  /** A dose that begins and ends on one day is a dose; an order for one day has an end. */
  @Test
  void whatWasGivenOnOneDayIsADose() {
    String ivig = "immune globulin IV";
    assertThat(end(exposure(DrugClass.IVIG, ivig, true, false, 42, 42)))
        .isEqualTo(Agent.End.LAST_DOSE);
    assertThat(end(exposure(DrugClass.IVIG, ivig, true, true, 0, 0)))
        .isEqualTo(Agent.End.LAST_DOSE);
    assertThat(end(exposure(DrugClass.IVIG, ivig, true, false, 43, 42)))
        .isEqualTo(Agent.End.RECORDED);
    assertThat(end(exposure(DrugClass.IVIG, ivig, false, false, 42, 42)))
        .isEqualTo(Agent.End.RECORDED);
  }

  private static Agent.End end(Exposure... exposures) {
    assertThat(treatment(exposures).agents()).hasSize(1);
    return treatment(exposures).agents().getFirst().end();
  }

  /** A run ends as what goes on longest ended. */
  @Test
  void aRunEndsWithTheOneThatLastedLonger() {
    Exposure course = prednisolone(200, 100);
    assertThat(end(course, prednisolone(90, 80))).isEqualTo(Agent.End.RECORDED);
    assertThat(end(course, dose(DrugClass.STEROID, "prednisolone", 90)))
        .isEqualTo(Agent.End.LAST_DOSE);
    assertThat(end(course, dose(DrugClass.STEROID, "prednisolone", 150)))
        .isEqualTo(Agent.End.RECORDED);
    assertThat(treatment(course, prednisolone(150, 120)).agents().getFirst().last())
        .isEqualTo(TODAY.minusDays(100));
  }

  @Test
  void aRunGoesOnWhileOneOrderStands() {
    Exposure standing = exposure(DrugClass.STEROID, "prednisolone", false, true, 150, -1);
    assertThat(end(standing, dose(DrugClass.STEROID, "prednisolone", 20)))
        .isEqualTo(Agent.End.NONE);
    assertThat(end(standing, prednisolone(140, 20))).isEqualTo(Agent.End.NONE);
    assertThat(end(prednisolone(200, 100), standing)).isEqualTo(Agent.End.NONE);
  }

  /** Only what is given now, or was until lately, can have been added last. */
  @Test
  void whatEndedWasNotAddedLast() {
    Exposure now = exposure(DrugClass.ACTH, "corticotropin", false, true, 200, -1);
    assertThat(treatment(now, prednisolone(60, 10)).addedLast(TODAY))
        .extracting(Agent::ingredient)
        .containsExactly("corticotropin");
    assertThat(treatment(now, prednisolone(203, 100)).addedLast(TODAY))
        .extracting(Agent::ingredient)
        .containsExactly("corticotropin");
    assertThat(treatment(prednisolone(60, 10)).addedLast(TODAY)).isEmpty();
  }

  @Test
  void theEvidenceOfOneDayDoesNotDependOnTheOrderOfTheChart() {
    Exposure first = ivig("MedicationAdministration/a");
    Exposure second = ivig("MedicationAdministration/b");

    assertThat(references(first, second))
        .containsExactly("MedicationAdministration/a", "MedicationAdministration/b");
    assertThat(references(second, first)).isEqualTo(references(first, second));
  }

  private static Exposure ivig(String reference) {
    return new Exposure(
        DrugClass.IVIG,
        "immune globulin IV",
        true,
        false,
        ago(9),
        ClinicalDate.unknown(),
        new Evidence(reference, "immune globulin IV", ago(9)));
  }

  private static List<String> references(Exposure... exposures) {
    return treatment(exposures).agents().getFirst().evidence().stream()
        .map(Evidence::reference)
        .toList();
  }
}
