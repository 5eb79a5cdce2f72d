package org.omscds.knowledge;

/**
 * Words that can be looked for in a text without cutting it up: most texts of a chart hold none of
 * the words that matter, and this tells it in one pass over their characters.
 */
public final class WordSet {

  private static final int FIRST_SIZE = 64;

  /** The hashes of the words, each in the first free place from its own on; 0 is a free place. */
  private int[] hashes = new int[FIRST_SIZE];

  private int count;
  private boolean holdsMarks;
  private boolean holdsQuestionMark;
  private boolean holdsOtherSigns;

  /** Judges a word of a text by its place and by the hash of its folded letters. */
  @FunctionalInterface
  public interface WordTest {
    /**
     * Whether the word is one that is looked for.
     *
     * @param start index of its first letter
     * @param end index after its last letter
     */
    boolean test(String text, int start, int end, int hash);
  }

  /** Adds a word as {@link Words} spells it. */
  public void add(String word) {
    if (!Character.isLetterOrDigit(word.charAt(0))) {
      addSign(word);
      return;
    }
    if (2 * count >= hashes.length) {
      int[] smaller = hashes;
      hashes = new int[2 * smaller.length];
      count = 0;
      for (int hash : smaller) {
        put(hash);
      }
    }
    put(hash(word));
  }

  /** Whether a text may hold one of the words: a no is certain, a yes is not. */
  public boolean mayStandIn(String text) {
    return mayStandIn(text, (_, _, _, hash) -> holds(hash));
  }

  /** The same, where words count also for which another test says so. */
  public boolean mayStandIn(String text, WordTest other) {
    int start = -1;
    int hash = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
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
        if (other.test(text, start, i, spread(hash))) {
          return true;
        }
        start = -1;
        hash = 0;
      }
    }
    return start >= 0 && other.test(text, start, length, spread(hash));
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

  /** Whether a word of that hash may be one of these. */
  public boolean holds(int hash) {
    int place = hash & (hashes.length - 1);
    while (hashes[place] != 0) {
      if (hashes[place] == hash) {
        return true;
      }
      place = (place + 1) & (hashes.length - 1);
    }
    return false;
  }

  private void put(int hash) {
    if (hash == 0 || holds(hash)) {
      return;
    }
    int place = hash & (hashes.length - 1);
    while (hashes[place] != 0) {
      place = (place + 1) & (hashes.length - 1);
    }
    hashes[place] = hash;
    count++;
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + folded(word.charAt(i));
    }
    return spread(hash);
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
