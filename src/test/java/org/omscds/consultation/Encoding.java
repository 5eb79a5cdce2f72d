package org.omscds.consultation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way in which an EHR may write what a story tells: the meanings and how each is written are rows
 * of {@code encodings/meanings.tsv}.
 */
enum Encoding {
  SNOMED_CT(2),
  ICD_10_CM_OR_HPO(3),
  WORDS_ONLY(4);

  private static final Map<String, String> SYSTEMS =
      Map.of(
          "sct", "http://snomed.info/sct",
          "hpo", "http://human-phenotype-ontology.org",
          "icd10cm", "http://hl7.org/fhir/sid/icd-10-cm",
          "mondo", "http://purl.obolibrary.org/obo/mondo.owl",
          "orpha", "http://www.orpha.net",
          "loinc", "http://loinc.org",
          "rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm",
          "atc", "http://www.whocc.no/atc");

  private static final Map<String, String[]> MEANINGS = meanings();

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final int column;

  Encoding(int column) {
    this.column = column;
  }

  private static Map<String, String[]> meanings() {
    Map<String, String[]> bySeen = new HashMap<>();
    Charts.text(Path.of("src/test/resources/encodings/meanings.tsv"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(row -> Arrays.stream(row[1].split("; ")).forEach(seen -> bySeen.put(seen, row)));
    return bySeen;
  }

  /** A story written in one encoding, and the meanings that were written anew. */
  record Written(JsonNode request, Set<String> meanings) {}

  /** Writes the conditions, observations and drugs of a story in this encoding. */
  Written write(JsonNode request) {
    JsonNode copy = request.deepCopy();
    Set<String> meanings = new HashSet<>();
    for (String key : List.of("conditions", "observations", "medicationRequests")) {
      for (JsonNode entry : copy.at("/prefetch/" + key + "/entry")) {
        rewrite((ObjectNode) entry.get("resource"), meanings);
      }
    }
    return new Written(copy, meanings);
  }

  private void rewrite(ObjectNode resource, Set<String> meanings) {
    String member =
        resource.has("medicationCodeableConcept") ? "medicationCodeableConcept" : "code";
    JsonNode concept = resource.path(member);
    String answer = resource.path("valueString").asString("");
    String code = concept.at("/coding/0/code").asString("");
    String seen =
        !answer.isEmpty() ? answer : code.isEmpty() ? concept.path("text").asString("") : code;
    String[] meaning = MEANINGS.get(seen);
    if (meaning == null) {
      return;
    }
    meanings.add(meaning[0]);
    ObjectNode written = concept(meaning[column]);
    boolean inWords = written.has("text");
    if (!resource.path("resourceType").asString().equals("Observation")) {
      resource.set(member, written);
    } else if (inWords) {
      resource.remove("valueBoolean");
      resource.set("code", MAPPER.createObjectNode().put("text", "Examination"));
      resource.set("valueString", written.get("text"));
    } else {
      resource.remove("valueString");
      resource.set("code", written);
      if (!resource.has("valueQuantity")) {
        resource.put("valueBoolean", true);
      }
    }
  }

  private static ObjectNode concept(String written) {
    int bar = written.indexOf('|');
    if (bar < 0) {
      return MAPPER.createObjectNode().put("text", written);
    }
    ObjectNode concept = MAPPER.createObjectNode();
    concept
        .putArray("coding")
        .addObject()
        .put("system", SYSTEMS.get(written.substring(0, bar)))
        .put("code", written.substring(bar + 1));
    return concept;
  }
}
