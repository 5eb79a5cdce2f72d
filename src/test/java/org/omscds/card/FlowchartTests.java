package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.wire.Card;

/**
 * Every node of the flowchart for relapsing and persistent OMS (wikidoc, after Pranzatelli and Tate
 * 2016) is reached by a story, on its card, with its words or its order.
 */
class FlowchartTests {

  private static final Path STORIES = Path.of("src/test/resources/vignettes");

  /** The nodes of the chart; each has a row below. */
  private static final List<String> NODES =
      List.of(
          "1", "1a", "1a-i", "1b", "2", "2a", "2b", "2c", "2c-i", "2c-ii", "3", "3a", "3b", "3b-i",
          "3c");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1     | c01-relapse-out-of-remission          | C15 | 1 Mitigate the trigger
          1a    | c05-exacerbation-beyond-72-hours      | C15 | 1a An infection is recorded
          1a    | c05-exacerbation-beyond-72-hours      | C15 | INFECTION
          1a-i  | c05-exacerbation-beyond-72-hours      | C15 | 1a-i IVIG as needed
          1b    | v20-relapse-after-taper               | C15 | 1b A steroid or ACTH ended
          1b    | c01-relapse-out-of-remission          | C15 | 1b No steroid or ACTH was running
          2     | v22-inadequate-response-at-week-12    | C14 | REF-NEUROIMM
          2a    | c01-relapse-out-of-remission          | C15 | 2a Retest for neuroinflammation
          2a    | c01-relapse-out-of-remission          | C15 | CSF-MARKERS
          2b    | v22-inadequate-response-at-week-12    | C14 | Drugs so far, with the score
          2c    | v22-inadequate-response-at-week-12    | C14 | 2c Escalation step of the trial
          2c-i  | c06-week-6-less-than-a-quarter        | C14 | 2c-i On a steroid or ACTH
          2c-i  | c06-week-6-less-than-a-quarter        | C14 | TAPER-PLAN
          2c-ii | c06-week-6-less-than-a-quarter        | C14 | 2c-ii Combinations did better
          3     | f07-school-age-with-speech-and-gait-left | C24 | Each relapse goes with 2.4 IQ
          3a    | c01-relapse-out-of-remission          | C24 | W19-NEUROPSYCH
          3b    | c04-behaviour-alone-on-steroid        | C24 | node 3b: treat comorbid
          3b    | c04-behaviour-alone-on-steroid        | C24 | REF-PSYCHOLOGY
          3b-i  | f07-school-age-with-speech-and-gait-left | C24 | node 3b-i: intensify
          3b-i  | f07-school-age-with-speech-and-gait-left | C24 | REF-SLT
          3c    | s19-ketamine-on-the-list              | C23 | sedative on the list
          3c    | v17-mibg-ordered-on-pseudoephedrine   | C07 | interfering drug
          3c    | s09-rituximab-without-hepatitis-b     | C11 | hepatitis B not tested
          """)
  void aStoryReachesTheNodeOnItsCard(String node, String story, String card, String said) {
    assertThat(NODES).contains(node);
    assertThat(written(story, card)).as(node + " on " + card).contains(said);
  }

  /** What the table above must not forget. */
  @Test
  void everyNodeHasARow() throws NoSuchMethodException {
    String table =
        FlowchartTests.class
            .getDeclaredMethod(
                "aStoryReachesTheNodeOnItsCard",
                String.class,
                String.class,
                String.class,
                String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();
    assertThat(table.lines().map(line -> line.substring(0, line.indexOf("|")).strip()).distinct())
        .containsExactlyElementsOf(NODES);
  }

  /** Detail and suggestions of a card as one text. */
  private static String written(String story, String id) {
    Consultation consultation =
        Charts.consult(Charts.request(STORIES.resolve(story).resolve("record.json")));
    Card card =
        new CardWriter(Charts.KNOWLEDGE, Charts::uuid)
            .write(consultation, new CallContext("p1", "", "Practitioner/1", "")).stream()
                .filter(each -> id.equals(idOf(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(story + " does not show " + id));
    return card.detail() + card.suggestions();
  }

  private static Object idOf(Card card) {
    return ((Map<?, ?>) card.extension().get("org.omscds.explanation")).get("card");
  }
}
