package org.omscds.finding.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.ResultDefinition.Reads;
import org.omscds.knowledge.ResultWords;

/** Reads what words say of a result: those of all tests, and those of one test before them. */
final class OutcomeWords {

  private final PhraseIndex<Outcome> ofAll = new PhraseIndex<>();
  private final Map<String, PhraseIndex<Outcome>> ofOne = new HashMap<>();
  private final Map<String, PhraseIndex<Outcome>> ofOneAndAll = new HashMap<>();
  private final Set<String> negators;
  private final Set<String> weak;

  OutcomeWords(KnowledgeBase knowledge) {
    ResultWords words = knowledge.resultWords();
    this.negators = new HashSet<>(words.negators());
    this.weak = new HashSet<>(words.weak());
    addAll(words, Outcome.NEGATIVE, ofAll);
    for (ResultDefinition test : knowledge.results().values()) {
      PhraseIndex<Outcome> own = new PhraseIndex<>();
      addOwn(test, own);
      ofOne.put(test.id(), own);
      PhraseIndex<Outcome> both = new PhraseIndex<>();
      addOwn(test, both);
      Outcome none = test.reads() == Reads.RANGE ? Outcome.LOW : Outcome.NEGATIVE;
      addAll(words, none, both);
      ofOneAndAll.put(test.id(), both);
    }
  }

  private static void addOwn(ResultDefinition test, PhraseIndex<Outcome> index) {
    test.positiveWords().forEach(word -> index.add(word, Outcome.POSITIVE));
    test.negativeWords().forEach(word -> index.add(word, Outcome.NEGATIVE));
    test.openWords().forEach(word -> index.add(word, Outcome.INDETERMINATE));
  }

  private static void addAll(ResultWords words, Outcome none, PhraseIndex<Outcome> index) {
    words.nothing().forEach(word -> index.add(word, none));
    words.positive().forEach(word -> index.add(word, Outcome.POSITIVE));
    words.negative().forEach(word -> index.add(word, Outcome.NEGATIVE));
    words.low().forEach(word -> index.add(word, Outcome.LOW));
    words.indeterminate().forEach(word -> index.add(word, Outcome.INDETERMINATE));
    words.pending().forEach(word -> index.add(word, Outcome.PENDING));
  }

  /** What the words of a value say; the first that says anything decides. */
  Optional<Outcome> in(List<String> words, ResultDefinition test) {
    return hits(words, test).stream().map(hit -> hit.meanings().getFirst()).findFirst();
  }

  /** The same, where one of the test's own words stands in the value. */
  Optional<Outcome> inOwn(List<String> words, ResultDefinition test) {
    PhraseIndex<Outcome> own = ofOne.getOrDefault(test.id(), ofAll);
    return own.find(words).isEmpty() ? Optional.empty() : in(words, test);
  }

  /** The places that say something of that test. */
  List<Hit<Outcome>> hits(List<String> words, ResultDefinition test) {
    return ofOneAndAll.getOrDefault(test.id(), ofAll).find(words);
  }

  /** The places that say something of any test. */
  List<Hit<Outcome>> hits(List<String> words) {
    return ofAll.find(words);
  }

  /** Whether a place is a word such as "no", after which "detected" says no. */
  boolean isNegator(List<String> words, Hit<Outcome> hit) {
    return negators.contains(phrase(words, hit));
  }

  /** Whether a place is a word such as "detected", which says no after a negator. */
  boolean isWeak(List<String> words, Hit<Outcome> hit) {
    return weak.contains(phrase(words, hit));
  }

  private static String phrase(List<String> words, Hit<Outcome> hit) {
    return String.join(" ", words.subList(hit.start(), hit.end()));
  }
}
