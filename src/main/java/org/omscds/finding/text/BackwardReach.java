package org.omscds.finding.text;

import java.util.List;
import java.util.Set;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.Words;

/**
 * Which words act on a finding that stands before them: the nearest one, and a whole list where the
 * words speak of several: "ataxia and rage were absent".
 */
final class BackwardReach {

  private static final int REACH = 4;

  private final Grammar grammar;
  private final Sentence sentence;
  private final Marks marks;

  BackwardReach(Grammar grammar, Sentence sentence, Marks marks) {
    this.grammar = grammar;
    this.sentence = sentence;
    this.marks = marks;
  }

  /** Adds the modifiers behind the finding at a hit that reach it. */
  void addTo(int target, Set<Modifier> modifiers) {
    int lastOfList = target;
    for (int i = target + 1; i < sentence.hits().size(); i++) {
      List<String> between = sentence.between(lastOfList, i);
      if (between.contains(Words.SENTENCE_END)) {
        return;
      }
      if (sentence.namesFinding(i)) {
        if (!grammar.isBareListGap(between)) {
          return;
        }
        lastOfList = i;
      } else if (between.size() > REACH
          || between.contains(Words.PAUSE)
          || !addAt(i, target, lastOfList, modifiers)) {
        return;
      }
    }
  }

  /** Adds what one hit says; false where nothing behind it may act. */
  private boolean addAt(int at, int target, int lastOfList, Set<Modifier> modifiers) {
    Hit<Meaning> hit = sentence.hits().get(at);
    for (Meaning meaning : hit.meanings()) {
      switch (meaning) {
        case Meaning.After(Modifier modifier, boolean onList) -> {
          if (modifier == Modifier.NEAR_NEGATION
              ? at == target + 1 && closes(hit, target)
              : onList || lastOfList == target) {
            modifiers.add(modifier);
          }
        }
        case Meaning.Mark(boolean isThere) -> {
          if (!isThere && at == target + 1 && !marks.leadAt(target)) {
            modifiers.add(Modifier.NEAR_NEGATION);
          }
          return false;
        }
        case Meaning.Ends _ -> {
          return false;
        }
        case Meaning.Names _, Meaning.Before _, Meaning.Nothing _ -> {}
      }
    }
    return true;
  }

  private boolean closes(Hit<Meaning> hit, int target) {
    return hit.start() == sentence.hits().get(target).end() && sentence.closesClause(hit.end());
  }
}
