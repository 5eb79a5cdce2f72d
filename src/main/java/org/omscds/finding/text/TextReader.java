package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.finding.text.Meaning.Kind;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.PhraseFilter;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.Words;
import org.omscds.patient.Speaker;

/**
 * Finds the phrases of findings in free text and judges each by the words around it, after the
 * ConText algorithm (Harkema 2009, DOI 10.1016/j.jbi.2009.05.002): negation, uncertainty, history,
 * family, hypothesis, and, because the speaker decides, quoted words of the family.
 */
public final class TextReader {

  /** The second terms beside which an abbreviation such as OMS means the syndrome. */
  private static final Set<FindingId> SECOND_TERMS =
      EnumSet.of(
          FindingId.OPSOCLONUS, FindingId.OCULAR_FLUTTER, FindingId.MYOCLONUS, FindingId.OMS);

  private static final Mention NOTHING_ACTS =
      new Mention(FindingId.OPSOCLONUS, Assertion.AFFIRMED, Speaker.CLINICIAN, "");

  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final PhraseFilter naming;
  private final PhraseFilter acting;
  private final Grammar grammar;
  private final LayoutReader layouts;
  private final Misspellings misspellings;
  private final Set<String> current;
  private final Set<String> wordsOfTests;
  private final PhraseFilter namesATest = new PhraseFilter();
  private final Set<String> namesAPart;

  public TextReader(KnowledgeBase knowledge) {
    Vocabulary vocabulary = new Vocabulary(knowledge);
    Language language = knowledge.language();
    vocabulary.addTo(index);
    this.naming = vocabulary.naming();
    this.acting = vocabulary.acting();
    this.grammar = new Grammar(language);
    this.layouts = new LayoutReader(language, grammar);
    this.misspellings = vocabulary.misspellings();
    this.current = new HashSet<>(language.current());
    this.wordsOfTests = new HashSet<>(language.namesATest());
    language.namesATest().forEach(word -> namesATest.add(List.of(word)));
    this.namesAPart = new HashSet<>(language.namesAPart());
  }

  /** The findings that a text names, in its order. */
  public List<Mention> read(String text) {
    return mayNameAFinding(text) ? readWhole(text) : List.of();
  }

  /** The same, without the look ahead that spares most texts of a chart the reading. */
  List<Mention> readWhole(String text) {
    Layout layout = layouts.read(text);
    List<Hit<Meaning>> hits = index.find(misspellings.corrected(layout.words()));
    Sentence sentence = new Sentence(layout.words(), hits);
    if (!sentence.namesAFinding()) {
      return List.of();
    }
    Judge judge = new Judge(grammar, sentence, layout, current);
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      for (Meaning meaning : hits.get(i).meanings()) {
        if (meaning instanceof Meaning.Names(FindingId finding, Kind kind)) {
          named.add(new Named(judge.of(i, finding), kind));
        }
      }
    }
    return weighed(named);
  }

  private boolean mayNameAFinding(String text) {
    return naming.mayStandIn(text, misspellings::isWrong);
  }

  private record Named(Mention mention, Kind kind) {

    boolean affirms(FindingId finding) {
      return mention.finding() == finding && mention.assertion() == Assertion.AFFIRMED;
    }

    boolean isSecondTerm() {
      return kind == Kind.PHRASE
          && SECOND_TERMS.contains(mention.finding())
          && mention.isSaidOfThePatient();
    }
  }

  /** What the other words of the same text make of each. */
  private static List<Mention> weighed(List<Named> named) {
    List<Mention> mentions = new ArrayList<>();
    for (Named each : named) {
      Mention mention = each.mention();
      switch (each.kind()) {
        case PHRASE, FIRM_PHRASE -> mentions.add(mention);
        case WEAK_PHRASE -> mentions.add(affirmsAtaxia(named) ? mention : mention.withDoubt());
        case PAIN_PHRASE -> mentions.add(affirmsPain(named) ? mention.withDoubt() : mention);
        case ABBREVIATION -> {
          if (named.stream().anyMatch(Named::isSecondTerm)) {
            mentions.add(mention);
          }
        }
      }
    }
    return mentions;
  }

  /** Ataxia in its own words: one that pain may explain does not count. */
  private static boolean affirmsAtaxia(List<Named> named) {
    return named.stream()
        .filter(each -> each.kind() == Kind.PHRASE || each.kind() == Kind.FIRM_PHRASE)
        .anyMatch(each -> each.affirms(FindingId.ATAXIA));
  }

  private static boolean affirmsPain(List<Named> named) {
    return named.stream().anyMatch(each -> each.affirms(FindingId.WEAKNESS_OR_PAIN));
  }

  /** What a text that leads up to an answer makes of the answer. */
  public Mention leadIn(String question) {
    return acting.mayStandIn(question) ? leadInWhole(question) : NOTHING_ACTS;
  }

  /** The same, without the look ahead. */
  Mention leadInWhole(String question) {
    List<String> words = Words.of(question);
    List<Hit<Meaning>> hits = new ArrayList<>();
    for (Hit<Meaning> hit : index.find(words)) {
      if (hit.meanings().stream().noneMatch(Meaning.Names.class::isInstance)) {
        hits.add(hit);
      }
    }
    if (hits.isEmpty()) {
      return NOTHING_ACTS;
    }
    Meaning answer = new Meaning.Names(FindingId.OPSOCLONUS, Kind.PHRASE);
    hits.add(new Hit<>(List.of(answer), words.size(), words.size()));
    Layout layout = new Layout(words, List.of());
    return new Judge(grammar, new Sentence(words, hits), layout, current)
        .of(hits.size() - 1, FindingId.OPSOCLONUS);
  }

  /** Whether a question names a test, such as an antibody panel, and no finding. */
  public boolean namesATest(String question) {
    return namesATest.mayStandIn(question)
        && Words.of(question).stream().anyMatch(wordsOfTests::contains);
  }

  /** Whether a question about movement asks of one part of it only, such as the limbs. */
  public boolean namesAPart(String question) {
    return Words.of(question).stream().anyMatch(namesAPart::contains);
  }
}
