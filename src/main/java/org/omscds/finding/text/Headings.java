package org.omscds.finding.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.Words;

/** Tells which line is a heading and what it says of the lines below it. */
final class Headings {

  /** What may stand before a heading or an item: bullets, numbers, the signs of Markdown. */
  private static final Pattern BULLET =
      Pattern.compile("^[\\s#*•·>_-]*(?:\\d{1,2}[.)]\\s)?[\\s*_]*");

  private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\s/&-]{4,40}");

  private static final int WORDS_OF_A_HEADING = 5;

  private final Map<List<String>, Modifier> known = new HashMap<>();
  private final Set<List<String>> relatives = new HashSet<>();

  Headings(Language language) {
    add(language.headings().negation(), Modifier.NEGATION);
    add(language.headings().uncertainty(), Modifier.UNCERTAINTY);
    add(language.headings().history(), Modifier.HISTORY);
    add(language.headings().family(), Modifier.FAMILY);
    add(language.headings().hypothetical(), Modifier.HYPOTHESIS);
    language.relatives().forEach(label -> relatives.add(Words.of(label)));
  }

  private void add(List<String> headings, Modifier modifier) {
    headings.forEach(heading -> known.put(Words.of(heading), modifier));
  }

  /** What a line is to the lines around it. */
  sealed interface Line {

    /** Nothing but space: whatever stood above ends. */
    record Blank() implements Line {}

    /** A heading; what it says of the lines below, or nothing. */
    record Heading(Optional<Modifier> below) implements Line {}

    /** "Mother: ...", which is no heading within a family history. */
    record Relative() implements Line {}

    /** Anything else. */
    record Text() implements Line {}
  }

  /** What a line is. */
  Line read(String line) {
    if (line.isBlank()) {
      return new Line.Blank();
    }
    Matcher bullet = BULLET.matcher(line);
    String text = bullet.find() ? line.substring(bullet.end()) : line;
    int colon = text.indexOf(':');
    List<String> label = Words.of(colon < 0 ? text : text.substring(0, colon));
    if (label.size() > WORDS_OF_A_HEADING) {
      return new Line.Text();
    }
    boolean alone = colon < 0 || Words.of(text.substring(colon)).isEmpty();
    if (alone && known.containsKey(label)) {
      return new Line.Heading(Optional.of(known.get(label)));
    }
    if (colon >= 0 && relatives.contains(label)) {
      return new Line.Relative();
    }
    boolean heading = colon >= 0 || line.startsWith("#") || CAPITALS.matcher(text).matches();
    return heading ? new Line.Heading(Optional.empty()) : new Line.Text();
  }
}
