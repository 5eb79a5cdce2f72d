package org.omscds.finding.text;

import org.omscds.knowledge.PhraseIndex.Hit;

/**
 * Tells on which side ticks and signs stand: "(-) ataxia (+) rage" or "ataxia (-) rage (+)". The
 * first mark of a sentence tells: it leads where no finding stands before it.
 */
record Marks(Sentence sentence) {

  /** Whether the marks of the sentence around a hit stand before what they judge. */
  boolean leadAt(int target) {
    int end = sentence.endOfSentence(target);
    int start = sentence.startOfSentence(target);
    for (int i = 0; i < sentence.hits().size(); i++) {
      Hit<Meaning> hit = sentence.hits().get(i);
      if (hit.start() < start || hit.start() >= end) {
        continue;
      }
      if (sentence.namesFinding(i)) {
        return false;
      }
      if (sentence.means(i, Meaning.Mark.class::isInstance)) {
        return true;
      }
    }
    return false;
  }
}
