package org.omscds.finding;

import java.math.BigDecimal;
import java.util.List;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Language;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;

/** Reads what an Observation answers where its code asks for a finding. */
final class AnswerReader {

  /** The answer to "is it there?". */
  enum Answer {
    YES,
    NO,
    UNCERTAIN,
    /** A data-absent reason or an empty value: nobody knows. */
    NONE
  }

  private final Terminology terminology;
  private final PhraseIndex<Answer> firstWords = new PhraseIndex<>();

  AnswerReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    Language language = knowledge.language();
    language.answerYes().forEach(phrase -> firstWords.add(phrase, Answer.YES));
    language.answerNone().forEach(phrase -> firstWords.add(phrase, Answer.NONE));
    language.answerNo().forEach(phrase -> firstWords.add(phrase, Answer.NO));
    language.answerUncertain().forEach(phrase -> firstWords.add(phrase, Answer.UNCERTAIN));
  }

  /** The answer of an item whose own code is the finding. */
  Answer read(ObservedItem item) {
    return switch (item.value()) {
      case ObservedValue.Flag(boolean there) -> there ? Answer.YES : Answer.NO;
      case ObservedValue.Coded(Concept concept) -> ofConcept(concept);
      case ObservedValue.Words(String text) -> ofWords(text);
      case ObservedValue.Measured(BigDecimal number, _, _) ->
          number.signum() > 0 ? Answer.YES : Answer.NO;
      case ObservedValue.NotGiven(String reason) ->
          reason.isEmpty() ? ofInterpretation(item.interpretations()) : Answer.NONE;
    };
  }

  private Answer ofConcept(Concept concept) {
    for (Coding coding : concept.codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        switch (term.concept()) {
          case "answer-present", "answer-positive", "answer-detected", "answer-yes" -> {
            return Answer.YES;
          }
          case "answer-absent", "answer-negative", "answer-not-detected", "answer-no" -> {
            return Answer.NO;
          }
          case "answer-indeterminate" -> {
            return Answer.UNCERTAIN;
          }
          default -> {}
        }
      }
    }
    return concept.display().isEmpty() ? Answer.YES : ofWords(concept.display());
  }

  /**
   * The first words decide. A value that begins with none of the known ones describes the finding,
   * unless it is a single word: that leaves the question open.
   */
  private Answer ofWords(String text) {
    List<String> words = Words.of(text);
    if (words.stream().allMatch(Words.SENTENCE_END::equals)) {
      return Answer.NONE;
    }
    return firstWords.find(words).stream()
        .filter(hit -> hit.start() == 0)
        .map(hit -> hit.meanings().getFirst())
        .findFirst()
        .orElse(words.size() > 1 ? Answer.YES : Answer.UNCERTAIN);
  }

  /** HL7 interpretation codes; without any, the finding's own code says that it was observed. */
  private static Answer ofInterpretation(List<String> codes) {
    if (codes.contains("NEG") || codes.contains("N") || codes.contains("ND")) {
      return Answer.NO;
    }
    return codes.contains("IND") || codes.contains("E") ? Answer.UNCERTAIN : Answer.YES;
  }
}
