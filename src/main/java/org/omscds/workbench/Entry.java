package org.omscds.workbench;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entry of the document, or a part of one, while it is written. What is empty is left out. A
 * reference to another entry is written as its address on the page, {@code #kind/id}; no other text
 * looks so.
 */
final class Entry {

  private static final Set<String> SHORT_FORMS =
      Set.of(
          "acth", "b", "csf", "ct", "dna", "fdg", "g6pd", "ivig", "mao", "mibg", "mri", "oms",
          "pet", "qt");

  private final Map<String, Object> written = new LinkedHashMap<>();

  private Entry() {}

  /** An entry with an address of its own. */
  static Entry of(String id, String title) {
    return new Entry().text("id", id).text("title", title);
  }

  /** A part of an entry. */
  static Entry part() {
    return new Entry();
  }

  /** The address of an entry. */
  static String address(String kind, String id) {
    return "#" + kind + "/" + id;
  }

  /** The words of a constant: {@code OMS_RELAPSE} is "OMS relapse". */
  static String words(Enum<?> constant) {
    return Arrays.stream(constant.name().toLowerCase(Locale.ROOT).split("_"))
        .map(word -> SHORT_FORMS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
        .collect(Collectors.joining(" "));
  }

  Entry text(String key, String value) {
    if (!value.isEmpty()) {
      written.put(key, value);
    }
    return this;
  }

  Entry text(String key, Optional<String> value) {
    return text(key, value.orElse(""));
  }

  /** A number that says nothing where it is 0. */
  Entry number(String key, int value) {
    if (value != 0) {
      written.put(key, value);
    }
    return this;
  }

  /** Something that is said only where it is so. */
  Entry flag(String key, boolean value) {
    if (value) {
      written.put(key, true);
    }
    return this;
  }

  /** Words, or parts. */
  Entry list(String key, Collection<?> values) {
    if (!values.isEmpty()) {
      written.put(key, List.copyOf(values));
    }
    return this;
  }

  /** Constants, in words. */
  Entry choices(String key, Collection<? extends Enum<?>> values) {
    return list(key, values.stream().map(Entry::words).toList());
  }

  Entry part(String key, Map<String, Object> value) {
    if (!value.isEmpty()) {
      written.put(key, value);
    }
    return this;
  }

  /** A reference to one entry. */
  Entry reference(String key, String kind, String id) {
    return text(key, id.isEmpty() ? "" : address(kind, id));
  }

  Entry reference(String key, String kind, Optional<String> id) {
    return reference(key, kind, id.orElse(""));
  }

  /** References to entries of one kind. */
  Entry references(String key, String kind, Collection<String> ids) {
    return list(key, ids.stream().map(id -> address(kind, id)).toList());
  }

  /** References to entries that are named by constants. */
  Entry constants(String key, String kind, Collection<? extends Enum<?>> values) {
    return references(key, kind, values.stream().map(Enum::name).toList());
  }

  /** References to the sources; with the one that stands for this project's choice it is marked. */
  Entry sources(Collection<String> keys) {
    references("sources", "source", keys);
    return flag(
        "proposal", written.containsKey("proposal") || keys.contains(KnowledgeDocument.OWN_CHOICE));
  }

  /** Says which fields of it are this project's own choice. */
  Entry proposedIn(String... fields) {
    return list("proposalIn", List.of(fields));
  }

  Map<String, Object> written() {
    return written;
  }
}
