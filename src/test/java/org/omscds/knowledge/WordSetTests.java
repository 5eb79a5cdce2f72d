package org.omscds.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;

/** A no of the set is certain: what cutting the text into words would find is never passed over. */
class WordSetTests {

  private static final String LETTERS = "abnoNO09 -'.:/,?()[]+\néÄ\u00ad\u2611";
  private static final int TEXTS = 20_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no ataxia seen             | true",
        "Ataxia                     | true",
        "gait: ATAXIA/tremor        | true",
        "ataxia-like                | true",
        "no ataxias                 | false",
        "sodium in serum            | false",
        "''                         | false",
        "  -- . , ;                 | false",
      })
  void tellsWhetherAWordStands(String text, boolean stands) {
    assertThat(setOf("ataxia", "tremor").mayStandIn(text)).isEqualTo(stands);
  }

  @Test
  void lettersBeyondAsciiAreLeftToTheWords() {
    assertThat(setOf("ataxia").mayStandIn("fièvre")).isTrue();
  }

  @Test
  void aSignIsSoughtOnlyWhereOneIsAmongTheWords() {
    assertThat(setOf("ataxia").mayStandIn("tremor (+)")).isFalse();
    assertThat(setOf("ataxia", Words.TICKED).mayStandIn("tremor (+)")).isTrue();
  }

  @Test
  void neverPassesAWordOver() {
    List<String> words =
        List.of("no", "a", "ab", "on9", "0", "bo", "?", Words.UNTICKED, Words.SLASH);
    Random random = new Random(20261130);
    for (String word : words) {
      WordSet set = setOf(word);
      for (int i = 0; i < TEXTS; i++) {
        String text = text(random);
        if (Words.of(text).contains(word)) {
          assertThat(set.mayStandIn(text)).as("'%s' in '%s'", word, text).isTrue();
        }
      }
    }
  }

  static Stream<List<String>> phrases() {
    return Charts.KNOWLEDGE.findings().values().stream().map(FindingDefinition::phrases);
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void anIndexFindsInATextWhatItFindsInItsWords(List<String> phrases) {
    PhraseIndex<String> index = new PhraseIndex<>();
    phrases.forEach(phrase -> index.add(phrase, phrase));
    for (FindingDefinition each : Charts.KNOWLEDGE.findings().values()) {
      for (String phrase : each.phrases()) {
        String text = "Known: " + phrase + ", no " + phrase.toUpperCase(Locale.ROOT);
        assertThat(index.find(text)).isEqualTo(index.find(Words.of(text)));
        assertThat(index.findInName(text)).isEqualTo(index.find(Words.ofName(text)));
      }
    }
  }

  private static WordSet setOf(String... words) {
    WordSet set = new WordSet();
    for (String word : words) {
      set.add(word);
    }
    return set;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
