package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A finding is read wherever it can stand, and what only looks like it at the same place is not:
 * one case for each row of {@code places.yaml}, each a real FHIR resource in a hook's prefetch.
 */
class FindingPlacesTests {

  private static final String TODAY = "2026-11-20";

  /** A resource at a place, and what must be read from it: a finding and its certainty, or none. */
  record Case(String place, String key, JsonNode resource, String finding, String expected) {
    @Override
    public String toString() {
      return place + " -> " + expected;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    JsonNode rows =
        new YAMLMapper().readTree(Charts.text(Path.of("src/test/resources/places.yaml")));
    for (JsonNode row : rows) {
      String place = row.get("place").asString();
      String key = row.get("key").asString();
      String finds = row.get("finds").asString();
      String finding = finds.substring(0, finds.indexOf(' '));
      cases.add(new Case(place, key, row.get("resource"), finding, finds));
      cases.add(
          new Case(
              place + ", trap", key, row.get("trap"), finding, row.get("trap-finds").asString()));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFindingIsReadWhereverItStands(Case each) {
    FindingId finding = FindingId.of(each.finding()).orElseThrow();

    List<String> read =
        findings(each.key(), each.resource(), "r1").about(finding).stream()
            .map(said -> said.finding().id() + " " + said.certainty())
            .distinct()
            .toList();

    assertThat(read)
        .isEqualTo(each.expected().equals("none") ? List.of() : List.of(each.expected()));
  }

  @Test
  void thePlacesAreMany() {
    assertThat(cases()).hasSizeGreaterThan(90);
  }

  /**
   * The forms of {@code onset[x]} of a child born on 2024-11-20, with the day that they stand for.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "onsetDateTime": "2026-11-01"                                                 | 2026-11-01
          "onsetDateTime": "2026-11-01T23:30:00-08:00"                                  | 2026-11-01
          "onsetDateTime": "2026-11"                                                    | 2026-11-01
          "onsetDateTime": "2026"                                                       | 2026-01-01
          "onsetAge": {"value": 23, "unit": "months", "code": "mo"}                     | 2026-10-20
          "onsetAge": {"value": 1.5, "code": "a"}                                       | 2026-05-20
          "onsetAge": {"value": 100, "code": "wk"}                                      | 2026-10-21
          "onsetPeriod": {"start": "2026-10-01", "end": "2026-10-09"}                   | 2026-10-01
          "onsetPeriod": {"end": "2026-10-09"}                                          | 2026-10-09
          "onsetRange": {"low": {"value": 20, "code": "mo"}, "high": {"value": 22, "code": "mo"}} | 2026-07-20
          "onsetString": "2026-10-05"                                                   | 2026-10-05
          "onsetString": "last spring"                                                  | 2026-11-18
          "onsetDateTime": "2027-05-01"                                                 | 2026-11-18
          "onsetAge": {"value": 23}                                                     | 2026-11-18
          """)
  void theOnsetIsReadInEveryForm(String onset, LocalDate day) {
    JsonNode condition =
        Charts.parse(
            """
            {"resourceType": "Condition", "recordedDate": "2026-11-18",
             "code": {"text": "Opsoclonus"}, %s}
            """
                .formatted(onset));

    assertThat(findings("conditions", condition, "r1").present(FindingId.OPSOCLONUS))
        .extracting(each -> each.firstDay(LocalDate.parse(TODAY)))
        .containsExactly(day);
  }

  /** Drugs stand in orders, administrations and statements; a trap stands beside each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          medicationRequests        | "resourceType": "MedicationRequest", "status": "active", "medicationCodeableConcept": {"text": "Lithium carbonate 300 mg"} | 1
          medicationRequests        | "resourceType": "MedicationRequest", "status": "cancelled", "medicationCodeableConcept": {"text": "Lithium carbonate 300 mg"} | 0
          medicationRequests        | "resourceType": "MedicationRequest", "status": "active", "contained": [{"resourceType": "Medication", "id": "m", "code": {"text": "Phenytoin"}}], "medicationReference": {"reference": "#m"} | 1
          medicationAdministrations | "resourceType": "MedicationAdministration", "status": "completed", "effectiveDateTime": "2026-11-19", "medicationCodeableConcept": {"text": "Diphenhydramine 25 mg"} | 1
          medicationAdministrations | "resourceType": "MedicationAdministration", "status": "not-done", "effectiveDateTime": "2026-11-19", "medicationCodeableConcept": {"text": "Diphenhydramine 25 mg"} | 0
          medicationStatements      | "resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": "Amitriptyline"} | 1
          medicationStatements      | "resourceType": "MedicationStatement", "status": "not-taken", "medicationCodeableConcept": {"text": "Amitriptyline"} | 0
          medicationStatements      | "resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": "Diphenhydramine cream"} | 0
          """)
  void aDrugIsReadWhereverItStands(String key, String members, int count) {
    JsonNode resource = Charts.parse("{" + members + "}");

    assertThat(
            findings(key, resource, "r1")
                .exposedTo(drug -> drug == DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING))
        .hasSize(count);
  }

  /** The same Observation under two keys of the prefetch is one Observation. */
  @Test
  void aResourceUnderTwoKeysCountsOnce() {
    JsonNode observation =
        Charts.parse(
            """
            {"resourceType": "Observation", "status": "final", "code": {"text": "Eyes"},
             "valueString": "opsoclonus", "effectiveDateTime": "2026-11-18"}
            """);
    ObjectNode request = request("observations", observation, "r1");
    ObjectNode prefetch = (ObjectNode) request.get("prefetch");
    for (String key : List.of("findingObservations", "vitalSigns")) {
      prefetch.set(key, prefetch.get("observations").deepCopy());
    }

    assertThat(Charts.consult(request).findings().about(FindingId.OPSOCLONUS)).hasSize(1);
  }

  /** Without the key by category, the key by the findings' codes is enough. */
  @Test
  void aFindingUnderTheKeyOfItsCodeIsRead() {
    JsonNode observation =
        Charts.parse(
            """
            {"resourceType": "Observation", "status": "final", "valueBoolean": true,
             "code": {"coding": [{"system": "http://snomed.info/sct", "code": "194177006"}]},
             "effectiveDateTime": "2026-11-18"}
            """);

    assertThat(findings("findingObservations", observation, "r1").present(FindingId.OPSOCLONUS))
        .extracting(ClinicalStatement::evidence)
        .extracting(each -> each.reference())
        .containsExactly("Observation/r1");
  }

  private static Findings findings(String key, JsonNode resource, String id) {
    return Charts.consult(request(key, resource, id)).findings();
  }

  private static ObjectNode request(String key, JsonNode resource, String id) {
    ObjectNode request =
        (ObjectNode)
            Charts.parse(
                """
                {"context": {"patientId": "p1"},
                 "prefetch": {"patient": {"resourceType": "Patient", "id": "p1",
                   "birthDate": "2024-11-20"}},
                 "extension": {"org.omscds.consultation": {"date": "%s"}}}
                """
                    .formatted(TODAY));
    ObjectNode sent = (ObjectNode) resource.deepCopy();
    sent.put("id", id);
    sent.putObject("subject").put("reference", "Patient/p1");
    ArrayNode entries =
        ((ObjectNode) request.get("prefetch"))
            .putObject(key)
            .put("resourceType", "Bundle")
            .put("type", "searchset")
            .putArray("entry");
    entries.addObject().set("resource", sent);
    return request;
  }
}
