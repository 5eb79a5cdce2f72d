package org.omscds.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in a text in one pass over its words. At each place the longest phrase wins
 * and its words are used up, so that "sleep myoclonus" is not also read as "myoclonus".
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  private final Node<T> root = new Node<>();
  private final PhraseFilter filter = new PhraseFilter();

  /**
   * A phrase that stands in the text.
   *
   * @param meanings all that it stands for, never empty
   * @param start index of its first word
   * @param end index after its last word
   */
  public record Hit<T>(List<T> meanings, int start, int end) {
    public Hit {
      meanings = List.copyOf(meanings);
    }
  }

  /** Adds a phrase; adding it again adds a meaning. */
  public void add(String phrase, T meaning) {
    Node<T> node = root;
    for (String word : Words.of(phrase)) {
      node = node.next.computeIfAbsent(word, _ -> new Node<>());
    }
    if (node == root) {
      throw new IllegalArgumentException("a phrase without words: '" + phrase + "'");
    }
    node.add(meaning);
    filter.add(Words.of(phrase));
  }

  /** The phrases that stand in a text, by its {@link Words#of words}. */
  public List<Hit<T>> find(String text) {
    return mayStandIn(text) ? find(Words.of(text)) : List.of();
  }

  /** The phrases that stand in a name, by its {@link Words#ofName words}. */
  public List<Hit<T>> findInName(String name) {
    return mayStandIn(name) ? find(Words.ofName(name)) : List.of();
  }

  /** Whether a phrase may stand in a text: a no is certain, a yes is not. */
  public boolean mayStandIn(String text) {
    return filter.mayStandIn(text);
  }

  /** The phrases that stand in the words, in order, not overlapping. */
  public List<Hit<T>> find(List<String> words) {
    List<Hit<T>> hits = new ArrayList<>();
    int start = 0;
    while (start < words.size()) {
      Node<T> longest = root;
      int end = start;
      Node<T> node = root.next.get(words.get(start));
      for (int i = start; node != null; ) {
        i++;
        if (!node.meanings.isEmpty()) {
          longest = node;
          end = i;
        }
        node = i < words.size() ? node.next.get(words.get(i)) : null;
      }
      if (end > start) {
        hits.add(new Hit<>(longest.meanings, start, end));
        start = end;
      } else {
        start++;
      }
    }
    return hits;
  }

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private List<T> meanings = List.of();

    void add(T meaning) {
      List<T> more = new ArrayList<>(meanings);
      more.add(meaning);
      meanings = List.copyOf(more);
    }
  }
}
