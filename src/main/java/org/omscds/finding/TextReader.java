package org.omscds.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.finding.Mention.Assertion;
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
final class TextReader {

  /** How many words a modifier reaches over, forwards and backwards. */
  private static final int REACH_BEFORE = 10;

  private static final int REACH_AFTER = 4;

  /** The second terms beside which an abbreviation such as OMS means the syndrome. */
  private static final Set<FindingId> SECOND_TERMS =
      EnumSet.of(
          FindingId.OPSOCLONUS, FindingId.OCULAR_FLUTTER, FindingId.MYOCLONUS, FindingId.OMS);

  private sealed interface Meaning {
    record Names(FindingId finding, Kind kind) implements Meaning {}

    record Before(Effect effect) implements Meaning {}

    record After(Effect effect) implements Meaning {}

    record Ends() implements Meaning {}

    record Nothing() implements Meaning {}
  }

  private enum Kind {
    PHRASE,
    /** A doubt beside it touches the cause, not the finding. */
    FIRM_PHRASE,
    ABBREVIATION
  }

  private enum Effect {
    NEAR_NEGATION(Assertion.NEGATED),
    NEGATION(Assertion.NEGATED),
    UNCERTAINTY(Assertion.UNCERTAIN),
    HISTORY(Assertion.HISTORICAL),
    FAMILY(Assertion.FAMILY_HISTORY),
    HYPOTHESIS(Assertion.HYPOTHETICAL),
    FAMILY_SPEAKS(Assertion.AFFIRMED);

    private final Assertion assertion;

    Effect(Assertion assertion) {
      this.assertion = assertion;
    }
  }

  private final PhraseIndex<Meaning> index = new PhraseIndex<>();
  private final Set<String> current;

  TextReader(KnowledgeBase knowledge) {
    for (FindingDefinition definition : knowledge.findings().values()) {
      for (String phrase : definition.phrases()) {
        index.add(phrase, new Meaning.Names(definition.finding(), Kind.PHRASE));
      }
      for (String phrase : definition.firmPhrases()) {
        index.add(phrase, new Meaning.Names(definition.finding(), Kind.FIRM_PHRASE));
      }
      for (String abbreviation : definition.abbreviations()) {
        index.add(abbreviation, new Meaning.Names(definition.finding(), Kind.ABBREVIATION));
      }
    }
    Language language = knowledge.language();
    add(language.nearNegation(), Effect.NEAR_NEGATION);
    add(language.negation(), Effect.NEGATION);
    add(language.uncertainty(), Effect.UNCERTAINTY);
    add(language.history(), Effect.HISTORY);
    add(language.family(), Effect.FAMILY);
    add(language.hypothetical(), Effect.HYPOTHESIS);
    add(language.familySpeaks(), Effect.FAMILY_SPEAKS);
    language.ends().forEach(phrase -> index.add(phrase, new Meaning.Ends()));
    language.notAModifier().forEach(phrase -> index.add(phrase, new Meaning.Nothing()));
    this.current = new HashSet<>(language.current());
  }

  private void add(Language.Reach reach, Effect effect) {
    reach.before().forEach(phrase -> index.add(phrase, new Meaning.Before(effect)));
    reach.after().forEach(phrase -> index.add(phrase, new Meaning.After(effect)));
  }

  /** The findings that a text names, in its order. */
  List<Mention> read(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> words = Words.of(text);
    List<Hit<Meaning>> hits = index.find(words);
    List<Mention> mentions = new ArrayList<>();
    List<Mention> abbreviations = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      for (Meaning meaning : hits.get(i).meanings()) {
        if (meaning instanceof Meaning.Names(FindingId finding, Kind kind)) {
          Mention mention = judge(words, hits, i, finding);
          switch (kind) {
            case PHRASE -> mentions.add(mention);
            case FIRM_PHRASE -> mentions.add(mention.withoutDoubt());
            case ABBREVIATION -> abbreviations.add(mention);
          }
        }
      }
    }
    boolean secondTerm =
        mentions.stream()
            .anyMatch(mention ->
                SECOND_TERMS.contains(mention.finding()) && mention.isSaidOfThePatient());
    if (secondTerm) {
      mentions.addAll(abbreviations);
    }
    return mentions;
  }

  /** What a text that leads up to an answer makes of the answer. */
  Mention leadIn(String question) {
    List<String> words = Words.of(question);
    List<Hit<Meaning>> hits = new ArrayList<>(index.find(words));
    Meaning answer = new Meaning.Names(FindingId.OPSOCLONUS, Kind.PHRASE);
    hits.add(new Hit<>(List.of(answer), words.size(), words.size()));
    return judge(words, hits, hits.size() - 1, FindingId.OPSOCLONUS);
  }

  private Mention judge(List<String> words, List<Hit<Meaning>> hits, int at, FindingId finding) {
    Hit<Meaning> hit = hits.get(at);
    EnumSet<Effect> effects = EnumSet.noneOf(Effect.class);
    collectBefore(words, hits, at, effects);
    collectAfter(words, hits, at, effects);
    Assertion assertion = Assertion.AFFIRMED;
    for (Effect effect : effects) {
      boolean present = effect == Effect.HISTORY && saysNow(words, hit);
      if (!present && effect.assertion.compareTo(assertion) > 0) {
        assertion = effect.assertion;
      }
    }
    return new Mention(
        finding,
        assertion,
        effects.contains(Effect.FAMILY_SPEAKS) ? Speaker.FAMILY : Speaker.CLINICIAN,
        String.join(" ", words.subList(hit.start(), hit.end())));
  }

  private static void collectBefore(
      List<String> words, List<Hit<Meaning>> hits, int at, EnumSet<Effect> effects) {
    int start = hits.get(at).start();
    for (int i = at - 1; i >= 0; i--) {
      Hit<Meaning> earlier = hits.get(i);
      List<String> between = words.subList(earlier.end(), start);
      boolean tooFar = between.size() > REACH_BEFORE;
      if (tooFar || between.contains(Words.SENTENCE_END)) {
        return;
      }
      for (Meaning meaning : earlier.meanings()) {
        switch (meaning) {
          case Meaning.Ends _ -> {
            return;
          }
          case Meaning.Before(Effect effect) -> {
            if (reaches(effect, words, earlier, between, start)) {
              effects.add(effect);
            }
          }
          case Meaning.After _, Meaning.Names _, Meaning.Nothing _ -> {}
        }
      }
    }
  }

  private static boolean reaches(
      Effect effect, List<String> words, Hit<Meaning> modifier, List<String> between, int start) {
    boolean questionMark = words.get(modifier.start()).equals("?");
    if (questionMark) {
      return between.isEmpty();
    }
    boolean overPause = between.contains(Words.PAUSE);
    return !overPause || effect != Effect.NEAR_NEGATION || listEndsWithOr(words, start);
  }

  private static boolean listEndsWithOr(List<String> words, int start) {
    for (int i = Math.max(0, start - 2); i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(Words.SENTENCE_END)) {
        return false;
      }
      if (word.equals("or") || word.equals("nor")) {
        return true;
      }
    }
    return false;
  }

  private static void collectAfter(
      List<String> words, List<Hit<Meaning>> hits, int at, EnumSet<Effect> effects) {
    int end = hits.get(at).end();
    for (int i = at + 1; i < hits.size(); i++) {
      Hit<Meaning> later = hits.get(i);
      List<String> between = words.subList(end, later.start());
      if (between.size() > REACH_AFTER
          || between.contains(Words.SENTENCE_END)
          || between.contains(Words.PAUSE)) {
        return;
      }
      for (Meaning meaning : later.meanings()) {
        switch (meaning) {
          case Meaning.After(Effect effect) -> effects.add(effect);
          case Meaning.Names _, Meaning.Ends _ -> {
            return;
          }
          case Meaning.Before _, Meaning.Nothing _ -> {}
        }
      }
    }
  }

  private boolean saysNow(List<String> words, Hit<Meaning> hit) {
    int from = hit.start();
    while (from > 0 && !words.get(from - 1).equals(Words.SENTENCE_END)) {
      from--;
    }
    for (int i = from; i < words.size() && !words.get(i).equals(Words.SENTENCE_END); i++) {
      if (current.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }
}
