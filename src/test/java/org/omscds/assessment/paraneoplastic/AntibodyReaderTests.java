package org.omscds.assessment.paraneoplastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.paraneoplastic.Antibodies.Knowledge;
import org.omscds.consultation.Charts;
import org.omscds.finding.result.Confirmation;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.Specimen;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.ObservedValue;

/** The risk classes of Graus 2021, and what of a chart's antibody results counts. */
class AntibodyReaderTests {

  private static final AntibodyReader READER = new AntibodyReader(Charts.KNOWLEDGE);

  private static TestResult result(
      String test, Outcome outcome, Confirmation confirmation, Specimen specimen, int day) {
    return new TestResult(
        "R-AB-" + test,
        outcome,
        false,
        new ObservedValue.Words("as seen"),
        specimen,
        confirmation,
        ClinicalDate.on(LocalDate.of(2026, 11, day)),
        "Observation/" + test + day,
        test);
  }

  private static TestResult confirmed(String test) {
    return result(test, Outcome.POSITIVE, Confirmation.CONFIRMED, Specimen.SERUM, 1);
  }

  private static TestResult blot(String test) {
    return result(test, Outcome.POSITIVE, Confirmation.UNCONFIRMED_BLOT, Specimen.SERUM, 2);
  }

  private static TestResult negative(String test) {
    return result(test, Outcome.NEGATIVE, Confirmation.NOT_STATED, Specimen.SERUM, 3);
  }

  private static Antibodies read(TestResult... results) {
    return READER.read(new TestResults(List.of(results)));
  }

  // High (>70%): Hu, Ri, Yo, CV2/CRMP5, amphiphysin, Ma2 and/or Ma1, SOX1, PCA2/MAP1B, Tr/DNER,
  // KLHL11
  // Intermediate (30-70%): AMPAR, GABA-B-R, mGluR5, P/Q-VGCC, NMDAR, CASPR2 (Morvan)
  // Lower (<30%): mGluR1, GABA-A-R, CASPR2 (non-Morvan), GFAP, GAD65, LGI1, DPPX, GlyR, AQP4, MOG
  // Not in the score: Zic4, GluD2. (A stored table has Tr as intermediate and NMDAR as lower:
  // wrong.)
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          HIGH,         HU RI YO CV2 AMPH MA2 SOX1 PCA2 TR KLHL11
          INTERMEDIATE, AMPAR GABAB MGLUR5 VGCC-PQ NMDAR
          LOWER,        MGLUR1 GABAA CASPR2 GFAP GAD65 LGI1 DPPX GLYR AQP4 MOG
          NOT_SCORED,   ZIC4 GLUD2
          PANEL,        PANEL
          """)
  void eachAntibodyHasTheRiskOfThePaper(Risk risk, String tests) {
    for (String test : List.of(tests.split(" ", -1))) {
      assertThat(read(confirmed(test)).has(risk)).as(test).isTrue();
      assertThat(Arrays.stream(Risk.values()).filter(read(confirmed(test))::has)).hasSize(1);
    }
  }

  @Test
  void everyAntibodyOfTheTableIsThere() {
    assertThat(Charts.KNOWLEDGE.antibodies()).hasSize(28);
  }

  @Test
  void morvanSyndromeIsNamedBesideCaspr2() {
    assertThat(read(confirmed("CASPR2")).confirmed().getFirst().antibody().caution())
        .hasValueSatisfying(note -> assertThat(note).contains("Morvan"));
  }

  @ParameterizedTest(name = "confirmed {0}: {1}")
  @CsvSource({
    "RI, FOUND", "NMDAR, FOUND", "GLYR, FOUND",
    "ZIC4, UNKNOWN", "GLUD2, UNKNOWN", "PANEL, UNKNOWN"
  })
  void aConfirmedAntibodyOfTheScoreIsKnown(String test, Knowledge knowledge) {
    assertThat(read(confirmed(test)).knowledge()).isEqualTo(knowledge);
  }

  @Test
  void nothingIsKnownWithoutAnyResult() {
    assertThat(read().knowledge()).isEqualTo(Knowledge.UNKNOWN);
  }

  @ParameterizedTest(name = "a blot with {0} beside a negative panel: {1}")
  @CsvSource({"RI, UNKNOWN", "NMDAR, UNKNOWN", "PANEL, UNKNOWN", "GAD65, NONE", "ZIC4, NONE"})
  void anUnconfirmedBlotLeavesOpenWhatWouldScore(String test, Knowledge knowledge) {
    Antibodies antibodies = read(blot(test), negative("PANEL"));

    assertThat(antibodies.unconfirmed()).hasSize(test.equals("PANEL") ? 0 : 1);
    if (!test.equals("PANEL")) {
      assertThat(antibodies.knowledge()).isEqualTo(knowledge);
    }
  }

  @Test
  void aPositiveWhoseMethodNobodyTellsIsNotConfirmed() {
    Antibodies antibodies =
        read(result("RI", Outcome.POSITIVE, Confirmation.NOT_STATED, Specimen.CSF, 1));

    assertThat(antibodies.confirmed()).isEmpty();
    assertThat(antibodies.knowledge()).isEqualTo(Knowledge.UNKNOWN);
  }

  @Test
  void aConfirmedAntibodyStandsBesideABlotOfAnother() {
    assertThat(read(confirmed("RI"), blot("HU")).knowledge()).isEqualTo(Knowledge.FOUND);
    assertThat(read(confirmed("GLYR"), blot("HU")).knowledge()).isEqualTo(Knowledge.UNKNOWN);
  }

  @Test
  void aConfirmedResultSettlesTheBlotOfTheSameAntibody() {
    assertThat(read(confirmed("RI"), blot("RI")).unconfirmed()).isEmpty();
  }

  @ParameterizedTest(name = "a blot of day 2 in serum, a negative of day {0} in {1}: {2} open")
  @CsvSource({"3, SERUM, 0", "3, UNKNOWN, 0", "2, SERUM, 1", "1, SERUM, 1", "3, CSF, 1"})
  void aLaterNegativeOfTheSameFluidSettlesABlot(int day, Specimen specimen, int open) {
    TestResult later = result("RI", Outcome.NEGATIVE, Confirmation.NOT_STATED, specimen, day);

    assertThat(read(blot("RI"), later).unconfirmed()).hasSize(open);
  }

  @Test
  void aNegativeOfAnotherAntibodySettlesNothing() {
    assertThat(read(blot("RI"), negative("HU")).unconfirmed()).hasSize(1);
  }

  @Test
  void aNegativePanelIsNegative() {
    assertThat(read(negative("PANEL")).knowledge()).isEqualTo(Knowledge.NONE);
  }

  @Test
  void negativesOfAllThatEveryPanelHoldsAreANegativePanel() {
    List<TestResult> six = new ArrayList<>();
    for (String test : List.of("HU", "RI", "YO", "CV2", "AMPH", "MA2")) {
      assertThat(READER.read(new TestResults(six)).knowledge()).isEqualTo(Knowledge.UNKNOWN);
      six.add(negative(test));
    }
    assertThat(READER.read(new TestResults(six)).knowledge()).isEqualTo(Knowledge.NONE);
  }

  @Test
  void whatIsAwaitedOrPreliminaryIsOpen() {
    TestResult awaited = result("PANEL", Outcome.PENDING, Confirmation.NOT_STATED, Specimen.CSF, 4);
    TestResult preliminary =
        new TestResult(
            "R-AB-RI",
            Outcome.POSITIVE,
            true,
            new ObservedValue.Words("positive"),
            Specimen.SERUM,
            Confirmation.CONFIRMED,
            ClinicalDate.unknown(),
            "Observation/x",
            "Ri");

    assertThat(read(awaited, preliminary).pending()).hasSize(2);
    assertThat(read(awaited, preliminary).knowledge()).isEqualTo(Knowledge.UNKNOWN);
  }

  @ParameterizedTest(name = "{0} calls for {1}")
  @CsvSource({"RI, AD3", "MA2, AD5", "KLHL11, AD5", "NMDAR, AD4", "GLYR, AD4"})
  void someAntibodiesCallForATestOfTheSearch(String test, String order) {
    assertThat(read(confirmed(test)).callsFor(order)).isTrue();
    assertThat(read(blot(test)).callsFor(order)).isFalse();
    assertThat(read(confirmed("HU")).callsFor(order)).isFalse();
  }
}
