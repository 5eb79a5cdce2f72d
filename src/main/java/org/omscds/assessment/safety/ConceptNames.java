package org.omscds.assessment.safety;

import java.util.stream.Stream;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Concept;

/** The names and codes of concepts, for risks that go by a word or a concept. */
final class ConceptNames {

  private ConceptNames() {}

  /** Whether a code of it is listed under a concept of {@code terms.tsv}. */
  static boolean isAbout(Concept concept, String wanted, Terminology terminology) {
    return concept.codings().stream()
        .flatMap(coding -> terminology.lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term -> term.concept().equals(wanted));
  }

  /** The words of its text and displays, in lower case. */
  static Stream<String> words(Concept concept) {
    return concept.names().stream().flatMap(name -> Words.ofName(name).stream());
  }
}
