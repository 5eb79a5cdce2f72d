package org.omscds.card;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts words of the chart into Markdown as words: whatever they hold, they format nothing. */
final class Markdown {

  private static final int LONGEST = 100;
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|&~";

  /** Breaks what a reader of Markdown would make a link of by itself. */
  private static final String ZERO_WIDTH_SPACE = "\u200b";

  /** Marks that turn the direction of the text around them, and with it what a reader sees. */
  private static final String TURNS_TEXT =
      "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LIST_MARK = Pattern.compile("^(\\d*)([-=.])");
  private static final Pattern LINK_START = Pattern.compile("(?i)(www|:)((?<=www)\\.|(?<=:)//)");

  /** A blank, since some readers take any other character for a part of the address. */
  private static final Pattern MAIL = Pattern.compile("@(?=\\S)");

  private Markdown() {}

  /** The words on one line, cut to a readable length, with every special character escaped. */
  static String escape(String words) {
    if (isPlain(words)) {
      return words;
    }
    String line = SPACES.matcher(words).replaceAll(" ").strip();
    if (line.length() > LONGEST) {
      int cut = line.lastIndexOf(' ', LONGEST);
      line = line.substring(0, cut > LONGEST / 2 ? cut : LONGEST) + " …";
    }
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isISOControl(c) || TURNS_TEXT.indexOf(c) >= 0) {
        continue;
      }
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return withoutLinks(withoutListMark(escaped.toString()));
  }

  /** Whether words stand on one line, are short and hold nothing but letters and single blanks. */
  private static boolean isPlain(String words) {
    char last = ' ';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c == ',' && last != ' ') || (c == ' ' && last != ' ');
      if (!plain) {
        return false;
      }
      last = c;
    }
    return last != ' ' && words.length() <= LONGEST;
  }

  /** A dash, an equals sign or a number at the beginning would start a list or a heading. */
  private static String withoutListMark(String line) {
    return LIST_MARK.matcher(line).replaceFirst("$1\\\\$2");
  }

  private static String withoutLinks(String line) {
    if (line.indexOf('.') < 0 && line.indexOf(':') < 0 && line.indexOf('@') < 0) {
      return line;
    }
    String unlinked = LINK_START.matcher(line).replaceAll("$1" + ZERO_WIDTH_SPACE + "$2");
    return MAIL.matcher(unlinked).replaceAll("@ ");
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
