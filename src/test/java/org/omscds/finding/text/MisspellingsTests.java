package org.omscds.finding.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong letter, and no more. */
class MisspellingsTests {

  private final Misspellings misspellings =
      new Misspellings(List.of("ataxia", "ataxic", "opsoclonus"), Set.of("ataxin", "no"));

  @ParameterizedTest(name = "{0} means {1}: {2}")
  @CsvSource(
      textBlock =
          """
          taxia,      ataxia, a letter is missing at the beginning
          atxia,      ataxia, a letter is missing within
          ataxi,      ataxia, a letter is missing at the end: the first word counts
          aataxia,    ataxia, one too many at the beginning
          ataxsia,    ataxia, one too many within
          ataxiaa,    ataxia, one too many at the end
          xtaxia,     ataxia, another letter at the beginning
          atoxia,     ataxia, another letter within
          ataxiq,     ataxia, another letter at the end
          taaxia,     ataxia, the first two swapped
          atxaia,     ataxia, two swapped within
          ataxai,     ataxia, the last two swapped
          opsoclnous, opsoclonus, two swapped in a long word
          ataxcii,    ataxcii, two letters wrong
          atxxa,      atxxa, one missing and one wrong
          tataxiaa,   tataxiaa, two too many
          axatia,     axatia, a swap over a distance
          ataxin,     ataxin, a word of another meaning
          ataxia,     ataxia, right as it is
          ataxic,     ataxic, right as it is
          taxi,       taxi, too short
          opsoclo,    opsoclo, three are missing
          """)
  void oneWrongLetterIsSetRight(String word, String right, String why) {
    assertThat(misspellings.right(word)).as(why).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          abcdef, abcdef, false
          abcdef, abcdeg, true
          abcdef, abcdfe, true
          abcdef, abdcfe, false
          abcdef, abcxfe, false
          abcdef, abcde,  true
          abcde,  abcdef, true
          abcdef, abcd,   false
          abcd,   abcdef, false
          abcd,   abxdef, false
          abcdef, abcxxx, false
          abcdef, xbcdef, true
          abcdef, bacdef, true
          abcdef, bcdeff, false
          """)
  void distanceIsCountedOnBothSides(String one, String other, boolean oneErrorAway) {
    assertThat(Misspellings.isOneErrorAway(one, other)).isEqualTo(oneErrorAway);
  }

  @Test
  void wordsStayAsManyAsTheyWere() {
    assertThat(misspellings.corrected(List.of("no", "ataxsia", ",", "opsoclonis")))
        .containsExactly("no", "ataxia", ",", "opsoclonus");
  }

  @Test
  void shortWordsAreRefused() {
    assertThatThrownBy(() -> new Misspellings(List.of("rages"), Set.of()))
        .hasMessageContaining("rages");
    assertThat(new Misspellings(List.of("tremor"), Set.of()).right("temor")).isEqualTo("tremor");
  }
}
