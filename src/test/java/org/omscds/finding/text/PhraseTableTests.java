package org.omscds.finding.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.Speaker;

/**
 * Phrases as charts hold them, each with what it says of a finding: {@code
 * src/test/resources/text/phrases.tsv}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhraseTableTests {

  private static final Path TABLE = Path.of("src/test/resources/text/phrases.tsv");

  private final TextReader reader = new TextReader(Charts.KNOWLEDGE);

  /** What a row expects. */
  enum Expected {
    PRESENT,
    PARENT,
    POSSIBLE,
    ABSENT,
    PAST,
    FAMILY,
    HYPOTHETICAL,
    REMISSION,
    LONG_STANDING,
    NOTHING;

    static Expected of(Mention mention) {
      return switch (mention.assertion()) {
        case AFFIRMED -> mention.speaker() == Speaker.FAMILY ? PARENT : PRESENT;
        case UNCERTAIN -> POSSIBLE;
        case NEGATED -> ABSENT;
        case HISTORICAL -> PAST;
        case FAMILY_HISTORY -> FAMILY;
        case HYPOTHETICAL -> HYPOTHETICAL;
        case IN_REMISSION -> REMISSION;
        case LONG_STANDING -> LONG_STANDING;
      };
    }
  }

  /** A line of the table. */
  record Row(int line, FindingId finding, Expected expected, String text) {

    boolean isPositive() {
      return expected == Expected.PRESENT
          || expected == Expected.PARENT
          || expected == Expected.POSSIBLE;
    }

    @Override
    public String toString() {
      return "line " + line + ": " + finding.id() + " " + expected + " in \"" + text + "\"";
    }
  }

  static List<Row> rows() {
    List<String> lines = Charts.text(TABLE).lines().toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", 3);
        rows.add(
            new Row(
                i + 1,
                FindingId.of(columns[0]).orElseThrow(),
                Expected.valueOf(columns[1].replace('-', '_').toUpperCase(Locale.ROOT)),
                columns[2].replace("\\n", "\n")));
      }
    }
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void textSaysOfTheFinding(Row row) {
    Set<Expected> said =
        reader.read(row.text()).stream()
            .filter(mention -> mention.finding() == row.finding())
            .map(Expected::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Expected.class)));
    assertThat(said.isEmpty() ? EnumSet.of(Expected.NOTHING) : said)
        .as(row.toString())
        .containsExactly(row.expected());
  }

  @Test
  void tableIsLongAndHalfOfItAreNegativesAndTraps() {
    List<Row> rows = rows();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(250);
    assertThat(rows.stream().filter(row -> !row.isPositive()).count())
        .isGreaterThanOrEqualTo(rows.size() / 2);
  }

  @Test
  void everyFindingWithPhrasesHasAPositiveAndANegativeRow() {
    List<Row> rows = rows();
    for (FindingDefinition definition : Charts.KNOWLEDGE.findings().values()) {
      if (!definition.allPhrases().isEmpty()) {
        List<Row> own = rows.stream().filter(row -> row.finding() == definition.finding()).toList();
        assertThat(own).as(definition.id() + " present").anyMatch(Row::isPositive);
        assertThat(own)
            .as(definition.id() + " absent")
            .anyMatch(row -> row.expected() == Expected.ABSENT);
      }
    }
  }

  @Test
  void everyPhraseOfTheKnowledgeIsFoundByItself() {
    for (FindingDefinition definition : Charts.KNOWLEDGE.findings().values()) {
      for (String phrase :
          definition.allPhrases().stream()
              .filter(phrase -> !definition.abbreviations().contains(phrase))
              .toList()) {
        assertThat(reader.read(phrase))
            .as(phrase)
            .anyMatch(mention -> mention.finding() == definition.finding())
            .allMatch(mention ->
                mention.assertion() == Assertion.AFFIRMED
                    || mention.assertion() == Assertion.UNCERTAIN);
      }
    }
  }
}
