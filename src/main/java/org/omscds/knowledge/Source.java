package org.omscds.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * Something that the medicine is quoted from.
 *
 * @param key the name that other data files cite it by
 * @param label a short name for cards
 * @param citation authors, year, title
 * @param url where to read it, an absolute address; empty for a choice of this project
 */
public record Source(String key, String label, String citation, @Nullable String url) {

  /** Whether it is the labelling of a product, which a site reads in its own formulary. */
  public boolean isProductLabelling() {
    return key.endsWith("-labelling");
  }
}
