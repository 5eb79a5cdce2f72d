package org.omscds.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  private Words() {}

  /** The words of a name, such as a drug's, without any punctuation. */
  public static List<String> ofName(String name) {
    List<String> words = new ArrayList<>(of(name));
    words.removeIf(word -> word.equals(PAUSE) || word.equals(SLASH) || word.equals(SENTENCE_END));
    return words;
  }

  /** The words of a text. */
  public static List<String> of(String text) {
    String plain = fold(text).replace("[ ]", " unticked ").replace("[x]", " ");
    List<String> words = new ArrayList<>(plain.length() / 5 + 1);
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        words.add(plain.substring(start, i));
        start = -1;
      }
      switch (c) {
        case '.', ';', '!', '\n', '\r' -> words.add(SENTENCE_END);
        case ',', '(', ')', '[', ']', '+', '&' -> words.add(PAUSE);
        case '/' -> words.add(SLASH);
        case '?' -> words.add("?");
        default -> {}
      }
    }
    return words;
  }

  private static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
