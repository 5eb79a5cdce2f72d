package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The drugs of one class.
 *
 * @param allergyWords names of the class in allergies, wider than those of its drugs
 * @param notWords words of a drug's name that keep a look-alike out
 * @param notRoutes routes of local use, which do not count
 */
public record DrugDefinition(
    DrugClass drugClass,
    String label,
    List<Ingredient> ingredients,
    List<String> allergyWords,
    List<String> notWords,
    List<String> notRoutes,
    List<String> sources) {

  public DrugDefinition {
    ingredients = List.copyOf(ingredients);
    allergyWords = List.copyOf(allergyWords);
    notWords = List.copyOf(notWords);
    notRoutes = List.copyOf(notRoutes);
    sources = List.copyOf(sources);
  }

  /**
   * One active ingredient.
   *
   * @param concepts concepts of {@code terms.tsv} whose codes name it or a product of it
   * @param words names of it and of its products
   * @param strength how strong the evidence is that it does what its class does, in words
   */
  public record Ingredient(
      String name, List<String> concepts, List<String> words, @Nullable String strength) {
    public Ingredient {
      concepts = List.copyOf(concepts);
      words = List.copyOf(words);
    }

    /** The strength of the evidence, where the list tells. */
    public Optional<String> evidence() {
      return Optional.ofNullable(strength);
    }
  }
}
