package org.omscds.finding.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.omscds.consultation.Charts;
import tools.jackson.databind.JsonNode;

/** A text that is passed over at a glance is one in which a whole reading finds nothing. */
class TextReaderProperties {

  private static final TextReader READER = new TextReader(Charts.KNOWLEDGE);
  private static final List<String> PHRASES = phrases();

  /** What a phrase becomes in a hurried note. */
  enum Slip {
    NONE,
    UPPER_CASE,
    LETTER_MISSING,
    LETTER_TWICE,
    LETTERS_SWAPPED,
    ANOTHER_LETTER,
    ACCENT,
    SOFT_HYPHEN;

    String in(String phrase, int at) {
      int i = Math.floorMod(at, phrase.length());
      String before = phrase.substring(0, i);
      String after = phrase.substring(i + 1);
      char letter = phrase.charAt(i);
      return switch (this) {
        case NONE -> phrase;
        case UPPER_CASE -> phrase.toUpperCase(Locale.ROOT);
        case LETTER_MISSING -> before + after;
        case LETTER_TWICE -> before + letter + letter + after;
        case LETTERS_SWAPPED ->
            after.isEmpty() ? phrase : before + after.charAt(0) + letter + after.substring(1);
        case ANOTHER_LETTER -> before + 'q' + after;
        case ACCENT -> before + letter + '\u0301' + after;
        case SOFT_HYPHEN -> before + letter + '\u00ad' + after;
      };
    }
  }

  @Provide
  Arbitrary<String> notes() {
    Arbitrary<String> phrase =
        Combinators.combine(
                Arbitraries.of(PHRASES), Arbitraries.of(Slip.class), Arbitraries.integers())
            .as((words, slip, at) -> slip.in(words, at));
    Arbitrary<String> gap =
        Arbitraries.of(
            " ", "  ", "-", ", ", ". ", "/", "\n", "\n- ", ": ", " [x] ", " (-) ", "'", "");
    return Combinators.combine(phrase, gap, phrase, gap)
        .as((first, between, second, end) -> first + between + second + end);
  }

  @Property(tries = 5000)
  void nothingIsPassedOverInNotes(@ForAll("notes") String note) {
    List<Mention> whole = READER.readWhole(note);
    assertThat(READER.read(note)).isEqualTo(whole);
    assertThat(READER.leadIn(note)).isEqualTo(READER.leadInWhole(note));
    Statistics.collect(whole.isEmpty() ? "names nothing" : "names a finding");
  }

  @Example
  void nothingIsPassedOverInTheTextsOfCharts() {
    List<String> texts = new ArrayList<>();
    Charts.all().forEach(chart -> addTexts(Charts.request(chart), texts));
    assertThat(texts).hasSizeGreaterThan(10_000);
    for (String text : texts) {
      assertThat(READER.read(text)).as(text).isEqualTo(READER.readWhole(text));
      assertThat(READER.leadIn(text)).as(text).isEqualTo(READER.leadInWhole(text));
    }
  }

  private static void addTexts(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.stringValue());
    }
    node.values().forEach(each -> addTexts(each, texts));
  }

  /** The last column of the table of phrases, whole and in single words. */
  private static List<String> phrases() {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/text/phrases.tsv"))) {
      return lines
          .filter(line -> line.contains("\t"))
          .map(line -> line.substring(line.lastIndexOf('\t') + 1).replace("\\n", "\n"))
          .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("\\s+"))))
          .filter(text -> !text.isBlank())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
