package org.omscds.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.text.Mention;
import org.omscds.finding.text.TextReader;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;

/**
 * Tells which findings a coded or written concept names. Codes come first; the sender's own text is
 * read beside them, and a code's display only where the code itself says nothing here.
 */
final class ConceptReader {

  private final Terminology terminology;
  private final TextReader text;
  private final Map<String, List<FindingDefinition>> shownBy = new HashMap<>();
  private final Map<String, List<FindingDefinition>> suggestedBy = new HashMap<>();

  ConceptReader(KnowledgeBase knowledge, TextReader text) {
    this.terminology = knowledge.terminology();
    this.text = text;
    for (FindingDefinition definition : knowledge.findings().values()) {
      for (String concept : definition.shownBy()) {
        shownBy.computeIfAbsent(concept, _ -> new ArrayList<>()).add(definition);
      }
      for (String concept : definition.suggestedBy()) {
        suggestedBy.computeIfAbsent(concept, _ -> new ArrayList<>()).add(definition);
      }
    }
  }

  /** A finding that a concept names by a code, and how surely. */
  record Coded(FindingId finding, Certainty certainty) {}

  /** The findings that the codes name; of several codes for one finding the surest counts. */
  List<Coded> codes(Concept concept) {
    if (isSilent(concept.codings())) {
      return List.of();
    }
    Map<FindingId, Certainty> found = new EnumMap<>(FindingId.class);
    for (Coding coding : concept.codings()) {
      addCodes(coding, found);
    }
    return found.entrySet().stream()
        .map(each -> new Coded(each.getKey(), each.getValue()))
        .toList();
  }

  /** Whether no code is known here at all. */
  private boolean isSilent(List<Coding> codings) {
    for (Coding coding : codings) {
      if (!isUnknown(coding)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnknown(Coding coding) {
    return terminology.lookUp(coding.system(), coding.code()).isEmpty();
  }

  /**
   * The findings that the words name: the text, and the displays of codes that say nothing here.
   */
  List<Mention> words(Concept concept) {
    List<Mention> mentions = text.read(concept.text());
    for (Coding coding : concept.codings()) {
      if (!coding.display().equals(concept.text()) && namesNothing(coding)) {
        List<Mention> displayed = text.read(coding.display());
        if (!displayed.isEmpty()) {
          mentions = Stream.concat(mentions.stream(), displayed.stream()).toList();
        }
      }
    }
    return mentions;
  }

  private boolean namesNothing(Coding coding) {
    if (isUnknown(coding)) {
      return true;
    }
    Map<FindingId, Certainty> found = new EnumMap<>(FindingId.class);
    addCodes(coding, found);
    return found.isEmpty();
  }

  /**
   * What a question makes of its answer: "Family history" asks about relatives, "Mother reports"
   * quotes the family.
   */
  Mention leadIn(Concept question) {
    return text.leadIn(question.display());
  }

  private void addCodes(Coding coding, Map<FindingId, Certainty> found) {
    for (Term term : terminology.lookUp(coding.system(), coding.code())) {
      boolean broader = term.relation() == Relation.BROADER;
      for (FindingDefinition definition : shownBy.getOrDefault(term.concept(), List.of())) {
        if (!broader) {
          found.put(definition.finding(), Certainty.PRESENT);
        } else if (definition.broaderSuggests()) {
          found.putIfAbsent(definition.finding(), Certainty.POSSIBLE);
        }
      }
      for (FindingDefinition definition : suggestedBy.getOrDefault(term.concept(), List.of())) {
        if (!broader || definition.broaderSuggests()) {
          found.putIfAbsent(definition.finding(), Certainty.POSSIBLE);
        }
      }
    }
  }
}
