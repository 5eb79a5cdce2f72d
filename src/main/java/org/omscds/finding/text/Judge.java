package org.omscds.finding.text;

import java.util.EnumSet;
import java.util.Set;
import org.omscds.finding.text.Meaning.Kind;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.patient.Speaker;

/** Judges a finding in a text by all the words that reach it; of several the last one counts. */
final class Judge {

  private final Sentence sentence;
  private final Layout layout;
  private final Set<String> current;
  private final ForwardReach forward;
  private final BackwardReach backward;

  /**
   * @param current words beside which the past and the long-standing are of now
   */
  Judge(Grammar grammar, Sentence sentence, Layout layout, Set<String> current) {
    Marks marks = new Marks(sentence);
    this.sentence = sentence;
    this.layout = layout;
    this.current = current;
    this.forward = new ForwardReach(grammar, sentence, marks);
    this.backward = new BackwardReach(grammar, sentence, marks);
  }

  /** What the text says of the finding at a hit. */
  Mention of(int target, FindingId finding) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    forward.addTo(target, modifiers);
    backward.addTo(target, modifiers);
    layout
        .modifierAt(target, sentence.hits())
        .filter(modifier -> modifier != Modifier.FAMILY || !isOfNow(target))
        .ifPresent(modifiers::add);
    if (modifiers.isEmpty()) {
      return mention(target, finding, Assertion.AFFIRMED, Speaker.CLINICIAN);
    }
    if (isFirm(target) && !modifiers.contains(Modifier.QUESTION)) {
      modifiers.remove(Modifier.UNCERTAINTY);
    }
    if (modifiers.stream().anyMatch(Modifier::isOfAnotherTime) && isOfNow(target)) {
      modifiers.removeIf(Modifier::isOfAnotherTime);
    }
    Assertion assertion = Assertion.AFFIRMED;
    for (Modifier modifier : modifiers) {
      if (modifier.assertion().compareTo(assertion) > 0) {
        assertion = modifier.assertion();
      }
    }
    boolean quoted = modifiers.contains(Modifier.FAMILY_SPEAKS);
    return mention(target, finding, assertion, quoted ? Speaker.FAMILY : Speaker.CLINICIAN);
  }

  private Mention mention(int target, FindingId finding, Assertion assertion, Speaker speaker) {
    return new Mention(finding, assertion, speaker, sentence.phrase(target));
  }

  private boolean isFirm(int target) {
    return sentence.means(
        target,
        meaning -> meaning instanceof Meaning.Names(_, Kind kind) && kind == Kind.FIRM_PHRASE);
  }

  /** Whether the sentence also speaks of now; words of a modifier, "since birth", do not count. */
  private boolean isOfNow(int target) {
    int word = sentence.startOfSentence(target);
    int end = sentence.endOfSentence(target);
    for (int i = 0; i < sentence.hits().size(); i++) {
      Hit<Meaning> hit = sentence.hits().get(i);
      if (hit.start() >= word && hit.end() <= end && sentence.means(i, Judge::isOfAnotherTime)) {
        if (speaksOfNow(word, hit.start())) {
          return true;
        }
        word = hit.end();
      }
    }
    return speaksOfNow(word, end);
  }

  private boolean speaksOfNow(int from, int to) {
    return from < to && sentence.words().subList(from, to).stream().anyMatch(current::contains);
  }

  private static boolean isOfAnotherTime(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Before(Modifier modifier) -> modifier.isOfAnotherTime();
      case Meaning.After(Modifier modifier, _) -> modifier.isOfAnotherTime();
      case Meaning.Names _, Meaning.Mark _, Meaning.Ends _, Meaning.Nothing _ -> false;
    };
  }
}
