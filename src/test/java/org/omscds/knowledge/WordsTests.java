package org.omscds.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How text is cut into words. */
class WordsTests {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Opsoclonus-Myoclonus | opsoclonus myoclonus
          Horner's syndrome: left | horner s syndrome left
          Ataxia, rage. Sleep; end! | ataxia , rage . sleep . end .
          ataxia/tremor? | ataxia / tremor ?
          a + b & (c) | a , b , , c ,
          Schlafstörung, Großmutter | schlafstorung , grossmutter
          sœur Æther Ødem | soeur aether odem
          café \u2014 É | cafe e
          \ufb02utter opso\u00adclonus | flutter opsoclonus
          38.5 degrees | 38 5 degrees
          38. Ataxia | 38 . ataxia
          V.a. Ataxie | v a ataxie
          Z. n. Ataxie | z n ataxie
          e.g. ataxia | e g ataxia
          Hepatitis B. Ataxia | hepatitis b . ataxia
          B. Ataxia b. | b . ataxia b .
          B. A | b . a
          no.ataxia | no . ataxia
          Dr. A. | dr . a
          . a. b | . a . b
          5. a. b | 5 . a . b
          (+) a (-) b [x] c [ ] d [] e | (+) a (-) b (+) c (-) d (-) e
          (x) a (\u2212) b (\u2013) c [\u2713] d | (+) a (-) b (-) c (+) d
          \u2610 a \u2611 b \u2612 c \u2713 d \u2714 e | (-) a (+) b (+) c (+) d (+) e
          (a) [b] (+ a | , a , , b , , , a
          """)
  void textIsCutIntoWords(String text, String words) {
    assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
  }

  @Test
  void linesAndNothing() {
    assertThat(Words.of("a\nb\rc")).containsExactly("a", ".", "b", ".", "c");
    assertThat(Words.of("")).isEmpty();
    assertThat(Words.of("(")).containsExactly(",");
    assertThat(Words.of("\u00e9")).containsExactly("e");
  }

  @Test
  void namesHaveNoPunctuation() {
    assertThat(Words.ofName("Immunoglobulin, human (i.v.) 10 %/ml."))
        .containsExactly("immunoglobulin", "human", "i", "v", "10", "ml");
    assertThat(Words.ofName("a? (-) b")).containsExactly("a", "?", "b");
  }
}
