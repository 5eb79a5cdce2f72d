package org.omscds.finding.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.patient.Speaker;

/** What the words of a question say of its answer. */
class QuestionTests {

  private final TextReader reader = new TextReader(Charts.KNOWLEDGE);

  @ParameterizedTest(name = "\"{0}\" makes its answer {1}")
  @CsvSource(
      textBlock =
          """
          Family history,                 FAMILY_HISTORY
          Family history of neuroblastoma,FAMILY_HISTORY
          Exam,                           AFFIRMED
          Ataxia,                         AFFIRMED
          Past medical history,           HISTORICAL
          Family history. Exam,           AFFIRMED
          """)
  void questionsLeadUpToAnAnswer(String question, Assertion assertion) {
    assertThat(reader.leadIn(question).assertion()).isEqualTo(assertion);
  }

  @Test
  void questionMayQuoteTheFamily() {
    assertThat(reader.leadIn("Mother reports").speaker()).isEqualTo(Speaker.FAMILY);
    assertThat(reader.leadIn("Exam").speaker()).isEqualTo(Speaker.CLINICIAN);
  }

  @Test
  void questionMayNameATestOrAPart() {
    assertThat(reader.namesATest("Ataxia gene panel")).isTrue();
    assertThat(reader.namesATest("Ataxia")).isFalse();
    assertThat(reader.namesAPart("Limb ataxia")).isTrue();
    assertThat(reader.namesAPart("Ataxia")).isFalse();
  }

  @Test
  void wordsAreThoseOfTheText() {
    assertThat(reader.read("Opsoclonous: dancing Eyes"))
        .extracting(Mention::words)
        .containsExactly("opsoclonous", "dancing eyes");
    assertThat(reader.read("")).isEmpty();
    assertThat(reader.read("Well child")).isEmpty();
  }
}
