package org.omscds.knowledge;

import java.util.List;
import java.util.Map;

/**
 * A test whose result matters, a row of {@code results.yaml}.
 *
 * @param label the clinician's name for it
 * @param reads how a value of it becomes an answer
 * @param concepts concepts of {@code terms.tsv} whose exact and narrower codes name it, by the
 *     specimen that the code itself tells; a code of a panel names the panel alone
 * @param specimen what it is made on by its nature, {@code UNKNOWN} where serum and CSF are both
 *     usual
 * @param words names of it in laboratory catalogues and reports
 * @param wholeNames names so short that they count only where nothing else stands in the name
 * @param specimenWords names that count only where the specimen is said to be {@code specimen}
 * @param notWords names of other tests that hold one of its names
 * @param positiveWords words of its values, beside those of all tests, that say yes
 * @param negativeWords words of its values, beside those of all tests, that say no
 * @param openWords words of its values, beside those of all tests, that leave it open
 * @param sources keys of the sources
 */
public record ResultDefinition(
    String id,
    String label,
    ResultKind kind,
    Reads reads,
    Map<Specimen, List<String>> concepts,
    Specimen specimen,
    List<String> words,
    List<String> wholeNames,
    List<String> specimenWords,
    List<String> notWords,
    List<String> positiveWords,
    List<String> negativeWords,
    List<String> openWords,
    List<String> sources) {

  public ResultDefinition {
    concepts = Map.copyOf(concepts);
    words = List.copyOf(words);
    wholeNames = List.copyOf(wholeNames);
    specimenWords = List.copyOf(specimenWords);
    notWords = List.copyOf(notWords);
    positiveWords = List.copyOf(positiveWords);
    negativeWords = List.copyOf(negativeWords);
    openWords = List.copyOf(openWords);
    sources = List.copyOf(sources);
  }

  /** How a value becomes an answer. */
  public enum Reads {
    /** Positive when something is there: an antibody, an antigen, uptake. */
    PRESENCE,
    /** Positive when above the range that was sent with it. */
    ABOVE_RANGE,
    /** An amount of which both ends matter. */
    RANGE
  }
}
