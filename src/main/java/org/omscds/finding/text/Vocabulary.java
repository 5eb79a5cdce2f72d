package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.finding.text.Meaning.Kind;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.PhraseFilter;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Words;

/** All phrases that the text reader knows, with what each stands for. */
final class Vocabulary {

  private record Entry(String phrase, Meaning meaning) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final List<String> rightSpellings = new ArrayList<>();

  Vocabulary(KnowledgeBase knowledge) {
    for (FindingDefinition definition : knowledge.findings().values()) {
      FindingId finding = definition.finding();
      names(definition.phrases(), finding, Kind.PHRASE);
      names(definition.firmPhrases(), finding, Kind.FIRM_PHRASE);
      names(definition.weakPhrases(), finding, Kind.WEAK_PHRASE);
      names(definition.painPhrases(), finding, Kind.PAIN_PHRASE);
      names(definition.abbreviations(), finding, Kind.ABBREVIATION);
    }
    Language language = knowledge.language();
    acts(language.nearNegation(), Modifier.NEAR_NEGATION);
    acts(language.negation(), Modifier.NEGATION);
    acts(language.uncertainty(), Modifier.UNCERTAINTY);
    acts(language.question(), Modifier.QUESTION);
    acts(language.remission(), Modifier.REMISSION);
    acts(language.longStanding(), Modifier.LONG_STANDING);
    acts(language.history(), Modifier.HISTORY);
    acts(language.family(), Modifier.FAMILY);
    acts(language.hypothetical(), Modifier.HYPOTHESIS);
    acts(language.familySpeaks(), Modifier.FAMILY_SPEAKS);
    add(language.ends(), new Meaning.Ends());
    add(language.notAModifier(), new Meaning.Nothing());
    entries.add(new Entry(Words.TICKED, new Meaning.Mark(true)));
    entries.add(new Entry(Words.UNTICKED, new Meaning.Mark(false)));
    language.spelling().otherWords().forEach(word -> words.addAll(Words.of(word)));
    language.spelling().words().forEach(word -> rightSpellings.addAll(Words.of(word)));
  }

  /** Looks for the phrases that name a finding. */
  PhraseFilter naming() {
    return filter(true);
  }

  /** Looks for the phrases that act on one. */
  PhraseFilter acting() {
    return filter(false);
  }

  private PhraseFilter filter(boolean naming) {
    PhraseFilter filter = new PhraseFilter();
    entries.stream()
        .filter(entry -> (entry.meaning() instanceof Meaning.Names) == naming)
        .forEach(entry -> filter.add(Words.of(entry.phrase())));
    return filter;
  }

  /** Puts every phrase into an index. */
  void addTo(PhraseIndex<Meaning> index) {
    entries.forEach(entry -> index.add(entry.phrase(), entry.meaning()));
  }

  /** The words that are known also with one letter wrong. */
  Misspellings misspellings() {
    return new Misspellings(rightSpellings, words);
  }

  private void names(List<String> phrases, FindingId finding, Kind kind) {
    add(phrases, new Meaning.Names(finding, kind));
  }

  private void acts(Language.Reach reach, Modifier modifier) {
    add(reach.before(), new Meaning.Before(modifier));
    add(reach.after(), new Meaning.After(modifier, false));
    add(reach.afterList(), new Meaning.After(modifier, true));
  }

  private void add(List<String> phrases, Meaning meaning) {
    for (String phrase : phrases) {
      entries.add(new Entry(phrase, meaning));
      words.addAll(Words.of(phrase));
    }
  }
}
