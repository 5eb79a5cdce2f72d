package org.omscds.finding.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.PhraseIndex.Hit;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.ResultKind;
import org.omscds.knowledge.Specimen;
import org.omscds.knowledge.Words;

/**
 * Reads results out of sentences: "Anti-Hu, anti-Yo and anti-Ri negative, anti-Ma2 positive". A
 * test that no word near it judges has no result, and a test that is advised has none.
 */
final class ReportText {

  /** A result that a text holds. */
  record Said(ResultDefinition test, Specimen specimen, Outcome outcome, String words) {}

  private final TestNames names;
  private final OutcomeWords outcomes;
  private final PhraseIndex<Boolean> contrasts = new PhraseIndex<>();
  private final PhraseIndex<Boolean> advice = new PhraseIndex<>();

  ReportText(KnowledgeBase knowledge, TestNames names, OutcomeWords outcomes) {
    this.names = names;
    this.outcomes = outcomes;
    knowledge.resultWords().contrasts().forEach(word -> contrasts.add(word, Boolean.TRUE));
    knowledge.resultWords().advice().forEach(word -> advice.add(word, Boolean.TRUE));
  }

  /** The results of the tests that a text names. */
  List<Said> read(String text) {
    if (!names.mayStandIn(text)) {
      return List.of();
    }
    List<Said> said = new ArrayList<>();
    for (List<String> sentence : sentences(text)) {
      boolean negated = false;
      for (List<String> clause : clauses(sentence)) {
        if (!names.in(clause).isEmpty() && advice.find(clause).isEmpty()) {
          Clause read = new Clause(clause, negated);
          read.addTo(said);
          negated = read.negated;
        }
      }
    }
    return said;
  }

  /**
   * What a report about one test says of it, by the clauses that name no other: a yes in any of
   * them weighs more than a no, and a no more than a doubt.
   */
  List<Outcome> about(ResultDefinition test, String text) {
    Set<Outcome> found = new HashSet<>();
    for (List<String> sentence : sentences(text)) {
      for (List<String> clause : clauses(sentence)) {
        boolean ofAnother =
            names.in(clause).stream()
                .flatMap(place -> place.tests().stream())
                .anyMatch(each -> !each.equals(test));
        if (!ofAnother && advice.find(clause).isEmpty()) {
          outcomes.in(clause, test).ifPresent(found::add);
        }
      }
    }
    return List.of(Outcome.POSITIVE, Outcome.NEGATIVE, Outcome.INDETERMINATE, Outcome.PENDING)
        .stream()
        .filter(found::contains)
        .limit(1)
        .toList();
  }

  private static List<List<String>> sentences(String text) {
    return Words.split(Words.of(text), Words.SENTENCE_END);
  }

  private List<List<String>> clauses(List<String> sentence) {
    List<List<String>> clauses = new ArrayList<>();
    int start = 0;
    for (Hit<Boolean> hit : contrasts.find(sentence)) {
      clauses.add(sentence.subList(start, hit.start()));
      start = hit.end();
    }
    clauses.add(sentence.subList(start, sentence.size()));
    return clauses;
  }

  /** One clause, read part by part from comma to comma. */
  private final class Clause {
    private final List<String> words;
    private boolean negated;
    private List<ResultDefinition> waiting = new ArrayList<>();
    private List<Said> latest = new ArrayList<>();
    private boolean latestLeads;

    Clause(List<String> words, boolean negated) {
      this.words = words;
      this.negated = negated;
    }

    void addTo(List<Said> said) {
      for (List<String> part : Words.split(words, Words.PAUSE)) {
        readPart(part, said);
      }
      if (!waiting.isEmpty() && latestLeads && !latest.isEmpty()) {
        Said leader = latest.getFirst();
        add(waiting, leader.specimen(), leader.outcome(), said);
      }
    }

    private void readPart(List<String> part, List<Said> said) {
      List<TestNames.Found> tests = names.in(part);
      List<Hit<Outcome>> judged = outcomes.hits(part);
      Specimen specimen = names.specimenIn(part);
      if (judged.isEmpty()) {
        tests.forEach(found -> waiting.addAll(found.tests()));
      } else if (tests.isEmpty()) {
        Outcome outcome = outcome(part, judged.getFirst());
        if (!waiting.isEmpty()) {
          close(waiting, specimen, outcome, false, said);
        } else if (specimen != Specimen.UNKNOWN) {
          latest.stream()
              .map(Said::test)
              .toList()
              .forEach(test -> said.add(new Said(test, specimen, outcome, String.join(" ", part))));
        }
      } else if (judged.getFirst().start() < tests.getFirst().start() && waiting.isEmpty()) {
        leading(part, tests, judged, specimen, said);
      } else {
        trailing(part, tests, judged, specimen, said);
      }
    }

    /** "Positive for anti-Ri and anti-Hu": the word acts on what follows it. */
    private void leading(
        List<String> part,
        List<TestNames.Found> tests,
        List<Hit<Outcome>> judged,
        Specimen specimen,
        List<Said> said) {
      for (TestNames.Found found : tests) {
        Hit<Outcome> before = judged.getFirst();
        for (Hit<Outcome> hit : judged) {
          before = hit.start() < found.start() ? hit : before;
        }
        close(found.tests(), specimen, outcome(part, before), true, said);
      }
    }

    /** "Anti-Hu and anti-Yo negative": the word acts on all that waits for one. */
    private void trailing(
        List<String> part,
        List<TestNames.Found> tests,
        List<Hit<Outcome>> judged,
        Specimen specimen,
        List<Said> said) {
      int next = 0;
      for (Hit<Outcome> hit : judged) {
        while (next < tests.size() && tests.get(next).start() < hit.start()) {
          waiting.addAll(tests.get(next).tests());
          next++;
        }
        if (!waiting.isEmpty()) {
          close(waiting, specimen, outcome(part, hit), false, said);
        }
      }
      tests.subList(next, tests.size()).forEach(found -> waiting.addAll(found.tests()));
    }

    private void close(
        List<ResultDefinition> tests,
        Specimen specimen,
        Outcome outcome,
        boolean leads,
        List<Said> said) {
      latest = new ArrayList<>();
      latestLeads = leads;
      add(tests, specimen, outcome, said);
      waiting = new ArrayList<>();
    }

    private void add(
        List<ResultDefinition> tests, Specimen specimen, Outcome outcome, List<Said> said) {
      for (ResultDefinition test : tests) {
        if (test.kind() != ResultKind.SAFETY) {
          Said result = new Said(test, specimen, outcome, String.join(" ", words));
          said.add(result);
          latest.add(result);
        }
      }
    }

    private Outcome outcome(List<String> part, Hit<Outcome> hit) {
      boolean no = negated && outcomes.isWeak(part, hit);
      negated |= outcomes.isNegator(part, hit);
      return no ? Outcome.NEGATIVE : hit.meanings().getFirst();
    }
  }
}
