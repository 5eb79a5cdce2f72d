package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.GenoaCriteria.Verdict;
import org.omscds.assessment.pillar.Alternative;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.ClinicalDate;

/**
 * The three-of-four criteria over every mixture of present, possible, absent and unknown pillars.
 */
class GenoaCriteriaTests {

  private static final Evidence SOMETHING =
      new Evidence("Observation/o1", "seen", ClinicalDate.unknown());

  /**
   * P present, M possible (maybe), A absent, U unknown; in the order eyes, motor, behaviour,
   * tumour.
   */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          # three or four pillars are there
          PPPP, MET
          PPPU, MET
          PPPA, MET
          PPUP, MET
          # a tumour without opsoclonus
          UPPP, MET
          APPP, MET
          PUPP, MET
          # two, and a possible third: ask
          PPMU, INDETERMINATE
          MPPU, INDETERMINATE
          UPPM, INDETERMINATE
          PPMM, INDETERMINATE
          # two, and nothing possible
          PPUU, NOT_MET
          PPAA, NOT_MET
          UPPU, NOT_MET
          # one, whatever is possible
          PMMM, NOT_MET
          MMMM, NOT_MET
          UUUU, NOT_MET
          AAAA, NOT_MET
          """)
  void threeOfFourMeetsTheCriteria(String pillars, Verdict verdict) {
    assertThat(GenoaCriteria.evaluate(pillars(pillars), List.of()).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} with a diagnosis that explains {1} is {2}")
  @CsvSource(
      textBlock =
          """
          PPPU, BC, MET_ALTERNATIVE_RECORDED
          PPPU, ABC, MET_ALTERNATIVE_RECORDED
          PPPU, B, MET
          PPUP, BC, MET
          UPPP, BC, MET_ALTERNATIVE_RECORDED
          PPUU, AB, NOT_MET
          """)
  void anotherDiagnosisMattersWhenItExplainsTwoCountedPillars(
      String pillars, String explains, Verdict verdict) {
    List<Pillar> explained =
        explains.chars().mapToObj(c -> Pillar.valueOf(String.valueOf((char) c))).toList();
    Alternative alternative = new Alternative("another diagnosis", explained, false, SOMETHING);

    assertThat(GenoaCriteria.evaluate(pillars(pillars), List.of(alternative)).verdict())
        .isEqualTo(verdict);
  }

  private static Pillars pillars(String letters) {
    return Pillars.of(
        pillar(Pillar.A, letters.charAt(0)),
        pillar(Pillar.B, letters.charAt(1)),
        pillar(Pillar.C, letters.charAt(2)),
        pillar(Pillar.D, letters.charAt(3)));
  }

  private static PillarFinding pillar(Pillar pillar, char letter) {
    Finding finding =
        switch (letter) {
          case 'P' -> new Finding.Present(List.of(SOMETHING));
          case 'M' -> new Finding.Possible(List.of(SOMETHING));
          case 'A' -> new Finding.Absent(List.of(SOMETHING));
          default -> new Finding.Unknown(Finding.Reason.NOT_DOCUMENTED);
        };
    return new PillarFinding(pillar, finding, List.of());
  }
}
