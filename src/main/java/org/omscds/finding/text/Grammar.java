package org.omscds.finding.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.Words;

/** The small words that shape a list: what joins its items, and what begins something new. */
final class Grammar {

  private static final int WORDS_OF_A_LIST_ITEM = 3;

  private final Set<String> or;
  private final Set<String> joins;
  private final Set<String> connectors;
  private final Set<String> listBreakers;

  Grammar(Language language) {
    this.or = Set.copyOf(language.or());
    this.joins = new HashSet<>(language.and());
    joins.addAll(or);
    this.connectors = new HashSet<>(joins);
    connectors.add(Words.PAUSE);
    connectors.add(Words.SLASH);
    this.listBreakers = Set.copyOf(language.listBreakers());
  }

  /** Whether only short items and connectors stand between two findings. */
  boolean isListGap(List<String> gap) {
    boolean connected = false;
    int wordsOfItem = 0;
    for (String word : gap) {
      boolean connects = connectors.contains(word);
      connected |= connects;
      wordsOfItem = connects ? 0 : wordsOfItem + 1;
      if (endsList(word) || wordsOfItem > WORDS_OF_A_LIST_ITEM) {
        return false;
      }
    }
    return connected;
  }

  /** Whether nothing but connectors stands between two findings. */
  boolean isBareListGap(List<String> gap) {
    return !gap.isEmpty() && connectors.containsAll(gap);
  }

  /** Whether an "or" stands among these words. */
  boolean hasOr(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isOr(words, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the list goes on from here to an "or". */
  boolean goesOnToOr(List<String> words) {
    int wordsOfItem = 0;
    for (int i = 0; i < words.size(); i++) {
      if (isOr(words, i)) {
        return true;
      }
      String word = words.get(i);
      wordsOfItem = connectors.contains(word) ? 0 : wordsOfItem + 1;
      if (endsList(word) || wordsOfItem > WORDS_OF_A_LIST_ITEM) {
        return false;
      }
    }
    return false;
  }

  /** Whether a word such as "and" joins what stands before it to what follows. */
  boolean joins(String word) {
    return joins.contains(word);
  }

  /** Whether one of the words says something anew. */
  boolean breaksList(List<String> words) {
    return words.stream().anyMatch(listBreakers::contains);
  }

  private boolean endsList(String word) {
    return word.equals(Words.SENTENCE_END) || listBreakers.contains(word);
  }

  /** The Spanish "o" is an "or", that of "o/e" is none. */
  private boolean isOr(List<String> words, int i) {
    return or.contains(words.get(i))
        && (i + 1 == words.size() || !words.get(i + 1).equals(Words.SLASH));
  }
}
