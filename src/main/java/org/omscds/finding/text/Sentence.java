package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.Words;

/**
 * A text with the phrases found in it, and the rules of which modifier reaches which finding. A
 * modifier acts on the first finding after it, and on further ones only along a list: "no ataxia,
 * tremor or rage", but not "to exclude neuroblastoma given ataxia".
 *
 * @param listBreakers words that end a list, so that what follows is said anew
 */
record Sentence(List<String> words, List<Hit<Meaning>> hits, Set<String> listBreakers) {

  private static final int REACH_BEFORE = 10;
  private static final int REACH_OF_A_LIST = 60;
  private static final int REACH_AFTER = 4;
  private static final int WORDS_OF_A_LIST_ITEM = 3;

  private static final Set<String> CONNECTORS =
      Set.of(Words.PAUSE, Words.SLASH, "and", "or", "nor", "und", "y", "et");

  /** All modifiers that reach the finding at a hit. */
  Set<Modifier> modifiersOf(int target) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    addBefore(target, modifiers);
    addAfter(target, modifiers);
    return modifiers;
  }

  private void addBefore(int target, Set<Modifier> modifiers) {
    for (int i = target - 1; i >= 0; i--) {
      if (between(i, target).contains(Words.SENTENCE_END)) {
        return;
      }
      for (Meaning meaning : hits.get(i).meanings()) {
        switch (meaning) {
          case Meaning.Ends _ -> {
            return;
          }
          case Meaning.Before(Modifier modifier) -> {
            if (reaches(modifier, i, target)) {
              modifiers.add(modifier);
            }
          }
          case Meaning.After _, Meaning.Names _, Meaning.Nothing _ -> {}
        }
      }
    }
  }

  private boolean reaches(Modifier modifier, int from, int target) {
    if (modifier == Modifier.FAMILY_SPEAKS) {
      return true;
    }
    List<String> between = between(from, target);
    boolean questionMark = words.get(hits.get(from).start()).equals("?");
    int limit = modifier == Modifier.NEGATION ? REACH_OF_A_LIST : REACH_BEFORE;
    if (questionMark || between.size() > limit) {
      return questionMark && between.isEmpty();
    }
    boolean inList = leadsTo(from, target) && modifierListReaches(from, target);
    boolean overPause = between.contains(Words.PAUSE);
    return inList
        && (modifier != Modifier.NEAR_NEGATION || !overPause || listEndsWithOr(from, target));
  }

  /** After a pause, the words up to the first finding must go on with the list. */
  private boolean leadsTo(int from, int target) {
    int first = from + 1;
    while (first < target && !namesFinding(first)) {
      first++;
    }
    List<String> lead = between(from, first);
    int pause = lead.indexOf(Words.PAUSE);
    return pause < 0 || lead.subList(pause, lead.size()).stream().noneMatch(listBreakers::contains);
  }

  /** From the first finding on, one follows the other as in a list. */
  private boolean modifierListReaches(int from, int target) {
    int last = -1;
    for (int i = from + 1; i <= target; i++) {
      if (i == target || namesFinding(i)) {
        if (last >= 0 && !isListGap(between(last, i))) {
          return false;
        }
        last = i;
      }
    }
    return true;
  }

  /** Only short items and connectors stand between. */
  private boolean isListGap(List<String> gap) {
    if (gap.stream().noneMatch(CONNECTORS::contains)
        || gap.stream().anyMatch(listBreakers::contains)) {
      return false;
    }
    int wordsOfItem = 0;
    for (String word : gap) {
      wordsOfItem = CONNECTORS.contains(word) ? 0 : wordsOfItem + 1;
      if (wordsOfItem > WORDS_OF_A_LIST_ITEM) {
        return false;
      }
    }
    return true;
  }

  private boolean listEndsWithOr(int from, int target) {
    List<String> before = between(from, target);
    int lastPause = before.lastIndexOf(Words.PAUSE);
    if (before.subList(lastPause, before.size()).stream().anyMatch(Sentence::isOr)) {
      return true;
    }
    int wordsOfItem = 0;
    for (int i = hits.get(target).end(); i < words.size(); i++) {
      String word = words.get(i);
      if (isOr(word)) {
        return true;
      }
      wordsOfItem = CONNECTORS.contains(word) ? 0 : wordsOfItem + 1;
      if (word.equals(Words.SENTENCE_END)
          || listBreakers.contains(word)
          || wordsOfItem > WORDS_OF_A_LIST_ITEM) {
        return false;
      }
    }
    return false;
  }

  private static boolean isOr(String word) {
    return word.equals("or") || word.equals("nor");
  }

  private void addAfter(int target, Set<Modifier> modifiers) {
    int end = hits.get(target).end();
    for (int i = target + 1; i < hits.size(); i++) {
      Hit<Meaning> later = hits.get(i);
      List<String> between = words.subList(end, later.start());
      if (between.size() > REACH_AFTER
          || between.contains(Words.SENTENCE_END)
          || between.contains(Words.PAUSE)) {
        return;
      }
      for (Meaning meaning : later.meanings()) {
        switch (meaning) {
          case Meaning.After(Modifier modifier) -> {
            boolean near = modifier == Modifier.NEAR_NEGATION;
            if (!near || (between.isEmpty() && closesClause(later.end()))) {
              modifiers.add(modifier);
            }
          }
          case Meaning.Names _, Meaning.Ends _ -> {
            return;
          }
          case Meaning.Before _, Meaning.Nothing _ -> {}
        }
      }
    }
  }

  private boolean closesClause(int end) {
    return end >= words.size()
        || words.get(end).equals(Words.SENTENCE_END)
        || words.get(end).equals(Words.PAUSE);
  }

  /** The words of the sentence around a hit. */
  List<String> around(int target) {
    int from = hits.get(target).start();
    while (from > 0 && !words.get(from - 1).equals(Words.SENTENCE_END)) {
      from--;
    }
    int to = from;
    while (to < words.size() && !words.get(to).equals(Words.SENTENCE_END)) {
      to++;
    }
    return new ArrayList<>(words.subList(from, to));
  }

  /** The phrase at a hit. */
  String phrase(int target) {
    Hit<Meaning> hit = hits.get(target);
    return String.join(" ", words.subList(hit.start(), hit.end()));
  }

  private List<String> between(int earlier, int later) {
    return words.subList(hits.get(earlier).end(), hits.get(later).start());
  }

  private boolean namesFinding(int index) {
    return hits.get(index).meanings().stream().anyMatch(Meaning.Names.class::isInstance);
  }
}
