package org.omscds.patient;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws the data types that FHIR resources share: concepts, quantities, references, notes. */
record TypeSamples(Dice dice) {

  private static final List<String> SYSTEMS =
      List.of(
          "http://snomed.info/sct",
          "http://loinc.org",
          "http://hl7.org/fhir/sid/icd-10-cm",
          "urn:oid:1.2.840.114350.1.13.0.1.7.2.696580",
          "http://www.nlm.nih.gov/research/umls/rxnorm");

  private static final List<String> WORDS =
      List.of(
          "Opsoclonus",
          "Opsoklonus-Myoklonus-Syndrom",
          "no opsoclonus, \"dancing eyes\" denied",
          "眼球クローヌス",
          "Опсоклонус",
          "رأرأة",
          "ataxia \uD83D\uDC41\uFE0F\u200D\uD83D\uDDE8\uFE0F e\u0301",
          "  spaces around  ",
          "two\nlines\tand a tab",
          "a/b\\c {\"code\":\"x\"} <b>&amp;</b>",
          "true",
          "0",
          "2024-01-01");

  ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  String words() {
    return dice.in(2) ? "long ".repeat(4000) + "end" : dice.oneOf(WORDS);
  }

  /** A {@code Coding} with or without system, code, display. */
  ObjectNode coding() {
    ObjectNode coding = object();
    if (dice.in(85)) {
      coding.put("system", dice.oneOf(SYSTEMS));
    }
    if (dice.in(20)) {
      coding.put("version", "2026");
    }
    boolean coded = dice.in(90);
    if (coded) {
      coding.put("code", dice.oneOf("246681009", "G25.3", "8-4", "opsoclonus", "A.b-C", "1.0"));
    }
    if (!coded || dice.in(60)) {
      coding.put("display", words());
    }
    if (dice.in(20)) {
      coding.put("userSelected", dice.in(50));
    }
    return coding;
  }

  /** A {@code CodeableConcept} of words only, codes only, both, or an extension alone. */
  ObjectNode concept() {
    ObjectNode concept = object();
    int form = dice.between(0, 9);
    if (form == 9) {
      concept.set("extension", extensions());
      return concept;
    }
    if (form > 1) {
      ArrayNode codings = concept.putArray("coding");
      for (int left = dice.between(1, 3); left > 0; left--) {
        codings.add(coding());
      }
    }
    if (form < 6) {
      concept.put("text", words());
    }
    if (dice.in(10)) {
      concept.set("extension", extensions());
    }
    return concept;
  }

  ArrayNode concepts() {
    ArrayNode concepts = JsonNodeFactory.instance.arrayNode();
    for (int left = dice.between(1, 3); left > 0; left--) {
      concepts.add(concept());
    }
    return concepts;
  }

  /** A status as concept: a code, a code with words and a local code after it, or words alone. */
  ObjectNode status(String system, String... codes) {
    ObjectNode status = object();
    if (dice.in(8)) {
      return status.put("text", dice.oneOf(codes));
    }
    ArrayNode codings = status.putArray("coding");
    codings.addObject().put("system", system).put("code", dice.oneOf(codes));
    if (dice.in(20)) {
      codings.addObject().put("system", "urn:ehr:local").put("code", "7").put("display", "Seven");
      status.put("text", "as the EHR calls it");
    }
    return status;
  }

  /** A {@code Quantity}, also without a value, and of every comparator. */
  ObjectNode quantity() {
    ObjectNode quantity = object();
    if (dice.in(92)) {
      quantity.put("value", number());
    }
    if (dice.in(30)) {
      quantity.put("comparator", dice.oneOf("<", "<=", ">=", ">"));
    }
    if (dice.in(60)) {
      quantity.put("unit", dice.oneOf("mg/g", "10*9/L", "µmol/mol", "g/l"));
    }
    if (quantity.isEmpty() || dice.in(60)) {
      quantity.put("system", "http://unitsofmeasure.org").put("code", "mg/g{creat}");
    }
    return quantity;
  }

  BigDecimal number() {
    return new BigDecimal(
        dice.oneOf("0", "12", "-3", "4.50", "0.003", "100000000000", "37.0", "1.20"));
  }

  /** A {@code Reference} to a resource of that type, in every form that tells the type or not. */
  ObjectNode reference(String type, String id) {
    ObjectNode reference = object();
    String relative = type + "/" + id;
    switch (dice.between(0, 6)) {
      case 0 -> reference.put("reference", "https://ehr.example.org/fhir/R4/" + relative);
      case 1 -> reference.put("reference", relative + "/_history/3");
      case 2 ->
          reference.put("reference", "https://ehr.example.org/r4/" + relative + "/_history/1");
      default -> reference.put("reference", relative);
    }
    if (dice.in(30)) {
      reference.put("display", words());
    }
    if (dice.in(20)) {
      reference.put("type", type);
    }
    return reference;
  }

  ArrayNode notes() {
    ArrayNode notes = JsonNodeFactory.instance.arrayNode();
    for (int left = dice.between(1, 3); left > 0; left--) {
      ObjectNode note = notes.addObject();
      if (dice.in(50)) {
        note.put("authorString", "not the text of the note");
      }
      note.put("text", words());
    }
    return notes;
  }

  /** Extensions whose content looks like facts and is none. */
  ArrayNode extensions() {
    ArrayNode extensions = JsonNodeFactory.instance.arrayNode();
    extensions
        .addObject()
        .put("url", "https://ehr.example.org/StructureDefinition/suspected")
        .putObject("valueCodeableConcept")
        .put("text", "misleading words in an extension")
        .putArray("coding")
        .addObject()
        .put("system", "http://snomed.info/sct")
        .put("code", "misleading-code");
    ObjectNode nested = extensions.addObject().put("url", "https://ehr.example.org/nested");
    nested
        .putArray("extension")
        .addObject()
        .put("url", "status")
        .put("valueDateTime", "1999-09-09");
    return extensions;
  }
}
