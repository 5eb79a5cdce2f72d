package org.omscds.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What the words of a result say, {@code result-words.yaml}.
 *
 * @param positive words that say that something was found or is raised
 * @param negative words that say that it was looked for and is not there, or is within the range
 * @param nothing words that say that nothing is there: low, where an amount is expected
 * @param low words that say that a value lies below the range
 * @param indeterminate words that leave it open
 * @param pending words that say that the result is not there yet
 * @param negators words after which the weak words of the same sentence say no
 * @param weak words that say yes by themselves and no after a negator
 * @param contrasts words that end what was said before
 * @param advice words that make a sentence no result: a test that is advised
 * @param specimens names of specimens
 * @param confirmed words that say that a second method found the same
 * @param unconfirmed words that hold one of those and say the opposite
 * @param otherMethods methods of which one beside a blot confirms it
 * @param blot names of the commercial blots, of which a positive result needs a second method
 */
public record ResultWords(
    List<String> positive,
    List<String> negative,
    List<String> nothing,
    List<String> low,
    List<String> indeterminate,
    List<String> pending,
    List<String> negators,
    List<String> weak,
    List<String> contrasts,
    List<String> advice,
    Map<Specimen, List<String>> specimens,
    List<String> confirmed,
    List<String> unconfirmed,
    List<String> otherMethods,
    List<String> blot,
    List<String> sources) {

  public ResultWords {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    nothing = List.copyOf(nothing);
    low = List.copyOf(low);
    indeterminate = List.copyOf(indeterminate);
    pending = List.copyOf(pending);
    negators = List.copyOf(negators);
    weak = List.copyOf(weak);
    contrasts = List.copyOf(contrasts);
    advice = List.copyOf(advice);
    specimens = Map.copyOf(specimens);
    confirmed = List.copyOf(confirmed);
    unconfirmed = List.copyOf(unconfirmed);
    otherMethods = List.copyOf(otherMethods);
    blot = List.copyOf(blot);
    sources = List.copyOf(sources);
  }
}
