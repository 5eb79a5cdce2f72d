package org.omscds.card;

import java.util.List;
import java.util.stream.Collectors;

/** Puts words of the chart into Markdown as words: whatever they hold, they format nothing. */
final class Markdown {

  private static final int LONGEST = 100;
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|&~";

  /** Breaks what a reader of Markdown would make a link of by itself. */
  private static final String ZERO_WIDTH_SPACE = "\u200b";

  private Markdown() {}

  /** The words on one line, cut to a readable length, with every special character escaped. */
  static String escape(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.length() > LONGEST) {
      int cut = line.lastIndexOf(' ', LONGEST);
      line = line.substring(0, cut > LONGEST / 2 ? cut : LONGEST) + " …";
    }
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isISOControl(c)) {
        continue;
      }
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return withoutLinks(withoutListMark(escaped.toString()));
  }

  /** A dash, an equals sign or a number at the beginning would start a list or a heading. */
  private static String withoutListMark(String line) {
    return line.replaceFirst("^([-=])", "\\\\$1").replaceFirst("^(\\d+)\\.", "$1\\\\.");
  }

  private static String withoutLinks(String line) {
    return line.replace("://", ":" + ZERO_WIDTH_SPACE + "//")
        .replaceAll("(?i)www\\.", "www" + ZERO_WIDTH_SPACE + ".")
        .replace("@", "@" + ZERO_WIDTH_SPACE);
  }

  /** A heading with a bullet for each line; nothing where there are none. */
  static String list(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "**"
            + heading
            + "**\n\n"
            + lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
  }
}
