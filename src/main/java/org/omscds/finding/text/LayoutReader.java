package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omscds.finding.text.Headings.Line;
import org.omscds.finding.text.Layout.Section;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.Words;

/**
 * Lays a text out in sentences and sections. A heading that stands alone on its line acts on the
 * lines below it, up to a blank line or the next heading; one with text behind it is a word like
 * any other. A line that breaks off, such as at a comma, goes on in the next one.
 */
final class LayoutReader {

  /** Longer lines are no items of a list of negatives. */
  private static final int WORDS_OF_AN_ITEM = 6;

  private final Headings headings;
  private final Grammar grammar;
  private final Set<String> abbreviated;

  LayoutReader(Language language, Grammar grammar) {
    this.headings = new Headings(language);
    this.grammar = grammar;
    this.abbreviated = Set.copyOf(language.abbreviated());
  }

  /** The layout of a text. */
  Layout read(String text) {
    if (text.indexOf('\n') < 0) {
      return new Layout(wordsOf(text), List.of());
    }
    Page page = new Page();
    text.lines().forEach(page::add);
    page.endSection();
    return new Layout(page.words, page.sections);
  }

  /** The words of a line; the full stop of an abbreviation ends no sentence. */
  private List<String> wordsOf(String line) {
    List<String> words = Words.of(line);
    for (int i = words.size() - 2; i > 0; i--) {
      if (words.get(i).equals(Words.SENTENCE_END) && abbreviated.contains(words.get(i - 1))) {
        words.remove(i);
      }
    }
    return words;
  }

  /** A layout that grows line by line. */
  private final class Page {
    private final List<String> words = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private @Nullable Modifier heading;
    private int start;
    private boolean isOpen;

    void add(String line) {
      List<String> added = wordsOf(line);
      Line kind = headings.read(line);
      boolean goesOn = kind instanceof Line.Text && (isOpen || beginsWithJoin(added));
      if (!goesOn && !words.isEmpty()) {
        words.add(Words.SENTENCE_END);
      }
      isOpen = isOpen(line, added);
      switch (kind) {
        case Line.Blank _ -> endSection();
        case Line.Heading(var below) -> {
          endSection();
          heading = below.orElse(null);
        }
        case Line.Relative _ -> {
          if (heading != Modifier.FAMILY) {
            endSection();
          }
        }
        case Line.Text _ -> {
          if (heading == Modifier.NEGATION && !isItem(added)) {
            endSection();
          }
        }
      }
      words.addAll(added);
      if (kind instanceof Line.Heading) {
        start = words.size();
      }
    }

    void endSection() {
      if (heading != null && start < words.size()) {
        sections.add(new Section(start, words.size(), heading));
      }
      heading = null;
    }
  }

  private boolean isItem(List<String> line) {
    return line.size() <= WORDS_OF_AN_ITEM && !grammar.breaksList(line);
  }

  /** Whether a line breaks off: at a comma, a slash or an "and". */
  private boolean isOpen(String line, List<String> words) {
    String text = line.stripTrailing();
    return text.endsWith(",")
        || text.endsWith("/")
        || (!words.isEmpty() && grammar.joins(words.getLast()));
  }

  /** A single letter, such as the "o" that word processors write for a bullet, joins nothing. */
  private boolean beginsWithJoin(List<String> line) {
    return !line.isEmpty() && line.getFirst().length() > 1 && grammar.joins(line.getFirst());
  }
}
