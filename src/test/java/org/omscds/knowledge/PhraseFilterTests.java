package org.omscds.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;

/**
 * A no of the filter is certain: what cutting the text into words would find is never passed over.
 */
class PhraseFilterTests {

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
    assertThat(filterOf("ataxia", "tremor").mayStandIn(text)).isEqualTo(stands);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCULAR flutter seen        | true",
        "ocular-flutter             | true",
        "ocular flutter-like eyes   | true",
        "h/o falls                  | true",
        "ocular pressure            | false",
        "flutter ocular             | false",
        "ocular                     | false",
        "atrial flutter             | false",
        "h falls o                  | false",
        "of the eyes                | true",
      })
  void ofAPhraseTheFirstTwoWordsAreSought(String text, boolean stands) {
    assertThat(filterOf("ocular flutter", "h/o", "of the face").mayStandIn(text)).isEqualTo(stands);
  }

  @Test
  void lettersBeyondAsciiAreLeftToTheWords() {
    assertThat(filterOf("ataxia").mayStandIn("fièvre")).isTrue();
  }

  @Test
  void aSignIsSoughtOnlyWhereOneIsAmongTheWords() {
    assertThat(filterOf("ataxia").mayStandIn("tremor (+)")).isFalse();
    assertThat(filterOf("ataxia", Words.TICKED).mayStandIn("tremor (+)")).isTrue();
  }

  static Stream<String> shortPhrases() {
    return Stream.of(
        "no", "a", "on9", "0", "?", "[ ]", "/", "a b", "o a", "n/a", "a (-)", "0.9", "o n a");
  }

  @ParameterizedTest
  @MethodSource("shortPhrases")
  void neverPassesAPhraseOver(String phrase) {
    Random random = new Random(20261130);
    PhraseFilter filter = filterOf(phrase);
    List<String> sought = Words.of(phrase);
    int seen = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      if (Collections.indexOfSubList(Words.of(text), sought) >= 0
          || Collections.indexOfSubList(Words.ofName(text), sought) >= 0) {
        assertThat(filter.mayStandIn(text)).as("'%s' in '%s'", phrase, text).isTrue();
        seen++;
      }
    }
    assertThat(seen).isPositive();
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

  private static PhraseFilter filterOf(String... phrases) {
    PhraseFilter filter = new PhraseFilter();
    for (String phrase : phrases) {
      filter.add(Words.of(phrase));
    }
    return filter;
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
