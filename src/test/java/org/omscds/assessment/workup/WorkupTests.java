package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.TODAY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.Charts;
import org.omscds.finding.Finding;
import org.omscds.finding.result.ResultCharts;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.ResultStatus;

/** What the results of a chart mean for the search of a tumour and for treatment. */
class WorkupTests {

  private static final Concept MIBG =
      new Concept(List.of(new Coding("http://loinc.org", "82136-3", "")), "MIBG scan");
  private static final Concept MRI =
      new Concept(List.of(new Coding("http://loinc.org", "91524-9", "")), "MRI");

  @Test
  void aNegativeTestIsKeptWithItsDayAndNeverMakesTheTumourAbsent() {
    Assessment assessment =
        assess(
            new ResultCharts()
                .words("Urine HVA", "not raised", 9)
                .words("Urine VMA", "normal", 9)
                .report(MIBG, "No abnormal uptake.", ResultStatus.FINAL, 5)
                .report(MRI, "No suspicious mass. Pelvis not included.", ResultStatus.FINAL, 3));
    assertThat(assessment.pillars().of(Pillar.D).finding()).isInstanceOf(Finding.Unknown.class);
    assertThat(assessment.workup().tumourSearch().all())
        .extracting(TumourSearch.NotDetected::modality, TumourSearch.NotDetected::date)
        .contains(
            org.assertj.core.groups.Tuple.tuple("urine HVA", daysAgo(9)),
            org.assertj.core.groups.Tuple.tuple("urine VMA", daysAgo(9)),
            org.assertj.core.groups.Tuple.tuple("MIBG", daysAgo(5)),
            org.assertj.core.groups.Tuple.tuple("MRI", daysAgo(3)));
    assertThat(assessment.workup().tumourSearch().all().getLast().regions())
        .containsExactlyInAnyOrder(BodyRegion.CHEST, BodyRegion.ABDOMEN);
  }

  @Test
  void raisedMarkersAndUptakeMakeTheTumourPossible() {
    assertThat(tumour(new ResultCharts().words("Urine HVA", "raised", 9)).isPossible()).isTrue();
    assertThat(tumour(new ResultCharts().words("Urine VMA", "raised", 9)).isPossible()).isTrue();
    assertThat(
            tumour(
                    new ResultCharts()
                        .report(MIBG, "Avid left adrenal lesion.", ResultStatus.FINAL, 5))
                .isPossible())
        .isTrue();
    assertThat(tumour(new ResultCharts().words("NSE", "raised", 9)).isPossible()).isFalse();
    assertThat(tumour(new ResultCharts().words("LDH", "raised", 9)).isPossible()).isFalse();
  }

  @Test
  void aPreliminaryNegativeIsNoSearch() {
    assertThat(
            assess(
                    new ResultCharts()
                        .report(MIBG, "No abnormal uptake.", ResultStatus.PRELIMINARY, 5))
                .workup()
                .tumourSearch()
                .all())
        .isEmpty();
  }

  // 3.6: current, or within 14 days.
  @ParameterizedTest
  @CsvSource({
    "Pseudoephedrine syrup, CURRENT, 90, , true",
    "Pseudoephedrine syrup, PAST, 14, , true",
    "Pseudoephedrine syrup, PAST, 15, , false",
    "Pseudoephedrine syrup, PAST, 90, 14, true",
    "Pseudoephedrine syrup, CURRENT, 90, 15, false",
    "Pseudoephedrine syrup, VOID, 1, , false",
    "Phenylephrine nasal spray, CURRENT, 1, , false",
    "Paracetamol, CURRENT, 1, , false"
  })
  void aDrugThatInterferesWithMibgIsNamedWhileItMatters(
      String drug, MedicationUse.State state, int startedDaysAgo, Integer ended, boolean expected) {
    MedicationUse use =
        new MedicationUse(
            "MedicationRequest/1",
            MedicationUse.Kind.ORDERED,
            List.of(Concept.inWords(drug)),
            List.of(),
            state,
            daysAgo(startedDaysAgo),
            ended == null ? ClinicalDate.unknown() : daysAgo(ended),
            List.of());
    assertThat(assess(new ResultCharts().drug(use)).workup().mibgInterference())
        .hasSize(expected ? 1 : 0);
  }

  @Test
  void aResultThatStandsInAReportAloneMeansThatTheOrderIsDone() {
    ResultCharts chart =
        new ResultCharts()
            .report(
                Concept.inWords("Laboratory report"),
                "Urine HVA normal. HBsAg negative. CSF white cells normal.",
                ResultStatus.FINAL,
                3);
    OrderHistory orders = assess(chart).orders();
    for (String id : List.of("W03-HVA", "B06-HBSAG", "W11")) {
      assertThat(orders.state(Charts.KNOWLEDGE.order(id), Optional.empty()))
          .as(id)
          .isInstanceOf(OrderHistory.State.Done.class);
    }
    assertThat(orders.state(Charts.KNOWLEDGE.order("W03-VMA"), Optional.empty()))
        .isInstanceOf(OrderHistory.State.Due.class);
  }

  @Test
  void theNewestResultOfEachCsfTestSupports() {
    assertThat(
            assess(
                    new ResultCharts()
                        .words("CSF oligoclonal bands", "4 CSF-specific bands", 9)
                        .words("CSF oligoclonal bands", "none detected", 3))
                .workup()
                .csf())
        .extracting(each -> each.outcome().name())
        .containsExactly("NEGATIVE");
  }

  private static Finding tumour(ResultCharts chart) {
    return assess(chart).pillars().of(Pillar.D).finding();
  }

  private static Assessment assess(ResultCharts chart) {
    return Charts.consult(chart.record()).assessment();
  }

  private static ClinicalDate daysAgo(int days) {
    return ClinicalDate.on(TODAY.minusDays(days));
  }
}
