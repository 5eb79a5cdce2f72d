package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each sample that comes with the service shows; together they show every card. */
class SampleCardsTests {

  private static final Path SAMPLES = Path.of("src/main/resources/samples");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          typical-toddler                       | C01 warning, C26 warning, C05 warning
          infantile-nystagmus                   | none
          post-viral-ataxia-day-2               | none
          post-viral-ataxia-day-15              | C03 info
          nystagmus-with-new-ataxia             | C04 info
          no-better-at-week-12                  | C14 warning, C24 info, C25 info
          repeat-search-due                     | C16 info, C24 info, C25 info
          rituximab-without-hepatitis-b         | C11 critical, C08 info
          rituximab-with-hepatitis-b-after-ivig | C11 warning, C08 info
          ivig-with-nothing-on-record           | C09 warning, C08 warning
          steroid-pulse-in-pneumonia            | C10 critical
          cyclophosphamide-in-urinary-infection | C12 critical
          mmr-half-a-year-after-ivig            | C13 warning
          mibg-on-pseudoephedrine               | C07 warning, C06 info
          adult-panel-in-serum-alone            | C18 info
          ketamine-for-the-scan                 | C23 info
          oms-added-to-problem-list             | C19 warning
          neuroblastoma-added-in-ataxia         | C20 warning
          ataxia-goes-home                      | C21 info
          oms-goes-home                         | C22 warning
          """)
  void theSampleShowsItsCards(String sample, String cards) {
    assertThat(cards(SAMPLES.resolve(sample + ".json"))).isEqualTo(cards);
  }

  @Test
  void everyCardIsShownByASample() {
    Set<String> shown = new TreeSet<>();
    for (Path sample : Charts.samples()) {
      for (String card : List.of(cards(sample).split(", ", -1))) {
        shown.add(card.substring(0, Math.min(3, card.length())));
      }
    }
    assertThat(shown).containsAll(Charts.KNOWLEDGE.cards().keySet());
  }

  private static String cards(Path sample) {
    String cards =
        Charts.consult(Charts.request(sample)).recommendations().shown().stream()
            .map(shown ->
                shown.card().id() + " " + shown.row().indicator().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return cards.isEmpty() ? "none" : cards;
  }
}
