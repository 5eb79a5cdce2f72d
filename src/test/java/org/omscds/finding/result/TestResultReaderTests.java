package org.omscds.finding.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.TODAY;
import static org.omscds.finding.result.ResultCharts.item;
import static org.omscds.finding.result.ResultCharts.loinc;
import static org.omscds.finding.result.ResultCharts.number;
import static org.omscds.finding.result.ResultCharts.range;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.Specimen;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ReferenceRange;
import org.omscds.patient.ResultStatus;

/** What names and values in a laboratory's words, numbers and codes say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestResultReaderTests {

  private final TestResultReader reader = new TestResultReader(Charts.KNOWLEDGE);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Anti-Hu Ab, Serum          | Negative                  | R-AB-HU     | NEGATIVE      | SERUM
          ANNA-1, CSF                | Positive 1:640            | R-AB-HU     | POSITIVE      | CSF
          ANNA-2                     | Detected                  | R-AB-RI     | POSITIVE      | UNKNOWN
          Anti-Ri                    | see note                  | R-AB-RI     | INDETERMINATE | UNKNOWN
          Anti-Ri                    | <1:10                     | R-AB-RI     | NEGATIVE      | UNKNOWN
          Anti-Ri                    | 1:640                     | R-AB-RI     | INDETERMINATE | UNKNOWN
          Anti-Ri                    | 1:640 (ref <1:10)         | R-AB-RI     | POSITIVE      | UNKNOWN
          Anti-Ri                    | 1:10 (ref <1:10)          | R-AB-RI     | POSITIVE      | UNKNOWN
          Hu                         | not detected              | R-AB-HU     | NEGATIVE      | UNKNOWN
          NMDA receptor IgG, CSF     | pending                   | R-AB-NMDAR  | PENDING       | CSF
          GABA-B-R Ab                | equivocal                 | R-AB-GABAB  | INDETERMINATE | UNKNOWN
          Voltage-gated calcium channel, P/Q-type | raised       | R-AB-VGCC-PQ | POSITIVE     | UNKNOWN
          HBsAg                      | Non-reactive              | R-HBSAG     | NEGATIVE      | SERUM
          Hepatitis B core Ab, total | Reactive                  | R-HBC       | POSITIVE      | SERUM
          HBV DNA                    | not detected              | R-HBV-DNA   | NEGATIVE      | SERUM
          Neuronal antibodies, serum | negative                  | R-AB-PANEL  | NEGATIVE      | SERUM
          Urine HVA                  | 45 (normal <20)           | R-HVA       | POSITIVE      | URINE
          Urine HVA                  | 19.9 (normal <20)         | R-HVA       | NEGATIVE      | URINE
          Urine HVA                  | 20 (normal <20)           | R-HVA       | POSITIVE      | URINE
          Urine HVA                  | 20 (normal range 2 to 20) | R-HVA       | NEGATIVE      | URINE
          Urine VMA                  | raised                    | R-VMA       | POSITIVE      | URINE
          Urine VMA                  | not raised                | R-VMA       | NEGATIVE      | URINE
          CSF WBC                    | 12 (ref 0-5)              | R-CSF-CELLS | POSITIVE      | CSF
          CSF white cells            | no pleocytosis            | R-CSF-CELLS | NEGATIVE      | CSF
          White cell count, CSF      | 3 (ref 0-5)               | R-CSF-CELLS | NEGATIVE      | CSF
          CD19 B cells, CSF          | expanded                  | R-CSF-BCELLS | POSITIVE     | CSF
          Oligoclonal bands          | CSF-specific bands 4      | R-CSF-OCB   | POSITIVE      | CSF
          Oligoclonal bands          | identical bands in serum and CSF | R-CSF-OCB | NEGATIVE | CSF
          Oligoclonal bands          | No CSF-specific bands     | R-CSF-OCB   | NEGATIVE      | CSF
          Oligoclonal bands          | none detected             | R-CSF-OCB   | NEGATIVE      | CSF
          Oligoclonal bands          | single band               | R-CSF-OCB   | INDETERMINATE | CSF
          """)
  void namesAndValuesAreReadAsALaboratoryWritesThem(
      String name, String value, String test, Outcome outcome, Specimen specimen) {
    TestResult result = only(name, value);
    assertThat(result.test()).isEqualTo(test);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.specimen()).isEqualTo(specimen);
  }

  // ANCA is the neutrophil's, ANNA the neurone's; an IgM against the core is not the total
  // antibody; HVA in CSF is a transmitter and no tumour marker.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ANCA screen
          ANNA-3
          Hepatitis B core IgM
          anti-HBc IgM
          HVA, CSF
          VZV IgG
          IgG index
          N-type voltage-gated calcium channel
          Leukocytes
          """)
  void aNameThatOnlySoundsAlikeIsNoTestOfOurs(String name) {
    assertThat(read(new ResultCharts().words(name, "positive", 1)).all())
        .extracting(TestResult::test)
        .doesNotContain("R-AB-HU", "R-HBC", "R-HVA", "R-IGG", "R-AB-VGCC-PQ", "R-CSF-CELLS");
  }

  // The high end belongs to the range; "less than" and "more than" may leave it open.
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "IgA, 20, 20-100, NEGATIVE",
    "IgA, 19.9, 20-100, LOW",
    "IgA, 100, 20-100, NEGATIVE",
    "IgA, 100.1, 20-100, POSITIVE",
    "IgA, <20, 20-100, LOW",
    "IgA, <=20, 20-100, INDETERMINATE",
    "IgA, <25, 20-100, INDETERMINATE",
    "IgA, >100, 20-100, POSITIVE",
    "IgA, >=100, 20-100, INDETERMINATE",
    "IgA, >99, 20-100, INDETERMINATE",
    "urine HVA, <2, 0-20, NEGATIVE",
    "urine HVA, <20, -20, NEGATIVE",
    "urine HVA, <21, -20, INDETERMINATE",
    "urine HVA, 1, 2-20, NEGATIVE",
    "eGFR, >90, 60-, NEGATIVE",
    "eGFR, 59, 60-, LOW",
    "eGFR, >59, 60-, INDETERMINATE"
  })
  void aNumberIsHeldAgainstTheRangeThatWasSentWithIt(
      String name, String value, String range, Outcome expected) {
    ObservedValue number = number(value);
    assertThat(one(item(name, number, List.of(), range(range)))).isEqualTo(expected);
  }

  @Test
  void severalRangesMustAgree() {
    ObservedValue ten = number("10");
    assertThat(one(item("urine HVA", ten, List.of(), range("-8"), range("-9"))))
        .isEqualTo(Outcome.POSITIVE);
    assertThat(one(item("urine HVA", ten, List.of(), range("-8"), range("-12"))))
        .isEqualTo(Outcome.INDETERMINATE);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10   | <10        | POSITIVE
          9.9  | <10        | NEGATIVE
          10   | <= 10      | NEGATIVE
          10   | up to 10   | NEGATIVE
          11   | up to 10   | POSITIVE
          10   | 2,5 - 10,0 | NEGATIVE
          10.1 | 2.5–10     | POSITIVE
          4    | negative   | INDETERMINATE
          """)
  void aRangeInWordsIsRead(String value, String range, Outcome expected) {
    ReferenceRange inWords = new ReferenceRange(List.of(), List.of(), range);
    assertThat(one(item("urine HVA", number(value), List.of(), inWords))).isEqualTo(expected);
  }

  // HL7 ObservationInterpretation: POS, DET, RR, WR, H.. found; NEG, ND, NR, N not; L.. low; IND, E
  // open; A is on either side.
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "urine HVA, H, POSITIVE",
    "urine HVA, HH, POSITIVE",
    "urine HVA, HU, POSITIVE",
    "urine HVA, A, POSITIVE",
    "urine HVA, AA, POSITIVE",
    "urine HVA, N, NEGATIVE",
    "urine HVA, L, NEGATIVE",
    "urine HVA, IND, INDETERMINATE",
    "urine HVA, HIGH, POSITIVE",
    "urine HVA, XYZ, INDETERMINATE",
    "HBsAg, POS, POSITIVE",
    "HBsAg, DET, POSITIVE",
    "HBsAg, RR, POSITIVE",
    "HBsAg, WR, POSITIVE",
    "HBsAg, NEG, NEGATIVE",
    "HBsAg, ND, NEGATIVE",
    "HBsAg, NR, NEGATIVE",
    "HBsAg, E, INDETERMINATE",
    "IgA, L, LOW",
    "IgA, LL, LOW",
    "IgA, A, INDETERMINATE",
    "IgA, H, POSITIVE"
  })
  void theLaboratorysInterpretationIsRead(String name, String code, Outcome expected) {
    assertThat(one(item(name, new ObservedValue.NotGiven(""), List.of(code)))).isEqualTo(expected);
    assertThat(one(item(name, number("7"), List.of(code)))).isEqualTo(expected);
  }

  @Test
  void abnormalIsLowWhereTheValueIs() {
    assertThat(one(item("IgA", number("7"), List.of("A"), range("20-100")))).isEqualTo(Outcome.LOW);
  }

  @Test
  void anAmountWithoutARangeSaysNothingUnlessTheTestAsksWhetherAnythingIsThere() {
    assertThat(one(item("urine HVA", number("7"), List.of()))).isEqualTo(Outcome.INDETERMINATE);
    assertThat(one(item("HBV DNA", number("7"), List.of()))).isEqualTo(Outcome.INDETERMINATE);
    assertThat(one(item("HBV DNA", number("<10"), List.of()))).isEqualTo(Outcome.NEGATIVE);
    assertThat(one(item("HBV DNA", number("0"), List.of()))).isEqualTo(Outcome.NEGATIVE);
    assertThat(one(item("HBV DNA", number(">1000"), List.of()))).isEqualTo(Outcome.POSITIVE);
  }

  @Test
  void codedAnswersAndBooleansAreRead() {
    Concept detected =
        new Concept(List.of(new Coding("http://snomed.info/sct", "260373001", "Detected")), "");
    Concept notDetected =
        new Concept(List.of(new Coding("http://snomed.info/sct", "260415000", "")), "");
    assertThat(one(loinc("5196-1", new ObservedValue.Coded(detected)))).isEqualTo(Outcome.POSITIVE);
    assertThat(one(loinc("5196-1", new ObservedValue.Coded(notDetected))))
        .isEqualTo(Outcome.NEGATIVE);
    assertThat(one(loinc("5196-1", new ObservedValue.Coded(Concept.inWords("non reactive")))))
        .isEqualTo(Outcome.NEGATIVE);
    assertThat(one(loinc("5196-1", new ObservedValue.Flag(true)))).isEqualTo(Outcome.POSITIVE);
    assertThat(one(loinc("5196-1", new ObservedValue.Flag(false)))).isEqualTo(Outcome.NEGATIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "temp-unknown, FINAL, PENDING",
    "not-performed, FINAL, INDETERMINATE",
    "masked, FINAL, INDETERMINATE",
    "'', PRELIMINARY, PENDING",
    "unknown, PRELIMINARY, PENDING"
  })
  void aMissingValueIsPendingOrOpen(String reason, ResultStatus status, Outcome expected) {
    ResultCharts chart =
        new ResultCharts()
            .item(item("HBsAg", new ObservedValue.NotGiven(reason), List.of()), status, 1);
    assertThat(read(chart).all()).extracting(TestResult::outcome).containsExactly(expected);
  }

  @Test
  void aFinalPanelWithoutAValueOfItsOwnIsNoResult() {
    ResultCharts chart =
        new ResultCharts()
            .observed(
                List.of(
                    loinc("94697-0", new ObservedValue.NotGiven("")),
                    item("Hu", new ObservedValue.Words("negative"), List.of()),
                    item("Ri", new ObservedValue.Words("positive"), List.of())),
                ResultStatus.FINAL,
                ClinicalDate.on(TODAY),
                "Serum",
                "");
    assertThat(read(chart).all())
        .extracting(TestResult::test, TestResult::outcome, TestResult::specimen)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("R-AB-HU", Outcome.NEGATIVE, Specimen.SERUM),
            org.assertj.core.groups.Tuple.tuple("R-AB-RI", Outcome.POSITIVE, Specimen.SERUM));
  }

  @Test
  void aBroaderCodeNamesNoAntibody() {
    assertThat(
            read(new ResultCharts()
                    .item(loinc("11088-2", new ObservedValue.Flag(true)), ResultStatus.FINAL, 1))
                .all())
        .isEmpty();
  }

  @Test
  void theStatedSpecimenIsTaken() {
    ResultCharts chart =
        new ResultCharts()
            .observed(
                List.of(item("Leukocytes", number("12"), List.of(), range("0-5"))),
                ResultStatus.FINAL,
                ClinicalDate.on(TODAY),
                "Cerebrospinal fluid",
                "");
    assertThat(read(chart).of("R-CSF-CELLS", Specimen.CSF))
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.POSITIVE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anti-Yo                | positive                                  | NOT_STATED
          Anti-Yo, line blot     | positive                                  | UNCONFIRMED_BLOT
          Anti-Yo, line blot     | positive, confirmed by immunofluorescence | CONFIRMED
          Anti-Yo, line blot     | positive, tissue immunofluorescence also positive | CONFIRMED
          Anti-Yo                | positive, not confirmed by tissue assay   | UNCONFIRMED_BLOT
          Anti-Yo                | positive, to be confirmed                 | UNCONFIRMED_BLOT
          """)
  void aBlotAloneIsNoConfirmedAntibody(String name, String value, Confirmation expected) {
    assertThat(only(name, value).confirmation()).isEqualTo(expected);
  }

  @Test
  void aSecondMethodInAnotherResultConfirmsABlot() {
    ResultCharts both =
        new ResultCharts()
            .words("Anti-Yo, line blot", "positive", 3)
            .words("Anti-Yo, tissue immunofluorescence", "positive", 1);
    ResultCharts contradicted =
        new ResultCharts()
            .words("Anti-Yo, line blot", "positive", 3)
            .words("Anti-Yo, tissue immunofluorescence", "negative", 1);
    assertThat(read(both).of("R-AB-YO").getLast().confirmation()).isEqualTo(Confirmation.CONFIRMED);
    assertThat(read(contradicted).of("R-AB-YO").getLast().confirmation())
        .isEqualTo(Confirmation.UNCONFIRMED_BLOT);
  }

  @Test
  void theNewestAnswerCountsAndOneWithoutADateComesLast() {
    TestResults results =
        read(
            new ResultCharts()
                .words("HBsAg", "negative", 30)
                .words("HBsAg", "positive", 10)
                .words("HBsAg", "pending", 1)
                .observed(
                    List.of(item("HBsAg", new ObservedValue.Words("negative"), List.of())),
                    ResultStatus.FINAL,
                    ClinicalDate.unknown(),
                    "",
                    ""));
    assertThat(results.of("R-HBSAG"))
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.PENDING, Outcome.POSITIVE, Outcome.NEGATIVE, Outcome.NEGATIVE);
    assertThat(results.latest("R-HBSAG")).map(TestResult::outcome).contains(Outcome.POSITIVE);
    assertThat(results.latest("R-HBC")).isEmpty();
  }

  @Test
  void ofOneDayTheFinalResultComesBeforeThePreliminaryOne() {
    TestResults results =
        read(
            new ResultCharts()
                .item(
                    item("HBsAg", new ObservedValue.Words("positive"), List.of()),
                    ResultStatus.PRELIMINARY,
                    2)
                .words("HBsAg", "negative", 2));
    assertThat(results.latest("R-HBSAG")).map(TestResult::isFinalNegative).contains(true);
  }

  @Test
  void aVoidResultSaysNothing() {
    assertThat(
            read(new ResultCharts()
                    .item(
                        item("HBsAg", new ObservedValue.Words("positive"), List.of()),
                        ResultStatus.VOID,
                        2))
                .all())
        .isEmpty();
  }

  // Each conclusion of a report of CSF with the results that it holds.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Anti-Hu, anti-Yo and anti-Ri negative.                    | HU- YO- RI-
          Anti-Hu, anti-Yo, anti-Ri: negative; anti-Ma2: positive   | HU- YO- RI- MA2+
          Positive for anti-Ri and anti-Hu.                         | RI+ HU+
          Positive anti-Ri, anti-Hu negative.                       | RI+ HU-
          Positive anti-Ri and negative anti-Hu.                    | RI+ HU-
          No anti-Hu, anti-Yo or anti-Ri antibodies detected.       | HU- YO- RI-
          Negative: anti-Hu, anti-Yo, anti-Ri.                      | HU- YO- RI-
          Anti-NMDAR pending, anti-Hu negative                      | NMDAR? HU-
          Anti-Hu (ANNA-1): negative                                | HU- HU-
          Anti-Ri positive, titre 1:640                             | RI+
          Recommend anti-Ri if anti-Hu negative.                    | ``
          Anti-Ri sent in 2025 by another hospital                  | RI?
          Anti-Ri discussed with the family.                        | ``
          Anti-Hu negative but anti-Ri positive                     | HU- RI+
          """)
  void resultsAreReadOutOfAReport(String conclusion, String expected) {
    TestResults results =
        read(
            new ResultCharts()
                .report(Concept.inWords("Laboratory report"), conclusion, ResultStatus.FINAL, 3));
    assertThat(results.all())
        .extracting(TestResultReaderTests::sign)
        .containsExactlyInAnyOrder(
            Arrays.stream(expected.split(" "))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
  }

  private static String sign(TestResult result) {
    String sign =
        switch (result.outcome()) {
          case POSITIVE -> "+";
          case NEGATIVE, LOW -> "-";
          case INDETERMINATE -> "~";
          case PENDING -> "?";
        };
    return result.test().replace("R-AB-", "") + sign;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          MIBG-avid left adrenal mass.                                     | POSITIVE
          Intense uptake in a right paraspinal mass.                       | POSITIVE
          Physiological uptake in heart and liver. Focal uptake at L2.     | POSITIVE
          No uptake in the liver, but intense uptake in the left adrenal.  | POSITIVE
          No abnormal MIBG uptake.                                         | NEGATIVE
          Normal biodistribution. No avid lesion.                          | NEGATIVE
          Equivocal uptake near the left adrenal.                          | INDETERMINATE
          Repeat if uptake is seen elsewhere.                              | ``
          """)
  void aScanIsReadFromItsConclusion(String conclusion, String expected) {
    Concept scan = new Concept(List.of(new Coding("http://loinc.org", "82136-3", "")), "");
    TestResults results = read(new ResultCharts().report(scan, conclusion, ResultStatus.FINAL, 3));
    assertThat(results.of("R-MIBG"))
        .extracting(each -> each.outcome().name())
        .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void aReportThatRepeatsAnObservationAddsNothing() {
    ResultCharts chart =
        new ResultCharts()
            .words("Anti-Ri", "positive", 3)
            .report(Concept.inWords("Report"), "Anti-Ri positive", ResultStatus.FINAL, 3)
            .report(Concept.inWords("Report"), "Anti-Ri positive", ResultStatus.FINAL, 2);
    assertThat(read(chart).of("R-AB-RI"))
        .extracting(TestResult::reference)
        .containsExactly("DiagnosticReport/r1", "Observation/o0");
  }

  private TestResults read(ResultCharts chart) {
    return reader.read(chart.record());
  }

  private Outcome one(org.omscds.patient.ObservedItem item) {
    TestResults results = read(new ResultCharts().item(item, ResultStatus.FINAL, 1));
    assertThat(results.all()).hasSize(1);
    return results.all().getFirst().outcome();
  }

  private TestResult only(String name, String value) {
    TestResults results = read(new ResultCharts().words(name, value, 1));
    assertThat(results.all()).hasSize(1);
    return results.all().getFirst();
  }
}
