package org.omscds.card;

import java.util.List;
import java.util.stream.Collectors;

/** Puts words of the chart into Markdown as words: whatever they hold, they format nothing. */
final class Markdown {

  private static final int LONGEST = 100;
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|&~";

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
    return escaped.toString();
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
