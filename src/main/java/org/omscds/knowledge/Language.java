package org.omscds.knowledge;

import java.util.List;

/**
 * Words around a phrase that change what it says, after the ConText algorithm (Harkema 2009, DOI
 * 10.1016/j.jbi.2009.05.002).
 *
 * @param nearNegation negations that reach over a comma only where an "or" follows
 * @param familySpeaks what shows that the family's words are quoted
 * @param ends what closes the reach of a word that acts forward
 * @param notAModifier what looks like one of the others and is none
 * @param current words beside which a "history of" means the present illness
 * @param listBreakers words that end a list, so that what follows is said anew
 * @param namesATest words in a question that make it the name of a test
 * @param namesAPart words in a question about ataxia that ask for one part of it only: their "no"
 *     is no recovery
 * @param answerYes first words of a value that says the finding is there
 * @param answerNone first words of a value that says that nobody looked
 * @param answerNo first words of a value that says it is not
 * @param answerUncertain first words of a value that leaves it open
 */
public record Language(
    List<String> sources,
    Reach nearNegation,
    Reach negation,
    Reach uncertainty,
    Reach remission,
    Reach history,
    Reach family,
    Reach hypothetical,
    Reach familySpeaks,
    List<String> ends,
    List<String> notAModifier,
    List<String> current,
    List<String> listBreakers,
    List<String> namesATest,
    List<String> namesAPart,
    List<String> answerYes,
    List<String> answerNone,
    List<String> answerNo,
    List<String> answerUncertain) {

  public Language {
    sources = List.copyOf(sources);
    ends = List.copyOf(ends);
    notAModifier = List.copyOf(notAModifier);
    current = List.copyOf(current);
    listBreakers = List.copyOf(listBreakers);
    namesATest = List.copyOf(namesATest);
    namesAPart = List.copyOf(namesAPart);
    answerYes = List.copyOf(answerYes);
    answerNone = List.copyOf(answerNone);
    answerNo = List.copyOf(answerNo);
    answerUncertain = List.copyOf(answerUncertain);
  }

  /**
   * Words of one effect.
   *
   * @param before words that act on what follows them
   * @param after words that act on what stands before them
   */
  public record Reach(List<String> before, List<String> after) {
    public Reach {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}
