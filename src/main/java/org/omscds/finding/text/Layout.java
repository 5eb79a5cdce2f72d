package org.omscds.finding.text;

import java.util.List;
import java.util.Optional;
import org.omscds.knowledge.PhraseIndex.Hit;

/**
 * The words of a text, and the sections in it that stand under a heading.
 *
 * @param sections in order, not overlapping
 */
record Layout(List<String> words, List<Section> sections) {

  /**
   * Lines under a heading.
   *
   * @param start index of the first word below the heading
   * @param end index after the last word
   * @param modifier what the heading says of them
   */
  record Section(int start, int end, Modifier modifier) {}

  /** The heading's effect at a hit, where nothing in between begins something anew. */
  Optional<Modifier> modifierAt(int target, List<Hit<Meaning>> hits) {
    int at = hits.get(target).start();
    for (Section section : sections) {
      if (section.start() <= at && at < section.end()) {
        return isCutOff(section, target, hits) ? Optional.empty() : Optional.of(section.modifier());
      }
    }
    return Optional.empty();
  }

  private static boolean isCutOff(Section section, int target, List<Hit<Meaning>> hits) {
    for (int i = target - 1; i >= 0 && hits.get(i).start() >= section.start(); i--) {
      if (hits.get(i).meanings().stream().anyMatch(Meaning.Ends.class::isInstance)) {
        return true;
      }
    }
    return false;
  }
}
