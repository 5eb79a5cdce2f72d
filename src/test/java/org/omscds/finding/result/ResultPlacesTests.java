package org.omscds.finding.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.omscds.finding.result.ResultCharts.TODAY;
import static org.omscds.finding.result.ResultCharts.item;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ResultStatus;

/** Where in the chart a result stands, of which day it is, and how it is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultPlacesTests {

  private static final Concept MIBG =
      new Concept(List.of(new Coding("http://loinc.org", "82136-3", "")), "");

  private final TestResultReader reader = new TestResultReader(Charts.KNOWLEDGE);

  @Test
  void aResultTellsTheElementThatHoldsIt() {
    ResultCharts chart =
        new ResultCharts()
            .observed(
                List.of(
                    item("Anti-Hu", new ObservedValue.Words("negative"), List.of()),
                    item("Anti-Yo", new ObservedValue.Words("negative"), List.of()),
                    item("Anti-Ri", new ObservedValue.Words("positive"), List.of())),
                ResultStatus.FINAL,
                ClinicalDate.on(TODAY),
                "",
                "")
            .report(Concept.inWords("Report"), "Anti-Ma2 positive", ResultStatus.FINAL, 0);
    assertThat(reader.read(chart.record()).all())
        .extracting(TestResult::test, TestResult::reference, TestResult::element)
        .containsExactlyInAnyOrder(
            tuple("R-AB-HU", "Observation/o0", "value"),
            tuple("R-AB-YO", "Observation/o0", "component[0].value"),
            tuple("R-AB-RI", "Observation/o0", "component[1].value"),
            tuple("R-AB-MA2", "DiagnosticReport/r0", "conclusion"));
  }

  @Test
  void aResultIsShownAsItStandsInTheChart() {
    assertThat(seen(new ObservedValue.Flag(true))).isEqualTo("HBsAg: yes");
    assertThat(seen(new ObservedValue.Flag(false))).isEqualTo("HBsAg: no");
    assertThat(seen(new ObservedValue.Words("not detected"))).isEqualTo("HBsAg: not detected");
    assertThat(seen(new ObservedValue.Coded(Concept.inWords("Reactive"))))
        .isEqualTo("HBsAg: Reactive");
    assertThat(seen(new ObservedValue.Measured(new BigDecimal("0.05"), "IU/mL", "<")))
        .isEqualTo("HBsAg: <0.05 IU/mL");
    assertThat(seen(new ObservedValue.Measured(new BigDecimal("7"), "", ""))).isEqualTo("HBsAg: 7");
    assertThat(seen(new ObservedValue.NotGiven("temp-unknown"))).isEqualTo("HBsAg");
  }

  // A day ahead may be another time zone; two are an error of the record.
  @ParameterizedTest(name = "{0} days ahead")
  @CsvSource({"-1, true", "0, true", "1, true", "2, false", "30, false"})
  void aDateAfterTheConsultationIsNoDate(int daysAhead, boolean kept) {
    ClinicalDate date = ClinicalDate.on(TODAY.plusDays(daysAhead));
    ClinicalDate expected = kept ? date : ClinicalDate.unknown();
    ResultCharts chart =
        new ResultCharts()
            .words("HBsAg", "negative", -daysAhead)
            .report(MIBG, "No uptake.", ResultStatus.FINAL, -daysAhead);
    assertThat(reader.read(chart.record()).all())
        .extracting(TestResult::test, TestResult::date)
        .containsExactlyInAnyOrder(tuple("R-HBSAG", expected), tuple("R-MIBG", expected));
  }

  @Test
  void aReportOfOneTestMayTellOfOthersToo() {
    ResultCharts chart =
        new ResultCharts()
            .report(MIBG, "MIBG: no uptake. Urine HVA raised.", ResultStatus.FINAL, 2);
    assertThat(reader.read(chart.record()).all())
        .extracting(TestResult::test, TestResult::outcome)
        .containsExactlyInAnyOrder(
            tuple("R-MIBG", Outcome.NEGATIVE), tuple("R-HVA", Outcome.POSITIVE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No uptake.                   | PRELIMINARY | NEGATIVE
          Images are being processed.  | PRELIMINARY | PENDING
          Discussed with the parents.  | FINAL       | NOTHING
          """)
  void aReportWithoutAWordOnItsTestIsPendingWhileItIsPreliminary(
      String conclusion, ResultStatus status, String expected) {
    ResultCharts chart = new ResultCharts().report(MIBG, conclusion, status, 2);
    assertThat(reader.read(chart.record()).all())
        .extracting(result -> result.outcome().name())
        .isEqualTo(expected.equals("NOTHING") ? List.of() : List.of(expected));
  }

  private String seen(ObservedValue value) {
    ObservedItem item = item("HBsAg", value, List.of());
    return reader
        .read(new ResultCharts().item(item, ResultStatus.FINAL, 1).record())
        .all()
        .getFirst()
        .seen();
  }
}
