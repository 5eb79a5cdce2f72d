package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;

/**
 * A CodeableConcept: what somebody meant, as codes, as words, or both.
 *
 * @param text the sender's own words, or the empty string
 */
public record Concept(List<Coding> codings, String text) {

  /** Nothing was said. */
  public static final Concept NONE = new Concept(List.of(), "");

  public Concept {
    codings = List.copyOf(codings);
  }

  /** Something said in words alone. */
  public static Concept inWords(String text) {
    return new Concept(List.of(), text);
  }

  /** Whether neither a code nor a word is there. */
  public boolean isEmpty() {
    return codings.isEmpty() && text.isEmpty();
  }

  /** The words to show: the text, else the first display, else the first code. */
  public String display() {
    if (!text.isEmpty()) {
      return text;
    }
    for (Coding coding : codings) {
      if (!coding.display().isEmpty()) {
        return coding.display();
      }
    }
    return codings.isEmpty() ? "" : codings.getFirst().code();
  }

  /** What it is called: the text and the displays, in this order, each once. */
  public List<String> names() {
    List<String> names = new ArrayList<>(1 + codings.size());
    addTo(names, text);
    for (Coding coding : codings) {
      addTo(names, coding.display());
    }
    return names;
  }

  private static void addTo(List<String> names, String name) {
    if (!name.isEmpty() && !names.contains(name)) {
      names.add(name);
    }
  }

  /** Whether one of the codings has that code, of whatever system: for FHIR's own status codes. */
  public boolean hasCode(String code) {
    return codings.stream().anyMatch(coding -> coding.code().equals(code));
  }
}
