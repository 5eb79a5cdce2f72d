package org.omscds.finding.result;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.Specimen;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;

/**
 * Tells which tests a code or a name stands for. Codes decide where any of them is known here; a
 * broader code names no test.
 */
final class TestNames {

  /** A test that a concept names, and the specimen, where the code or the name tells. */
  record Named(ResultDefinition test, Specimen specimen) {}

  /** A place in a text that names tests. */
  record Found(List<ResultDefinition> tests, int start, int end) {}

  /** A name of a test; of none for the name of another test that only sounds alike. */
  private record Name(List<ResultDefinition> test, boolean onlyWhole, boolean onlySpecimen) {}

  private record Coded(ResultDefinition test, Specimen specimen) {}

  private final Terminology terminology;
  private final Map<String, List<Coded>> byConcept = new HashMap<>();
  private final PhraseIndex<Name> byWords = new PhraseIndex<>();
  private final PhraseIndex<Specimen> specimens = new PhraseIndex<>();

  TestNames(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    for (ResultDefinition test : knowledge.results().values()) {
      test.concepts()
          .forEach((specimen, concepts) ->
              concepts.forEach(concept ->
                  byConcept
                      .computeIfAbsent(concept, _ -> new ArrayList<>())
                      .add(new Coded(test, specimen))));
      test.words().forEach(word -> byWords.add(word, new Name(List.of(test), false, false)));
      test.wholeNames().forEach(word -> byWords.add(word, new Name(List.of(test), true, false)));
      test.specimenWords().forEach(word -> byWords.add(word, new Name(List.of(test), false, true)));
      test.notWords().forEach(word -> byWords.add(word, new Name(List.of(), false, false)));
    }
    knowledge
        .resultWords()
        .specimens()
        .forEach((specimen, words) -> words.forEach(word -> specimens.add(word, specimen)));
  }

  /**
   * The tests that a concept names.
   *
   * @param stated the specimen that the resource states elsewhere, or {@code UNKNOWN}
   */
  List<Named> of(Concept concept, Specimen stated) {
    List<String> names = concept.names();
    if (saysNothing(concept, names)) {
      return List.of();
    }
    Set<Named> named = new LinkedHashSet<>();
    for (Coding coding : concept.codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        if (term.relation() != Relation.BROADER) {
          for (Coded coded : byConcept.getOrDefault(term.concept(), List.of())) {
            named.add(new Named(coded.test(), coded.specimen()));
          }
        }
      }
    }
    if (named.isEmpty()) {
      names.forEach(name -> addByName(name, stated, named));
    }
    return List.copyOf(named);
  }

  /** Whether neither a code is known here nor a name can be one of a test. */
  private boolean saysNothing(Concept concept, List<String> names) {
    for (String name : names) {
      if (mayStandIn(name)) {
        return false;
      }
    }
    for (Coding coding : concept.codings()) {
      if (!terminology.lookUp(coding.system(), coding.code()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text may name a test: a no is certain, a yes is not. */
  boolean mayStandIn(String text) {
    return byWords.mayStandIn(text);
  }

  /** The places of a sentence that name tests. */
  List<Found> in(List<String> words) {
    Specimen specimen = specimenIn(words);
    List<Found> found = new ArrayList<>();
    for (PhraseIndex.Hit<Name> hit : byWords.find(words)) {
      List<ResultDefinition> tests = new ArrayList<>(hit.meanings().size());
      for (Name name : hit.meanings()) {
        if (!name.onlyWhole() && fits(name, specimen)) {
          tests.addAll(name.test());
        }
      }
      if (!tests.isEmpty()) {
        found.add(new Found(tests, hit.start(), hit.end()));
      }
    }
    return found;
  }

  /** The specimen that a text names, or {@code UNKNOWN} where it names none or several. */
  Specimen specimenIn(String text) {
    return specimens.mayStandIn(text) ? specimenIn(Words.of(text)) : Specimen.UNKNOWN;
  }

  /** The specimen that words name, or {@code UNKNOWN} where they name none or several. */
  Specimen specimenIn(List<String> words) {
    return only(specimens.find(words));
  }

  private static Specimen only(List<PhraseIndex.Hit<Specimen>> hits) {
    Set<Specimen> named = EnumSet.noneOf(Specimen.class);
    hits.forEach(hit -> named.addAll(hit.meanings()));
    return named.size() == 1 ? named.iterator().next() : Specimen.UNKNOWN;
  }

  private void addByName(String name, Specimen stated, Set<Named> named) {
    if (!byWords.mayStandIn(name)) {
      return;
    }
    List<String> words = Words.ofName(name);
    List<PhraseIndex.Hit<Name>> hits = byWords.find(words);
    if (hits.isEmpty()) {
      return;
    }
    List<PhraseIndex.Hit<Specimen>> ofSpecimen = specimens.find(words);
    Specimen specimen = stated == Specimen.UNKNOWN ? only(ofSpecimen) : stated;
    int wordsOfTest = words.size();
    for (PhraseIndex.Hit<Specimen> hit : ofSpecimen) {
      wordsOfTest -= hit.end() - hit.start();
    }
    for (PhraseIndex.Hit<Name> hit : hits) {
      boolean isWhole = hit.end() - hit.start() == wordsOfTest;
      for (Name each : hit.meanings()) {
        if (fits(each, specimen) && (isWhole || !each.onlyWhole())) {
          each.test().forEach(test -> named.add(new Named(test, or(specimen, test.specimen()))));
        }
      }
    }
  }

  /** A name on another specimen is another test: HVA in CSF is no HVA in urine. */
  private static boolean fits(Name name, Specimen specimen) {
    for (ResultDefinition test : name.test()) {
      Specimen own = test.specimen();
      if (own != specimen && (name.onlySpecimen() || !isOpen(own, specimen))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(Specimen own, Specimen specimen) {
    return own == Specimen.UNKNOWN || specimen == Specimen.UNKNOWN;
  }

  private static Specimen or(Specimen one, Specimen other) {
    return one == Specimen.UNKNOWN ? other : one;
  }
}
