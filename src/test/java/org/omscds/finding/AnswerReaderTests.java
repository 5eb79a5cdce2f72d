package org.omscds.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Term;

/** What an Observation answers where its question is a finding. */
class AnswerReaderTests {

  private static final String OPSOCLONUS =
      "code: {coding: [{system: 'http://snomed.info/sct', code: '194177006'}]}, ";

  private static List<Certainty> answer(String question, String value, FindingId finding) {
    return WrittenChart.child(30).observation(question + value).findings().about(finding).stream()
        .map(ClinicalStatement::certainty)
        .toList();
  }

  private static String opsoclonus(String value) {
    List<Certainty> all = answer(OPSOCLONUS, value, FindingId.OPSOCLONUS);
    return all.isEmpty() ? "-" : all.getFirst().name();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # true; "present", "mild", "worse" and the like
          valueBoolean: true | PRESENT
          valueString: 'yes' | PRESENT
          valueString: 'worse since yesterday' | PRESENT
          # false; "no", "absent", "normal" and the like
          valueBoolean: false | ABSENT
          valueString: 'no' | ABSENT
          valueString: 'absent' | ABSENT
          valueString: 'within normal limits' | ABSENT
          # "possible", "equivocal" and the like
          valueString: 'equivocal' | POSSIBLE
          valueString: 'possible, to be seen again' | POSSIBLE
          # "not assessed", a data-absent reason, empty words
          valueString: 'not assessed' | -
          valueString: 'deferred' | -
          valueString: '...' | -
          dataAbsentReason: {coding: [{code: 'unknown'}]} | -
          # one other single word; several words that begin with none of these
          valueString: 'lamp' | POSSIBLE
          valueString: 'on the left more than right' | PRESENT
          valueString: 'gaze normal' | PRESENT
          # a number above 0
          valueInteger: 1 | PRESENT
          valueInteger: 0 | ABSENT
          valueInteger: -1 | ABSENT
          valueQuantity: {value: 0.5} | PRESENT
          # no value: the interpretation; without one, yes
          note: [] | PRESENT
          interpretation: [{coding: [{code: 'NEG'}]}] | ABSENT
          interpretation: [{coding: [{code: 'N'}]}] | ABSENT
          interpretation: [{coding: [{code: 'ND'}]}] | ABSENT
          interpretation: [{coding: [{code: 'IND'}]}] | POSSIBLE
          interpretation: [{coding: [{code: 'E'}]}] | POSSIBLE
          interpretation: [{coding: [{code: 'POS'}]}] | PRESENT
          # a coded value that names nothing known here
          valueCodeableConcept: {coding: [{system: 'http://local', code: 'x', display: 'no'}]} | ABSENT
          valueCodeableConcept: {text: 'present'} | PRESENT
          valueCodeableConcept: {} | PRESENT
          """)
  void theValueAnswersTheQuestion(String value, String certainty) {
    assertThat(opsoclonus(value)).isEqualTo(certainty);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "answer-present, PRESENT",
    "answer-positive, PRESENT",
    "answer-detected, PRESENT",
    "answer-yes, PRESENT",
    "answer-absent, ABSENT",
    "answer-negative, ABSENT",
    "answer-not-detected, ABSENT",
    "answer-no, ABSENT",
    "answer-indeterminate, POSSIBLE"
  })
  void aCodedAnswerCountsByItsMeaning(String concept, String certainty) {
    for (Term term : Charts.KNOWLEDGE.terminology().terms()) {
      if (term.concept().equals(concept) && term.verified()) {
        String value =
            "valueCodeableConcept: {coding: [{system: '%s', code: '%s', display: 'zzz'}]}"
                .formatted(term.system(), term.code());
        assertThat(opsoclonus(value)).as(term.toString()).isEqualTo(certainty);
      }
    }
  }

  // "A 'no' to ataxia is also a recovered gait, unless the question asks for one part of movement"

  @ParameterizedTest(name = "{0}: no makes a recovered gait {1}")
  @CsvSource({"Ataxia, true", "Limb ataxia, false", "Opsoclonus, false"})
  void noAtaxiaIsARecoveredGait(String question, boolean recovered) {
    Findings findings =
        WrittenChart.child(30)
            .observation("code: {text: '" + question + "'}, valueBoolean: false")
            .findings();
    assertThat(findings.present(FindingId.RECOVERED_GAIT)).hasSize(recovered ? 1 : 0);
    FindingId asked = question.equals("Opsoclonus") ? FindingId.OPSOCLONUS : FindingId.ATAXIA;
    assertThat(findings.about(asked))
        .extracting(ClinicalStatement::certainty)
        .containsExactly(Certainty.ABSENT);
    assertThat(findings.about(asked).getFirst().evidence().seen()).isEqualTo(question + ": no");
  }

  @Test
  void aNumberInWordsAnswersForASignAndNotForADisease() {
    assertThat(answer("code: {text: 'Ataxia'}, ", "valueInteger: 3", FindingId.ATAXIA))
        .containsExactly(Certainty.PRESENT);
    assertThat(
            answer(
                "code: {text: 'Neuroblastoma'}, ",
                "valueInteger: 3",
                FindingId.NEUROBLASTIC_TUMOUR))
        .isEmpty();
    assertThat(answer("code: {text: 'Fever'}, ", "valueInteger: 3", FindingId.FEVER)).isEmpty();
    assertThat(
            answer(
                "code: {text: 'Neuroblastoma'}, ",
                "valueBoolean: true",
                FindingId.NEUROBLASTIC_TUMOUR))
        .containsExactly(Certainty.PRESENT);
  }

  @Test
  void aQuestionThatNamesATestIsNoFinding() {
    assertThat(
            answer("code: {text: 'Ataxia gene panel'}, ", "valueBoolean: true", FindingId.ATAXIA))
        .isEmpty();
  }

  @Test
  void aValueIsReadAsTextOfItsOwn() {
    assertThat(
            answer(
                "code: {text: 'Eye movements'}, ",
                "valueString: 'opsoclonus in all directions'",
                FindingId.OPSOCLONUS))
        .containsExactly(Certainty.PRESENT);
    assertThat(
            answer(
                "code: {text: 'Finding'}, ",
                "valueCodeableConcept: {coding: [{system: 'http://snomed.info/sct', code:"
                    + " '194177006'}]}",
                FindingId.OPSOCLONUS))
        .containsExactly(Certainty.PRESENT);
  }

  @Test
  void aQuestionAboutRelativesIsListedAndNotCounted() {
    Findings findings =
        WrittenChart.child(30)
            .observation("code: {text: 'Family history'}, valueString: 'neuroblastoma'")
            .findings();
    assertThat(findings.about(FindingId.NEUROBLASTIC_TUMOUR)).isEmpty();
    assertThat(findings.notCounted())
        .extracting(NotCounted::reason)
        .containsExactly("family history");
    Findings coded =
        WrittenChart.child(30)
            .observation(
                "code: {text: 'Family history'}, valueCodeableConcept: {coding: [{system:"
                    + " 'http://snomed.info/sct', code: '432328008'}]}")
            .findings();
    assertThat(coded.about(FindingId.NEUROBLASTIC_TUMOUR)).isEmpty();
    assertThat(coded.notCounted()).hasSize(1);
  }

  @Test
  void aQuestionThatQuotesTheFamilyIsTheirWord() {
    assertThat(
            answer(
                "code: {text: 'Mother reports'}, ",
                "valueString: 'dancing eyes'",
                FindingId.OPSOCLONUS))
        .containsExactly(Certainty.POSSIBLE);
  }
}
