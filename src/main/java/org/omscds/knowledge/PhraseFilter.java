package org.omscds.knowledge;

import java.util.List;

/**
 * Phrases that can be looked for in a text without cutting it up: in most texts of a chart none of
 * those that matter stands, and this tells it in one pass over their characters. Of each phrase it
 * knows the first two words, whatever signs stand between them.
 */
public final class PhraseFilter {

  private static final int FIRST_SIZE = 64;

  /** The hash of a phrase of one word. */
  private static final int WHOLE = 1;

  /** The hash of the first of several words. */
  private static final int BEGINS = 2;

  /** The hash of the first two words together. */
  private static final int PAIR = 4;

  /** The hashes, each in the first free place from its own on; 0 is a free place. */
  private int[] hashes = new int[FIRST_SIZE];

  /** What the hash at each place is; one may be several of these. */
  private byte[] kinds = new byte[FIRST_SIZE];

  private int count;
  private boolean holdsMarks;
  private boolean holdsQuestionMark;
  private boolean holdsOtherSigns;

  /** Judges a word of a text by its place. */
  @FunctionalInterface
  public interface WordTest {
    /**
     * Whether the word is one that is looked for.
     *
     * @param start index of its first letter
     * @param end index after its last letter
     */
    boolean test(String text, int start, int end);
  }

  /** Adds a phrase by its {@link Words#of words}. */
  public void add(List<String> phrase) {
    if (isSign(phrase.getFirst())) {
      addSign(phrase.getFirst());
      return;
    }
    List<String> words = phrase.stream().filter(word -> !isSign(word)).limit(2).toList();
    int first = hash(words.getFirst());
    if (words.size() == 1) {
      put(spread(first), WHOLE);
    } else {
      put(spread(first), BEGINS);
      put(pair(first, hash(words.getLast())), PAIR);
    }
  }

  private static boolean isSign(String word) {
    return !Character.isLetterOrDigit(word.charAt(0));
  }

  /** Whether a text may hold one of the phrases: a no is certain, a yes is not. */
  public boolean mayStandIn(String text) {
    return mayStandIn(text, (_, _, _) -> false);
  }

  /** The same, where words count also for which another test says so. */
  public boolean mayStandIn(String text, WordTest other) {
    int start = -1;
    int hash = 0;
    int previous = 0;
    boolean begun = false;
    int length = text.length();
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      if (c > 127) {
        return true;
      }
      int letter = folded(c);
      if (letter != 0) {
        start = start < 0 ? i : start;
        hash = 31 * hash + letter;
        continue;
      }
      if (c > ' ' && mayBeSign(text, i)) {
        return true;
      }
      if (start >= 0) {
        int kind = kindOf(spread(hash));
        if ((kind & WHOLE) != 0
            || (begun && (kindOf(pair(previous, hash)) & PAIR) != 0)
            || other.test(text, start, i)) {
          return true;
        }
        begun = (kind & BEGINS) != 0;
        previous = hash;
        start = -1;
        hash = 0;
      }
    }
    return false;
  }

  private void addSign(String sign) {
    switch (sign) {
      case Words.TICKED, Words.UNTICKED -> holdsMarks = true;
      case "?" -> holdsQuestionMark = true;
      default -> holdsOtherSigns = true;
    }
  }

  /** Whether a sign that is one of the words may begin there. */
  private boolean mayBeSign(String text, int i) {
    return switch (text.charAt(i)) {
      case '(', '[' -> holdsOtherSigns || (holdsMarks && closesWithin(text, i));
      case '?' -> holdsQuestionMark;
      case '-', '\'', ':' -> false;
      default -> holdsOtherSigns;
    };
  }

  /** Whether a bracket closes at once or around a single letter or sign. */
  private static boolean closesWithin(String text, int open) {
    int last = Math.min(open + 2, text.length() - 1);
    for (int i = open + 1; i <= last; i++) {
      if (text.charAt(i) == ')' || text.charAt(i) == ']') {
        return true;
      }
    }
    return false;
  }

  private int kindOf(int hash) {
    return kinds[placeOf(hash)];
  }

  /** The place of a hash, or the free place that it would take. */
  private int placeOf(int hash) {
    int place = hash & (hashes.length - 1);
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private void put(int hash, int kind) {
    if (2 * count >= hashes.length) {
      grow();
    }
    int place = placeOf(hash);
    if (hashes[place] == 0) {
      hashes[place] = hash;
      count++;
    }
    kinds[place] |= (byte) kind;
  }

  private void grow() {
    int[] smaller = hashes;
    byte[] theirKinds = kinds;
    hashes = new int[2 * smaller.length];
    kinds = new byte[hashes.length];
    for (int i = 0; i < smaller.length; i++) {
      if (smaller[i] != 0) {
        int place = placeOf(smaller[i]);
        hashes[place] = smaller[i];
        kinds[place] = theirKinds[i];
      }
    }
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + folded(word.charAt(i));
    }
    return hash;
  }

  private static int pair(int first, int second) {
    return spread(0x85EBCA6B * first + second);
  }

  /** Never 0, which is a free place. */
  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) | 1;
  }

  /** The letter or digit in lower case, or 0 for a gap between words. */
  private static int folded(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      return c;
    }
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : 0;
  }
}
