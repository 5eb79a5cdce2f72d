package org.omscds.finding.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.finding.text.Meaning.Kind;
import org.omscds.finding.text.Mention.Assertion;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Language;
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

  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final Set<String> current;
  private final Set<String> listBreakers;
  private final Set<String> namesATest;
  private final Set<String> namesAPart;

  public TextReader(KnowledgeBase knowledge) {
    for (FindingDefinition definition : knowledge.findings().values()) {
      FindingId finding = definition.finding();
      addNames(definition.phrases(), finding, Kind.PHRASE);
      addNames(definition.firmPhrases(), finding, Kind.FIRM_PHRASE);
      addNames(definition.weakPhrases(), finding, Kind.WEAK_PHRASE);
      addNames(definition.abbreviations(), finding, Kind.ABBREVIATION);
    }
    Language language = knowledge.language();
    add(language.nearNegation(), Modifier.NEAR_NEGATION);
    add(language.negation(), Modifier.NEGATION);
    add(language.uncertainty(), Modifier.UNCERTAINTY);
    add(language.remission(), Modifier.REMISSION);
    add(language.history(), Modifier.HISTORY);
    add(language.family(), Modifier.FAMILY);
    add(language.hypothetical(), Modifier.HYPOTHESIS);
    add(language.familySpeaks(), Modifier.FAMILY_SPEAKS);
    language.ends().forEach(phrase -> index.add(phrase, new Meaning.Ends()));
    language.notAModifier().forEach(phrase -> index.add(phrase, new Meaning.Nothing()));
    this.current = new HashSet<>(language.current());
    this.listBreakers = new HashSet<>(language.listBreakers());
    this.namesATest = new HashSet<>(language.namesATest());
    this.namesAPart = new HashSet<>(language.namesAPart());
  }

  private void addNames(List<String> phrases, FindingId finding, Kind kind) {
    phrases.forEach(phrase -> index.add(phrase, new Meaning.Names(finding, kind)));
  }

  private void add(Language.Reach reach, Modifier modifier) {
    reach.before().forEach(phrase -> index.add(phrase, new Meaning.Before(modifier)));
    reach.after().forEach(phrase -> index.add(phrase, new Meaning.After(modifier)));
  }

  /** The findings that a text names, in its order. */
  public List<Mention> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> words = Words.of(text);
    Sentence sentence = new Sentence(words, index.find(words), listBreakers);
    List<Mention> mentions = new ArrayList<>();
    List<Mention> abbreviations = new ArrayList<>();
    boolean secondTerm = false;
    for (int i = 0; i < sentence.hits().size(); i++) {
      for (Meaning meaning : sentence.hits().get(i).meanings()) {
        if (meaning instanceof Meaning.Names(FindingId finding, Kind kind)) {
          Mention mention = held(judge(sentence, i, finding), kind);
          (kind == Kind.ABBREVIATION ? abbreviations : mentions).add(mention);
          secondTerm |=
              kind == Kind.PHRASE && SECOND_TERMS.contains(finding) && mention.isSaidOfThePatient();
        }
      }
    }
    if (secondTerm) {
      mentions.addAll(abbreviations);
    }
    return mentions;
  }

  private static Mention held(Mention mention, Kind kind) {
    return switch (kind) {
      case PHRASE, ABBREVIATION -> mention;
      case FIRM_PHRASE -> mention.withoutDoubt();
      case WEAK_PHRASE -> mention.withDoubt();
    };
  }

  /** What a text that leads up to an answer makes of the answer. */
  public Mention leadIn(String question) {
    List<String> words = Words.of(question);
    List<Hit<Meaning>> hits = new ArrayList<>();
    for (Hit<Meaning> hit : index.find(words)) {
      if (hit.meanings().stream().noneMatch(Meaning.Names.class::isInstance)) {
        hits.add(hit);
      }
    }
    Meaning answer = new Meaning.Names(FindingId.OPSOCLONUS, Kind.PHRASE);
    hits.add(new Hit<>(List.of(answer), words.size(), words.size()));
    return judge(new Sentence(words, hits, listBreakers), hits.size() - 1, FindingId.OPSOCLONUS);
  }

  /** Whether a question names a test, such as an antibody panel, and no finding. */
  public boolean namesATest(String question) {
    return Words.of(question).stream().anyMatch(namesATest::contains);
  }

  /** Whether a question about movement asks of one part of it only, such as the limbs. */
  public boolean namesAPart(String question) {
    return Words.of(question).stream().anyMatch(namesAPart::contains);
  }

  private Mention judge(Sentence sentence, int at, FindingId finding) {
    Set<Modifier> modifiers = sentence.modifiersOf(at);
    Assertion assertion = Assertion.AFFIRMED;
    for (Modifier modifier : modifiers) {
      boolean now =
          modifier == Modifier.HISTORY && sentence.around(at).stream().anyMatch(current::contains);
      if (!now && modifier.assertion().compareTo(assertion) > 0) {
        assertion = modifier.assertion();
      }
    }
    Speaker speaker =
        modifiers.contains(Modifier.FAMILY_SPEAKS) ? Speaker.FAMILY : Speaker.CLINICIAN;
    return new Mention(finding, assertion, speaker, sentence.phrase(at));
  }
}
