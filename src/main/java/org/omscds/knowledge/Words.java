package org.omscds.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts text into words as the phrase lists spell them: lower case, without accents, hyphens,
 * apostrophes and colons as gaps. Punctuation that matters stays as a word of its own.
 */
public final class Words {

  /** Stands for the end of a sentence. */
  public static final String SENTENCE_END = ".";

  /** Stands for a comma, a bracket or another sign that sets words apart. */
  public static final String PAUSE = ",";

  /** Stands between words that are listed or joined: "ataxia/tremor", "h/o". */
  public static final String SLASH = "/";

  /** Stands for "(+)", "[x]" and the like. */
  public static final String TICKED = "(+)";

  /** Stands for "(-)", "[ ]" and the like. */
  public static final String UNTICKED = "(-)";

  /** Marks above and below letters, and signs within words that nobody sees. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");

  private Words() {}

  /** The words of a name, such as a drug's, without any punctuation. */
  public static List<String> ofName(String name) {
    List<String> words = of(name);
    words.removeIf(word -> !Character.isLetterOrDigit(word.charAt(0)) && !word.equals("?"));
    return words;
  }

  /** The words of a text. */
  public static List<String> of(String text) {
    String plain = fold(text);
    int length = plain.length();
    List<String> words = new ArrayList<>(length / 5 + 1);
    int start = -1;
    for (int i = 0; i < length; i++) {
      char c = plain.charAt(i);
      if (isLetterOrDigit(c)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        words.add(plain.substring(start, i));
        start = -1;
      }
      if (c != ' ') {
        i = addSign(plain, i, words);
      }
    }
    if (start >= 0) {
      words.add(plain.substring(start));
    }
    return words;
  }

  /** Adds the sign that begins at an index, if it matters, and tells where it ends. */
  private static int addSign(String text, int i, List<String> words) {
    String mark = markAt(text, i);
    if (!mark.isEmpty()) {
      words.add(mark);
      return lastOfMark(text, i);
    }
    switch (text.charAt(i)) {
      case '.' -> {
        if (!isWithinAbbreviation(text, i)) {
          words.add(SENTENCE_END);
        }
      }
      case ';', '!', '\n', '\r' -> words.add(SENTENCE_END);
      case ',', '(', ')', '[', ']', '+', '&' -> words.add(PAUSE);
      case '/' -> words.add(SLASH);
      case '?' -> words.add("?");
      default -> {}
    }
    return i;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c > 127 && Character.isLetterOrDigit(c));
  }

  /** The mark that begins here, or nothing. */
  private static String markAt(String text, int i) {
    return switch (at(text, i)) {
      case '(' -> at(text, i + 2) == ')' ? sign(at(text, i + 1)) : "";
      case '[' -> {
        if (at(text, i + 1) == ']') {
          yield UNTICKED;
        }
        yield at(text, i + 2) == ']' ? sign(at(text, i + 1)) : "";
      }
      case '\u2610' -> UNTICKED;
      case '\u2611', '\u2612', '\u2713', '\u2714' -> TICKED;
      default -> "";
    };
  }

  private static int lastOfMark(String text, int i) {
    return switch (text.charAt(i)) {
      case '(' -> text.indexOf(')', i);
      case '[' -> text.indexOf(']', i);
      default -> i;
    };
  }

  private static String sign(char c) {
    return switch (c) {
      case '+', 'x', '\u2713', '\u2714' -> TICKED;
      case '-', ' ', '\u2212', '\u2013' -> UNTICKED;
      default -> "";
    };
  }

  /** The full stops of "38.5", "V.a.", "Z. n." and "e.g." end no sentence. */
  private static boolean isWithinAbbreviation(String text, int stop) {
    char before = at(text, stop - 1);
    char after = at(text, stop + 1);
    if (Character.isDigit(before)) {
      return Character.isDigit(after);
    }
    boolean afterOneLetter =
        Character.isLetter(before) && !Character.isLetterOrDigit(at(text, stop - 2));
    return afterOneLetter
        && (Character.isLetter(after)
            || closesAbbreviation(text, stop)
            || opensAbbreviation(text, stop));
  }

  private static boolean closesAbbreviation(String text, int stop) {
    int previous = at(text, stop - 2) == ' ' ? stop - 3 : stop - 2;
    return at(text, previous) == '.' && Character.isLetter(at(text, previous - 1));
  }

  private static boolean opensAbbreviation(String text, int stop) {
    return at(text, stop + 1) == ' '
        && Character.isLetter(at(text, stop + 2))
        && at(text, stop + 3) == '.';
  }

  private static char at(String text, int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return UNSEEN
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("œ", "oe")
            .replace("æ", "ae")
            .replace('ø', 'o');
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** The words between the places where one word stands, such as the end of a sentence. */
  public static List<List<String>> split(List<String> words, String at) {
    List<List<String>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).equals(at)) {
        if (i > start) {
          parts.add(words.subList(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
