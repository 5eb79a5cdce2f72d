package org.omscds.finding.text;

import java.util.List;
import java.util.Set;
import org.omscds.knowledge.Words;

/**
 * Which words act on a finding that follows them. A modifier acts on the first finding after it,
 * and on further ones only along a list: "no ataxia, tremor or rage", but not "to exclude
 * neuroblastoma given ataxia".
 */
final class ForwardReach {

  private static final int REACH = 10;
  private static final int REACH_OF_A_LIST = 60;

  private final Grammar grammar;
  private final Sentence sentence;
  private final Marks marks;

  ForwardReach(Grammar grammar, Sentence sentence, Marks marks) {
    this.grammar = grammar;
    this.sentence = sentence;
    this.marks = marks;
  }

  /** Adds the modifiers before the finding at a hit that reach it. */
  void addTo(int target, Set<Modifier> modifiers) {
    int start = sentence.startOfSentence(target);
    for (int i = target - 1; i >= 0 && sentence.hits().get(i).start() >= start; i--) {
      for (Meaning meaning : sentence.hits().get(i).meanings()) {
        switch (meaning) {
          case Meaning.Ends _ -> {
            return;
          }
          case Meaning.Mark(boolean isThere) -> {
            if (!isThere && marks.leadAt(target) && reaches(Modifier.NEAR_NEGATION, i, target)) {
              modifiers.add(Modifier.NEAR_NEGATION);
            }
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
    List<String> between = sentence.between(from, target);
    if (sentence.words().get(sentence.hits().get(from).start()).equals("?")) {
      return between.isEmpty();
    }
    if (between.size() > (modifier == Modifier.NEGATION ? REACH_OF_A_LIST : REACH)) {
      return false;
    }
    boolean held = modifier == Modifier.NEAR_NEGATION && between.contains(Words.PAUSE);
    return leadsTo(from) && isList(from, target) && (!held || listHasOr(between, target));
  }

  /** After a pause, the words up to the first finding must go on with the list. */
  private boolean leadsTo(int from) {
    int first = from + 1;
    while (!sentence.namesFinding(first)) {
      first++;
    }
    List<String> lead = sentence.between(from, first);
    int pause = lead.indexOf(Words.PAUSE);
    return pause < 0 || !grammar.breaksList(lead.subList(pause, lead.size()));
  }

  /** From the first finding on, one follows the other as in a list. */
  private boolean isList(int from, int target) {
    int last = from;
    for (int i = from + 1; i <= target; i++) {
      if (sentence.namesFinding(i)) {
        if (last > from && !grammar.isListGap(sentence.between(last, i))) {
          return false;
        }
        last = i;
      }
    }
    return true;
  }

  private boolean listHasOr(List<String> before, int target) {
    List<String> words = sentence.words();
    return grammar.hasOr(before.subList(before.lastIndexOf(Words.PAUSE), before.size()))
        || grammar.goesOnToOr(words.subList(sentence.hits().get(target).end(), words.size()));
  }
}
