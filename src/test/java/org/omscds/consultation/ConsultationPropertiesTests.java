package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Suppressed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of every chart: order, repetition and strangers change nothing. */
class ConsultationPropertiesTests {

  static List<Path> charts() {
    return Charts.all();
  }

  /** What a consultation says, without the order in which the chart said it. */
  private static List<Object> verdict(JsonNode request) {
    Consultation consultation = Charts.consult(request);
    return List.of(
        consultation.assessment().tier(),
        consultation.assessment().criteria().verdict(),
        consultation.assessment().suspicion().rules(),
        consultation.assessment().facts(),
        consultation.recommendations().shown().stream()
            .map(shown ->
                shown.row().id()
                    + shown.suggestions().stream()
                        .flatMap(each -> each.orders().stream())
                        .map(OrderDefinition::id)
                        .toList())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theOrderOfResourcesDoesNotMatter(Path chart) {
    List<Object> expected = verdict(Charts.request(chart));
    for (int seed = 0; seed < 5; seed++) {
      JsonNode shuffled = Charts.request(chart);
      for (ArrayNode entries : entries(shuffled)) {
        List<JsonNode> all = new ArrayList<>();
        entries.forEach(all::add);
        Collections.shuffle(all, new Random(seed));
        entries.removeAll();
        entries.addAll(all);
      }
      assertThat(verdict(shuffled)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aResourceSentTwiceCountsOnce(Path chart) {
    JsonNode doubled = Charts.request(chart);
    for (ArrayNode entries : entries(doubled)) {
      List<JsonNode> all = new ArrayList<>();
      entries.forEach(all::add);
      entries.addAll(all);
    }
    assertThat(Charts.consult(doubled)).isEqualTo(Charts.consult(Charts.request(chart)));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void irrelevantResourcesChangeNothing(Path chart) {
    JsonNode crowded = Charts.request(chart);
    ObjectNode conditions = (ObjectNode) crowded.at("/prefetch/conditions");
    ArrayNode entries =
        conditions.has("entry")
            ? (ArrayNode) conditions.get("entry")
            : conditions.putArray("entry");
    for (int i = 1; i <= 9; i++) {
      entries.add(
          Charts.parse(
              """
              {"resource": {"resourceType": "Condition", "id": "unrelated-%d",
                "clinicalStatus": {"coding": [{"code": "active"}]},
                "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm",
                  "code": "L20.9"}], "text": "Atopic dermatitis"},
                "onsetDateTime": "2026-01-0%d"}}
              """
                  .formatted(i, i)));
    }
    assertThat(verdict(crowded)).isEqualTo(verdict(Charts.request(chart)));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void resourcesOfAnotherPatientAreDroppedAndNoted(Path chart) {
    JsonNode mixed = Charts.request(chart);
    ObjectNode conditions = (ObjectNode) mixed.at("/prefetch/conditions");
    ArrayNode entries =
        conditions.has("entry")
            ? (ArrayNode) conditions.get("entry")
            : conditions.putArray("entry");
    entries.add(
        Charts.parse(
            """
            {"resource": {"resourceType": "Condition", "id": "stranger",
              "subject": {"reference": "Patient/somebody-else"},
              "code": {"coding": [{"system": "http://snomed.info/sct", "code": "194177006"}]}}}
            """));
    assertThat(verdict(mixed)).isEqualTo(verdict(Charts.request(chart)));
    assertThat(Charts.record(mixed).gaps())
        .extracting(gap -> gap.reason().name())
        .contains("OTHER_PATIENT");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theSameRecordGivesTheSameConsultation(Path chart) {
    PatientRecord record = Charts.record(Charts.request(chart));
    assertThat(Charts.consult(record)).isEqualTo(Charts.consult(record));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyRecommendationHasEvidenceAndASource(Path chart) {
    Consultation consultation = Charts.consult(Charts.request(chart));
    for (var shown : consultation.recommendations().shown()) {
      assertThat(shown.row().sources()).isNotEmpty();
      boolean evidence =
          Stream.concat(
                  consultation.assessment().pillars().all().values().stream()
                      .flatMap(pillar -> pillar.finding().restsOn().stream()),
                  Stream.concat(
                      consultation.assessment().diagnosisEvidence().stream(),
                      Stream.concat(
                          consultation.assessment().supporting().stream()
                              .map(each -> each.evidence()),
                          consultation.assessment().notCounted().stream()
                              .map(left -> left.evidence()))))
              .findAny()
              .isPresent();
      assertThat(evidence).as(shown.row().id()).isTrue();
    }
  }

  @Test
  void nothingIsShownForAPatientWhoHasDied() {
    PatientRecord patient =
        TestCharts.child(30)
            .deceased()
            .problem("http://snomed.info/sct", "194177006", 3)
            .problem("http://snomed.info/sct", "20262006", 3)
            .problem("http://snomed.info/sct", "193462001", 3)
            .record();

    Consultation consultation = Charts.consult(patient);

    assertThat(consultation.recommendations().shown()).isEmpty();
    assertThat(consultation.recommendations().suppressed())
        .extracting(Suppressed::reason)
        .containsOnly(Suppressed.Reason.DECEASED);
  }

  private static List<ArrayNode> entries(JsonNode request) {
    List<ArrayNode> entries = new ArrayList<>();
    for (JsonNode bundle : request.get("prefetch")) {
      if (bundle.has("entry")) {
        entries.add((ArrayNode) bundle.get("entry"));
      }
    }
    return entries;
  }
}
