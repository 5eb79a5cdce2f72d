package org.omscds.finding.text;

import java.util.List;
import java.util.function.Predicate;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.Words;

/**
 * A text with the phrases found in it. Sentences lie in it one behind the other, each up to a
 * {@link Words#SENTENCE_END}.
 *
 * @param words the words as the text has them
 * @param hits the phrases, in order
 */
record Sentence(List<String> words, List<Hit<Meaning>> hits) {

  /** The words between the phrase of one hit and that of a later one. */
  List<String> between(int earlier, int later) {
    return words.subList(hits.get(earlier).end(), hits.get(later).start());
  }

  /** Whether the phrase of a hit names a finding. */
  boolean namesFinding(int hit) {
    return means(hit, Meaning.Names.class::isInstance);
  }

  /** Whether one of the meanings of a hit passes. */
  boolean means(int hit, Predicate<Meaning> passes) {
    for (Meaning meaning : hits.get(hit).meanings()) {
      if (passes.test(meaning)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of the phrases does. */
  boolean namesAFinding() {
    for (int i = 0; i < hits.size(); i++) {
      if (namesFinding(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words end behind a word, or make a pause there. */
  boolean closesClause(int end) {
    return end >= words.size()
        || words.get(end).equals(Words.SENTENCE_END)
        || words.get(end).equals(Words.PAUSE);
  }

  /** Index of the first word of the sentence around a hit. */
  int startOfSentence(int hit) {
    int from = hits.get(hit).start();
    while (from > 0 && !words.get(from - 1).equals(Words.SENTENCE_END)) {
      from--;
    }
    return from;
  }

  /** Index after the last word of the sentence around a hit. */
  int endOfSentence(int hit) {
    int to = hits.get(hit).end();
    while (to < words.size() && !words.get(to).equals(Words.SENTENCE_END)) {
      to++;
    }
    return to;
  }

  /** The phrase of a hit, as the text has it. */
  String phrase(int hit) {
    return String.join(" ", words.subList(hits.get(hit).start(), hits.get(hit).end()));
  }
}
