package org.omscds.finding.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.omscds.finding.result.ResultCharts.TODAY;
import static org.omscds.finding.result.ResultCharts.item;
import static org.omscds.finding.result.ResultCharts.number;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.Specimen;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.ResultStatus;

/** Which test a name, a code or a sentence names, and on which specimen. */
class TestNamesTests {

  private final TestResultReader reader = new TestResultReader(Charts.KNOWLEDGE);

  // "Hu" alone is the antibody's name; beside other words it is a syllable.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Hu                      | R-AB-HU UNKNOWN
          Hu, serum               | R-AB-HU SERUM
          Serum Hu                | R-AB-HU SERUM
          CSF: Ri                 | R-AB-RI CSF
          Dr Hu                   | ``
          Hu Xiang                | ``
          Nucleated cells, CSF    | R-CSF-CELLS CSF
          CSF cell count          | R-CSF-CELLS CSF
          Nucleated cells         | ``
          Nucleated cells, serum  | ``
          Red cells CSF           | ``
          ANNA-3                  | ``
          anti-HBc IgM            | ``
          HBc IgM antibody        | ``
          HVA, spot urine         | R-HVA URINE
          HVA                     | R-HVA URINE
          HVA, serum              | ``
          """)
  void aNameTellsTheTestAndItsSpecimen(String name, String expected) {
    assertThat(named(new ResultCharts().words(name, "positive", 1))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Leukocytes | Cerebrospinal fluid | R-CSF-CELLS CSF
          Leukocytes | Blood               | R-WBC SERUM
          Leukocytes | ``                  | R-WBC SERUM
          Anti-Hu    | Serum               | R-AB-HU SERUM
          Anti-Hu    | Serum and CSF       | R-AB-HU UNKNOWN
          HVA        | CSF                 | ``
          HVA        | 24 hour urine       | R-HVA URINE
          """)
  void theSpecimenOfTheResourceDecidesWhichTestItIs(String name, String specimen, String expected) {
    assertThat(named(in(specimen, item(name, new ObservedValue.Words("positive"), List.of()))))
        .isEqualTo(expected);
  }

  @Test
  void anUnknownCodeNamesItsTestByItsDisplay() {
    Concept local =
        new Concept(List.of(new Coding("urn:local", "4711", "Anti-Hu antibody, CSF")), "");
    ObservedItem item =
        new ObservedItem(local, new ObservedValue.Words("positive"), List.of(), List.of());
    assertThat(named(in("", item))).isEqualTo("R-AB-HU CSF");
  }

  @Test
  void aKnownCodeIsNotOverruledByItsDisplay() {
    Concept hbsag =
        new Concept(List.of(new Coding("http://loinc.org", "5196-1", "Anti-Hu antibody")), "");
    ObservedItem item =
        new ObservedItem(hbsag, new ObservedValue.Words("positive"), List.of(), List.of());
    assertThat(named(in("", item))).startsWith("R-HBSAG");
  }

  // A sentence names a test by its full name only, and on the specimen that it speaks of.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Anti-Hu negative.                    | R-AB-HU UNKNOWN
          Hu negative.                         | ``
          Seen by Dr Hu: negative.             | ``
          CSF leukocytes raised.               | R-CSF-CELLS CSF
          Leukocytes in CSF raised.            | R-CSF-CELLS CSF
          Leukocytes in blood raised.          | ``
          Leukocytes raised.                   | ``
          HVA raised.                          | R-HVA URINE
          HVA raised in urine.                 | R-HVA URINE
          HVA raised in CSF.                   | ``
          Anti-Ri positive in serum.           | R-AB-RI SERUM
          Anti-Ri positive in CSF.             | R-AB-RI CSF
          ANNA-3 positive.                     | ``
          """)
  void aSentenceOfAReportTellsTheTestAndItsSpecimen(String conclusion, String expected) {
    assertThat(
            named(
                new ResultCharts()
                    .report(
                        Concept.inWords("Laboratory report"), conclusion, ResultStatus.FINAL, 1)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cerebrospinal fluid report | Anti-Ri positive.          | R-AB-RI CSF
          Cerebrospinal fluid report | Anti-Ri positive in serum. | R-AB-RI SERUM
          Blood report               | Anti-Ri positive.          | R-AB-RI SERUM
          """)
  void theNameOfAReportTellsTheSpecimenWhereTheSentenceDoesNot(
      String name, String conclusion, String expected) {
    assertThat(
            named(
                new ResultCharts()
                    .report(Concept.inWords(name), conclusion, ResultStatus.FINAL, 1)))
        .isEqualTo(expected);
  }

  @Test
  void thePanelsValueIsReadAntibodyByAntibody() {
    ResultCharts chart =
        new ResultCharts()
            .words(
                "Neuronal antibodies, serum",
                "Anti-Hu positive, anti-Yo negative, anti-Ri positive in CSF,"
                    + " other neuronal antibodies negative",
                1);
    assertThat(reader.read(chart.record()).all())
        .extracting(TestResult::test, TestResult::outcome, TestResult::specimen)
        .containsExactlyInAnyOrder(
            tuple("R-AB-HU", Outcome.POSITIVE, Specimen.SERUM),
            tuple("R-AB-YO", Outcome.NEGATIVE, Specimen.SERUM),
            tuple("R-AB-RI", Outcome.POSITIVE, Specimen.CSF));
  }

  @Test
  void aPanelWhoseValueNamesNoAntibodyIsOneResult() {
    ResultCharts words =
        new ResultCharts().words("Neuronal antibodies, serum", "no antibody found", 1);
    ResultCharts flag = in("Serum", item("Neuronal antibodies", number("3"), List.of("NEG")));
    assertThat(named(words)).isEqualTo("R-AB-PANEL SERUM");
    assertThat(named(flag)).isEqualTo("R-AB-PANEL SERUM");
  }

  @Test
  void onlyAPanelIsReadAntibodyByAntibody() {
    assertThat(named(new ResultCharts().words("Anti-Hu", "negative, anti-Yo positive", 1)))
        .isEqualTo("R-AB-HU UNKNOWN");
  }

  private String named(ResultCharts chart) {
    return String.join(
        ", ",
        reader.read(chart.record()).all().stream()
            .map(result -> result.test() + " " + result.specimen())
            .toList());
  }

  private static ResultCharts in(String specimen, ObservedItem... items) {
    return new ResultCharts()
        .observed(Arrays.asList(items), ResultStatus.FINAL, ClinicalDate.on(TODAY), specimen, "");
  }
}
