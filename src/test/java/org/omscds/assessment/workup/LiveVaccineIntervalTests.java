package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.TODAY;
import static org.omscds.finding.result.ResultCharts.item;
import static org.omscds.finding.result.ResultCharts.number;
import static org.omscds.finding.result.ResultCharts.range;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.result.ResultCharts;
import org.omscds.finding.result.TestResultReader;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Dose;
import org.omscds.patient.ResultStatus;

/** What holds a live vaccine back. */
class LiveVaccineIntervalTests {

  // 4.5: MMR and varicella wait 8 months (0.4 g/kg), 10 months (1 g/kg), 11 months (2 g/kg).
  @ParameterizedTest
  @CsvSource({
    "0.3, g/kg, 8", "0.4, g/kg, 8", "400, mg/kg, 8", "0.41, g/kg, 10", "1, g/kg, 10",
    "1000, mg/kg, 10", "1.01, g/kg, 11", "2, g/kg, 11", "40, g, 11", "2, g/kg/day, 11"
  })
  void ivigHoldsByItsDose(String amount, String unit, int months) {
    LocalDate day = TODAY.minusMonths(1);
    List<LiveVaccineInterval.Hold> holds = holds(ivig(day, amount, unit));
    assertThat(holds).hasSize(1);
    assertThat(holds.getFirst().reason()).isEqualTo(LiveVaccineInterval.Reason.IVIG);
    assertThat(holds.getFirst().until()).isEqualTo(ClinicalDate.on(day.plusMonths(months)));
    assertThat(holds.getFirst().doseKnown()).isEqualTo(unit.endsWith("/kg"));
  }

  @Test
  void anUnknownDoseTakesTheLongestIntervalAndSaysSo() {
    LocalDate day = TODAY.minusMonths(1);
    LiveVaccineInterval.Hold hold = holds(exposure(DrugClass.IVIG, day, day, true)).getFirst();
    assertThat(hold.until()).isEqualTo(ClinicalDate.on(day.plusMonths(11)));
    assertThat(hold.doseKnown()).isFalse();
  }

  @Test
  void theIntervalEndsOnItsDay() {
    assertThat(holds(ivig(TODAY.minusMonths(8), "0.4", "g/kg"))).isEmpty();
    assertThat(holds(ivig(TODAY.minusMonths(8).plusDays(1), "0.4", "g/kg"))).hasSize(1);
    assertThat(holds(ivig(TODAY.minusMonths(11), "2", "g/kg"))).isEmpty();
  }

  @Test
  void theDosesOfOneWeekCountTogether() {
    LocalDate last = TODAY.minusMonths(1);
    assertThat(untilOf(ivig(last, "0.4", "g/kg"), ivig(last.minusDays(6), "0.4", "g/kg")))
        .isEqualTo(ClinicalDate.on(last.plusMonths(10)));
    assertThat(untilOf(ivig(last, "0.4", "g/kg"), ivig(last.minusDays(7), "0.4", "g/kg")))
        .isEqualTo(ClinicalDate.on(last.plusMonths(8)));
    assertThat(untilOf(ivig(last, "0.4", "g/kg"), exposure(DrugClass.IVIG, last, last, true)))
        .isEqualTo(ClinicalDate.on(last.plusMonths(11)));
  }

  @Test
  void anOrderTellsOneDoseOfPerhapsSeveral() {
    LocalDate day = TODAY.minusMonths(1);
    assertThat(untilOf(ordered(day, "0.4"))).isEqualTo(ClinicalDate.on(day.plusMonths(11)));
    assertThat(holds(ordered(day, "0.4")).getFirst().doseKnown()).isFalse();
    assertThat(holds(ordered(day, "2")).getFirst().doseKnown()).isTrue();
    assertThat(untilOf(ordered(TODAY, "2"), ivig(day, "0.4", "g/kg")))
        .isEqualTo(ClinicalDate.on(day.plusMonths(8)));
  }

  // C13: steroid or ACTH current or within 1 month, rituximab within 6, cyclophosphamide within 3.
  @ParameterizedTest
  @CsvSource({
    "STEROID, STEROID_OR_ACTH, 1",
    "ACTH, STEROID_OR_ACTH, 1",
    "RITUXIMAB, RITUXIMAB, 6",
    "CYCLOPHOSPHAMIDE, CYCLOPHOSPHAMIDE, 3"
  })
  void immunosuppressionHoldsForItsMonths(
      DrugClass drug, LiveVaccineInterval.Reason reason, int months) {
    LocalDate over = TODAY.minusMonths(months);
    LocalDate notYet = over.plusDays(1);
    assertThat(holds(exposure(drug, over.minusDays(20), over, true))).isEmpty();
    assertThat(holds(exposure(drug, notYet.minusDays(20), notYet, true)))
        .extracting(LiveVaccineInterval.Hold::reason)
        .containsExactly(reason);
  }

  @Test
  void aCurrentSteroidHoldsWithoutAnEnd() {
    Exposure current =
        new Exposure(
            DrugClass.STEROID,
            "prednisolone",
            true,
            true,
            ClinicalDate.on(TODAY.minusDays(90)),
            ClinicalDate.unknown(),
            new Evidence("MedicationStatement/1", "prednisolone", ClinicalDate.unknown()));
    assertThat(holds(current).getFirst().until()).isEqualTo(ClinicalDate.unknown());
  }

  @Test
  void anUndatedCourseHolds() {
    Exposure undated =
        new Exposure(
            DrugClass.RITUXIMAB,
            "rituximab",
            true,
            false,
            ClinicalDate.unknown(),
            ClinicalDate.unknown(),
            new Evidence("MedicationStatement/1", "rituximab", ClinicalDate.unknown()));
    assertThat(holds(undated).getFirst().until()).isEqualTo(ClinicalDate.unknown());
  }

  @Test
  void afterRituximabLowBCellsHoldOnAndNormalOnesDoNot() {
    LocalDate given = TODAY.minusMonths(9);
    Exposure rituximab = exposure(DrugClass.RITUXIMAB, given, given, true);
    assertThat(LiveVaccineInterval.of(List.of(rituximab), bCells("2", 10), TODAY)).hasSize(1);
    assertThat(LiveVaccineInterval.of(List.of(rituximab), bCells("300", 10), TODAY)).isEmpty();
    assertThat(LiveVaccineInterval.of(List.of(rituximab), bCells("2", 400), TODAY)).isEmpty();
  }

  @Test
  void aDoseInWordsCountsWithItsDays() {
    // Dose.inWords is tested with the patient record; here its unit decides.
    assertThat(LiveVaccineInterval.months(new BigDecimal("0.4"))).isEqualTo(8);
    assertThat(LiveVaccineInterval.months(new BigDecimal("1.0"))).isEqualTo(10);
    assertThat(LiveVaccineInterval.months(new BigDecimal("1.1"))).isEqualTo(11);
  }

  private static TestResults bCells(String count, int daysAgo) {
    return new TestResultReader(Charts.KNOWLEDGE)
        .read(
            new ResultCharts()
                .item(
                    item("CD19 B cells", number(count), List.of(), range("200-600")),
                    ResultStatus.FINAL,
                    daysAgo)
                .record());
  }

  private static ClinicalDate untilOf(Exposure... exposures) {
    return holds(exposures).getFirst().until();
  }

  private static List<LiveVaccineInterval.Hold> holds(Exposure... exposures) {
    return LiveVaccineInterval.of(List.of(exposures), TestResults.none(), TODAY);
  }

  private static Exposure ivig(LocalDate day, String amount, String unit) {
    return with(exposure(DrugClass.IVIG, day, day, true), amount, unit);
  }

  private static Exposure ordered(LocalDate day, String amount) {
    return with(exposure(DrugClass.IVIG, day, day, false), amount, "g/kg");
  }

  private static Exposure with(Exposure drug, String amount, String unit) {
    return new Exposure(
        drug.drugClass(),
        drug.ingredient(),
        drug.given(),
        drug.current(),
        drug.start(),
        drug.end(),
        drug.evidence(),
        List.of(new Dose(new BigDecimal(amount), unit)));
  }

  private static Exposure exposure(DrugClass drug, LocalDate start, LocalDate end, boolean given) {
    return new Exposure(
        drug,
        drug.name(),
        given,
        false,
        ClinicalDate.on(start),
        ClinicalDate.on(end),
        new Evidence("MedicationAdministration/1", drug.name(), ClinicalDate.on(start)));
  }
}
