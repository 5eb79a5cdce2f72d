package org.omscds.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code terms.tsv}: one code a line, ten columns. */
final class TermsReader {

  private static final String HEADER =
      "concept\trole\tsystem\tcode\tdisplay\ttext\trelation\tverified\ttier\tprovenance";

  private static final Set<String> SYSTEMS =
      Set.of(
          "http://snomed.info/sct",
          "http://loinc.org",
          "http://www.nlm.nih.gov/research/umls/rxnorm",
          "http://hl7.org/fhir/sid/icd-10-cm",
          "http://hl7.org/fhir/sid/icd-10",
          "http://id.who.int/icd/release/11/mms",
          "http://www.cms.gov/Medicare/Coding/ICD10",
          "http://human-phenotype-ontology.org",
          "https://www.orpha.net",
          "http://www.orpha.net",
          "http://purl.obolibrary.org/obo/mondo.owl",
          "http://terminology.hl7.org/CodeSystem/icd-o-3",
          "http://www.whocc.no/atc",
          "http://hl7.org/fhir/sid/cvx");

  private TermsReader() {}

  static List<Term> read(KnowledgeFile file) {
    List<String> lines = file.text().lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new KnowledgeException(file.name(), 1, "the header must be: " + HEADER);
    }
    List<Term> terms = new ArrayList<>(lines.size());
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      Term term = readLine(file, i + 1, lines.get(i).split("\t", -1));
      if (!seen.add(term.concept() + "|" + term.system() + "|" + term.code())) {
        throw new KnowledgeException(file.name(), i + 1, "duplicate row for " + term.code());
      }
      terms.add(term);
    }
    return terms;
  }

  private static Term readLine(KnowledgeFile file, int line, String[] cells) {
    if (cells.length != 10) {
      throw new KnowledgeException(
          file.name(), line, "has " + cells.length + " columns instead of 10");
    }
    if (!SYSTEMS.contains(cells[2])) {
      throw new KnowledgeException(
          file.name(),
          line,
          "unknown code system '" + cells[2] + "'; allowed: " + SYSTEMS.stream().sorted().toList());
    }
    if (cells[0].isEmpty() || cells[3].isEmpty() || cells[9].isEmpty()) {
      throw new KnowledgeException(
          file.name(), line, "concept, code and provenance must not be empty");
    }
    if (cells[4].isEmpty() == cells[5].isEmpty()) {
      throw new KnowledgeException(
          file.name(), line, "exactly one of display and text must be filled");
    }
    return new Term(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        relation(file, line, cells[6]),
        cells[7].equals("yes"),
        cells[8],
        cells[9]);
  }

  private static Relation relation(KnowledgeFile file, int line, String word) {
    try {
      return Relation.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw new KnowledgeException(
          file.name(), line, "unknown relation '" + word + "'; allowed: exact, narrower, broader");
    }
  }
}
