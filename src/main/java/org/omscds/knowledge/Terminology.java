package org.omscds.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the concepts that a code stands for. It matches on system and code together, because the
 * same code means different things in different systems; ICD codes match with and without the dot.
 */
public final class Terminology {

  private static final Map<String, String> SYSTEM_ALIASES =
      Map.of(
          "http://purl.obolibrary.org/obo/hp.owl", "http://human-phenotype-ontology.org",
          "http://human-phenotype-ontology.github.io", "http://human-phenotype-ontology.org",
          "http://www.orpha.net", "https://www.orpha.net",
          "urn:oid:2.16.840.1.113883.6.96", "http://snomed.info/sct",
          "urn:oid:2.16.840.1.113883.6.1", "http://loinc.org",
          "urn:oid:2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm",
          "urn:oid:2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm");

  private static final String ICD = "http://hl7.org/fhir/sid/icd-10";

  private static final int ICD_CATEGORY_LENGTH = 3;

  private final List<Term> terms;
  private final List<Term> prefixes;
  private final Map<String, CodeSystem> systems = new HashMap<>();
  private final Map<String, List<Term>> byConcept = new HashMap<>();

  /**
   * Puts the table together.
   *
   * @param terms the rows of {@code terms.tsv}
   * @param prefixes the rows of {@code icd-prefixes.tsv}, each of which stands for every code that
   *     begins with its own and has no row in {@code terms}
   */
  public Terminology(List<Term> terms, List<Term> prefixes) {
    this.terms = List.copyOf(terms);
    this.prefixes = List.copyOf(prefixes);
    for (Term prefix : prefixes) {
      system(prefix).add(prefix, system(prefix).byPrefix);
    }
    for (Term term : terms) {
      byConcept.computeIfAbsent(term.concept(), _ -> new ArrayList<>()).add(term);
      if (term.verified()) {
        system(term).add(term, system(term).byCode);
      }
    }
    SYSTEM_ALIASES.forEach((alias, name) -> {
      CodeSystem known = systems.get(name);
      if (known != null) {
        systems.put(alias, known);
      }
    });
  }

  /** All rows, in file order. */
  public List<Term> terms() {
    return terms;
  }

  /** The rows that stand for every code that begins with theirs, in file order. */
  public List<Term> prefixes() {
    return prefixes;
  }

  /**
   * The verified rows that a code stands for: its own, or else those of the longest listed prefix
   * of an ICD code. Empty for a code that is not known here.
   */
  public List<Term> lookUp(String system, String code) {
    CodeSystem known = systems.get(system);
    return known == null || code.isEmpty() ? List.of() : known.lookUp(code);
  }

  /** Whether there is any row for a concept. */
  public boolean knows(String concept) {
    return byConcept.containsKey(concept);
  }

  /** The ids of all concepts. */
  public Set<String> concepts() {
    return new HashSet<>(byConcept.keySet());
  }

  /** The rows of a concept that may be emitted, in file order. */
  public List<Term> emittable(String concept) {
    return byConcept.getOrDefault(concept, List.of()).stream().filter(Term::mayBeEmitted).toList();
  }

  private CodeSystem system(Term term) {
    String name = SYSTEM_ALIASES.getOrDefault(term.system(), term.system());
    return systems.computeIfAbsent(name, each -> new CodeSystem(each.startsWith(ICD)));
  }

  /** The codes of one system, in upper case, those of ICD without the dot. */
  private static final class CodeSystem {
    private final boolean isIcd;
    private final Map<String, List<Term>> byCode = new HashMap<>();
    private final Map<String, List<Term>> byPrefix = new HashMap<>();

    CodeSystem(boolean isIcd) {
      this.isIcd = isIcd;
    }

    void add(Term term, Map<String, List<Term>> codes) {
      codes.computeIfAbsent(plain(term.code()), _ -> new ArrayList<>()).add(term);
    }

    List<Term> lookUp(String code) {
      String plain = plain(code);
      List<Term> own = byCode.get(plain);
      if (own != null) {
        return own;
      }
      return byPrefix.isEmpty() ? List.of() : ofLongestPrefix(plain);
    }

    private List<Term> ofLongestPrefix(String plain) {
      for (int end = plain.length(); end >= ICD_CATEGORY_LENGTH; end--) {
        List<Term> listed = byPrefix.get(plain.substring(0, end));
        if (listed != null) {
          return listed;
        }
      }
      return List.of();
    }

    private String plain(String code) {
      String plain = code.strip().toUpperCase(Locale.ROOT);
      return isIcd ? plain.replace(".", "") : plain;
    }
  }
}
