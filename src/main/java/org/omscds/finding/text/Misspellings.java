package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knows a few long words also with one letter wrong: missing, too many, another one, or two
 * neighbours swapped (Damerau 1964, DOI 10.1145/363958.363994). A word that is right in itself is
 * never changed. One error spoils the first two letters or the last three, not both, so that these
 * two keys find every candidate.
 */
final class Misspellings {

  /** Shorter words have too many neighbours of another meaning. */
  static final int SHORTEST_RIGHT = 6;

  private static final int BEGINNING = 2;
  private static final int END = 3;
  private static final int LOWER_CASE = 'a' - 'A';
  private static final int LAST_PLACE = (1 << 12) - 1;

  /** The bits of a {@code long} hold lengths up to one letter more. */
  private static final int LONGEST_RIGHT = 62;

  /** The right spellings by {@link #placeOf the place} of their beginnings and of their ends. */
  private final List<List<String>> alike =
      new ArrayList<>(Collections.nCopies(LAST_PLACE + 1, List.of()));

  /** The same of their lengths: bit 8 is set where one has eight letters. */
  private final long[] lengths = new long[LAST_PLACE + 1];

  private final Set<String> known;

  /**
   * @param words right spellings; of two that are equally near the first counts
   * @param known words that are never taken for another
   */
  Misspellings(List<String> words, Set<String> known) {
    this.known = new HashSet<>(known);
    this.known.addAll(words);
    for (String word : words) {
      if (word.length() < SHORTEST_RIGHT || word.length() > LONGEST_RIGHT) {
        throw new IllegalArgumentException("too short or too long to be guessed: '" + word + "'");
      }
      add(word, placeOf(word, 0, BEGINNING));
      add(word, placeOf(word, word.length() - END, END));
    }
  }

  private void add(String word, int place) {
    List<String> more = new ArrayList<>(alike.get(place));
    more.add(word);
    alike.set(place, List.copyOf(more));
    lengths[place] |= 1L << word.length();
  }

  /** The words with each misspelt one set right; as many as before. */
  List<String> corrected(List<String> words) {
    List<String> corrected = new ArrayList<>(words);
    corrected.replaceAll(this::right);
    return corrected;
  }

  /** The word that is meant, or the word itself. */
  String right(String word) {
    if (!mayBeWrong(word, 0, word.length()) || known.contains(word)) {
      return word;
    }
    List<String> beginAlike = alike.get(placeOf(word, 0, BEGINNING));
    List<String> endAlike = alike.get(placeOf(word, word.length() - END, END));
    return nearest(word, beginAlike, nearest(word, endAlike, word));
  }

  /**
   * Whether a word of a text, given by its place, is one that is set right: a no is certain where
   * all its letters are plain.
   */
  boolean isWrong(String text, int start, int end) {
    if (!mayBeWrong(text, start, end)) {
      return false;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    return !right(word).equals(word);
  }

  /** Whether a right spelling begins or ends so and is about as long: a no is certain. */
  private boolean mayBeWrong(String text, int start, int end) {
    int length = end - start;
    if (length < SHORTEST_RIGHT - 1 || length > LONGEST_RIGHT + 1) {
      return false;
    }
    long right = lengths[placeOf(text, start, BEGINNING)] | lengths[placeOf(text, end - END, END)];
    return (right >>> (length - 1) & 7) != 0;
  }

  /** A place that words with the same letters there share, whatever their case. */
  private static int placeOf(String text, int start, int length) {
    int place = length;
    for (int i = start; i < start + length; i++) {
      place = 31 * place + (text.charAt(i) | LOWER_CASE);
    }
    return place & LAST_PLACE;
  }

  private static String nearest(String word, List<String> candidates, String otherwise) {
    for (String candidate : candidates) {
      if (isOneErrorAway(word, candidate)) {
        return candidate;
      }
    }
    return otherwise;
  }

  /** Whether one error makes the one of the other. */
  static boolean isOneErrorAway(String one, String other) {
    int difference = one.length() - other.length();
    if (difference > 1 || difference < -1) {
      return false;
    }
    int from = 0;
    int shorter = Math.min(one.length(), other.length());
    while (from < shorter && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    return switch (difference) {
      case 1 -> one.regionMatches(from + 1, other, from, other.length() - from);
      case -1 -> other.regionMatches(from + 1, one, from, one.length() - from);
      default -> isOtherLetterOrSwap(one, other, from);
    };
  }

  private static boolean isOtherLetterOrSwap(String one, String other, int from) {
    int length = one.length();
    if (from == length) {
      return false;
    }
    if (one.regionMatches(from + 1, other, from + 1, length - from - 1)) {
      return true;
    }
    return one.charAt(from) == other.charAt(from + 1)
        && one.charAt(from + 1) == other.charAt(from)
        && one.regionMatches(from + 2, other, from + 2, length - from - 2);
  }
}
