package org.omscds.knowledge;

import java.util.List;

/**
 * Words around a phrase that change what it says, after the ConText algorithm (Harkema 2009, DOI
 * 10.1016/j.jbi.2009.05.002).
 *
 * @param nearNegation negations that reach over a comma only where an "or" follows
 * @param question words that ask whether the finding is there at all: a doubt that even the name of
 *     a firm phrase does not stand against
 * @param longStanding what shows that it has been so from the beginning of life
 * @param familySpeaks what shows that the family's words are quoted
 * @param ends what closes the reach of a word that acts forward
 * @param notAModifier what looks like one of the others and is none
 * @param abbreviated short forms whose full stop ends no sentence
 * @param and words that join the items of a list
 * @param or words that join the items of a list and let a near negation reach through it
 * @param headings what a heading that stands alone on its line says of the lines below it
 * @param relatives labels of a line, such as "mother:", that end no family history
 * @param spelling words that are known also with one letter wrong
 * @param current words beside which a "history of" or a "since birth" means the present illness
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
    Reach question,
    Reach remission,
    Reach history,
    Reach family,
    Reach hypothetical,
    Reach longStanding,
    Reach familySpeaks,
    List<String> ends,
    List<String> notAModifier,
    List<String> abbreviated,
    List<String> and,
    List<String> or,
    Headings headings,
    List<String> relatives,
    Spelling spelling,
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
    abbreviated = List.copyOf(abbreviated);
    and = List.copyOf(and);
    or = List.copyOf(or);
    relatives = List.copyOf(relatives);
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
   * @param afterList words that act on a whole list before them: "ataxia and rage were absent"
   */
  public record Reach(List<String> before, List<String> after, List<String> afterList) {
    public Reach {
      before = List.copyOf(before);
      after = List.copyOf(after);
      afterList = List.copyOf(afterList);
    }
  }

  /** Headings by what they say of the lines below them. */
  public record Headings(
      List<String> negation,
      List<String> uncertainty,
      List<String> history,
      List<String> family,
      List<String> hypothetical) {
    public Headings {
      negation = List.copyOf(negation);
      uncertainty = List.copyOf(uncertainty);
      history = List.copyOf(history);
      family = List.copyOf(family);
      hypothetical = List.copyOf(hypothetical);
    }
  }

  /**
   * What is read though it is misspelt.
   *
   * @param words right spellings, the likelier first where two are equally near
   * @param otherWords words of another meaning that are one letter away from one of these
   */
  public record Spelling(List<String> words, List<String> otherWords) {
    public Spelling {
      words = List.copyOf(words);
      otherWords = List.copyOf(otherWords);
    }
  }
}
