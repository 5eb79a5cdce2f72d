package org.omscds.finding.result;

import java.util.List;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.ResultWords;

/** Reads from words how something was found, and whether a second method found the same. */
final class Methods {

  private enum Word {
    CONFIRMED,
    UNCONFIRMED,
    BLOT,
    OTHER_METHOD
  }

  private final PhraseIndex<Word> words = new PhraseIndex<>();

  Methods(KnowledgeBase knowledge) {
    ResultWords lists = knowledge.resultWords();
    lists.confirmed().forEach(word -> words.add(word, Word.CONFIRMED));
    lists.unconfirmed().forEach(word -> words.add(word, Word.UNCONFIRMED));
    lists.blot().forEach(word -> words.add(word, Word.BLOT));
    lists.otherMethods().forEach(word -> words.add(word, Word.OTHER_METHOD));
  }

  /** What a text says of confirmation; what is said to be unconfirmed outweighs the rest. */
  Confirmation confirmation(String text) {
    List<Word> found = in(text);
    if (found.contains(Word.UNCONFIRMED)) {
      return Confirmation.UNCONFIRMED_BLOT;
    }
    if (found.contains(Word.CONFIRMED)
        || (found.contains(Word.BLOT) && found.contains(Word.OTHER_METHOD))) {
      return Confirmation.CONFIRMED;
    }
    return found.contains(Word.BLOT) ? Confirmation.UNCONFIRMED_BLOT : Confirmation.NOT_STATED;
  }

  /** Whether a text names a method that confirms a blot, such as a cell-based assay. */
  boolean namesAnotherMethod(String text) {
    List<Word> found = in(text);
    return found.contains(Word.OTHER_METHOD)
        && !found.contains(Word.BLOT)
        && !found.contains(Word.UNCONFIRMED);
  }

  private List<Word> in(String text) {
    return words.find(text).stream().flatMap(hit -> hit.meanings().stream()).toList();
  }
}
