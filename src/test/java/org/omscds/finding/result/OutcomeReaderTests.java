package org.omscds.finding.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.result.ResultCharts.item;
import static org.omscds.finding.result.ResultCharts.loinc;
import static org.omscds.finding.result.ResultCharts.number;
import static org.omscds.finding.result.ResultCharts.range;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ReferenceRange;
import org.omscds.patient.ResultStatus;

/** What decides where a value, its range, its interpretation and its words disagree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomeReaderTests {

  private static final String IDENTICAL = "identical bands in serum and CSF";

  private final TestResultReader reader = new TestResultReader(Charts.KNOWLEDGE);

  @Test
  void theTestsOwnWordsComeBeforeTheInterpretation() {
    assertThat(of(item("Oligoclonal bands", new ObservedValue.Words(IDENTICAL), List.of("POS"))))
        .isEqualTo(Outcome.NEGATIVE);
    ObservedValue coded = new ObservedValue.Coded(Concept.inWords(IDENTICAL));
    assertThat(of(item("Oligoclonal bands", coded, List.of("POS")))).isEqualTo(Outcome.NEGATIVE);
    assertThat(of(item("Oligoclonal bands", new ObservedValue.Words("negative"), List.of("POS"))))
        .isEqualTo(Outcome.POSITIVE);
  }

  // The laboratory's word comes before the number, and doubt before all other codes.
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "45, H, POSITIVE",
    "45, N, NEGATIVE",
    "45, IND, INDETERMINATE",
    "45, H IND, INDETERMINATE",
    "5, IE, INDETERMINATE",
    "5, H, POSITIVE",
    "45, NOTHING, POSITIVE",
    "5, NOTHING, NEGATIVE"
  })
  void theInterpretationComesBeforeTheRange(String value, String codes, Outcome expected) {
    List<String> interpretations = codes.equals("NOTHING") ? List.of() : List.of(codes.split(" "));
    assertThat(of(item("urine HVA", number(value), interpretations, range("-20"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          25 not raised (ref <20)     | POSITIVE
          19 high (ref <20)           | NEGATIVE
          25 not raised               | NEGATIVE
          19 high                     | POSITIVE
          """)
  void theRangeComesBeforeTheWordsOfTheSameValue(String value, Outcome expected) {
    assertThat(of(item("urine HVA", new ObservedValue.Words(value), List.of())))
        .isEqualTo(expected);
  }

  // SNOMED CT and LOINC answers, without a display that would say it too.
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "http://snomed.info/sct, 52101004, POSITIVE",
    "http://snomed.info/sct, 10828004, POSITIVE",
    "http://snomed.info/sct, 260373001, POSITIVE",
    "http://snomed.info/sct, 2667000, NEGATIVE",
    "http://snomed.info/sct, 260385009, NEGATIVE",
    "http://snomed.info/sct, 260415000, NEGATIVE",
    "http://loinc.org, LA33-6, POSITIVE",
    "http://loinc.org, LA32-8, NEGATIVE",
    "http://snomed.info/sct, 82334004, INDETERMINATE"
  })
  void aCodedAnswerNeedsNoDisplay(String system, String code, Outcome expected) {
    Concept answer = new Concept(List.of(new Coding(system, code, "")), "");
    assertThat(of(loinc("5196-1", new ObservedValue.Coded(answer)))).isEqualTo(expected);
    ResultCharts report =
        new ResultCharts().coded(Concept.inWords("HBsAg"), answer, ResultStatus.FINAL, 2);
    assertThat(reader.read(report.record()).all())
        .extracting(TestResult::outcome)
        .containsExactly(expected);
  }

  @Test
  void anAnswerCodedAsIndeterminateIsNotOverruledByItsDisplay() {
    Concept answer =
        new Concept(
            List.of(new Coding("http://snomed.info/sct", "82334004", "weakly positive")), "");
    assertThat(of(loinc("5196-1", new ObservedValue.Coded(answer))))
        .isEqualTo(Outcome.INDETERMINATE);
  }

  // "<20" in words does not hold 20; "up to 20" and FHIR's high end do.
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5      | 5-5      | NEGATIVE
          6      | 5-5      | POSITIVE
          5      | 10-2     | INDETERMINATE
          15     | 10-2     | INDETERMINATE
          61     | > 60     | NEGATIVE
          60     | >= 60    | NEGATIVE
          61     | >= 60    | NEGATIVE
          >60    | >= 60    | NEGATIVE
          >=60   | >= 60    | NEGATIVE
          >59    | >= 60    | INDETERMINATE
          <=20   | up to 20 | NEGATIVE
          <20    | up to 20 | NEGATIVE
          <20    | < 20     | NEGATIVE
          <=20   | < 20     | INDETERMINATE
          <=19.9 | < 20     | NEGATIVE
          >=20   | < 20     | POSITIVE
          >20    | < 20     | POSITIVE
          >=20   | up to 20 | INDETERMINATE
          >=20.1 | up to 20 | POSITIVE
          >20    | up to 20 | POSITIVE
          <5     | > 0      | INDETERMINATE
          >5     | > 0      | INDETERMINATE
          <5     | >= 60    | LOW
          <61    | >= 60    | INDETERMINATE
          59     | >= 60    | LOW
          """)
  void aRangeInWordsHasTheEndsThatItNames(String value, String range, Outcome expected) {
    ReferenceRange inWords = new ReferenceRange(List.of(), List.of(), range);
    assertThat(of(item("IgA", number(value), List.of(), inWords))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1:20 (ref <1:10)  | POSITIVE
          1:5 (ref <1:10)   | NEGATIVE
          20 (ref <1:10)    | INDETERMINATE
          5 (ref <1:10)     | INDETERMINATE
          1:20 (ref <10)    | INDETERMINATE
          20 (ref <10)      | POSITIVE
          """)
  void aTitreIsHeldAgainstATitreOnly(String value, Outcome expected) {
    assertThat(of(item("Anti-Ri", new ObservedValue.Words(value), List.of()))).isEqualTo(expected);
  }

  private Outcome of(ObservedItem item) {
    TestResults results =
        reader.read(new ResultCharts().item(item, ResultStatus.FINAL, 1).record());
    assertThat(results.all()).hasSize(1);
    return results.all().getFirst().outcome();
  }
}
