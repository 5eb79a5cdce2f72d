package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.Term;
import org.omscds.patient.ClinicalDate;
import org.omscds.wire.CdsResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every card of every chart there is keeps the rules of CDS Hooks 2.0.1 (sections 2 and 6 of the
 * standard) and holds only draft resources that a FHIR R4 validator accepts.
 */
class CardRulesTests {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final CardWriter WRITER = new CardWriter(Charts.KNOWLEDGE, Charts::uuid);

  private static final Map<Path, JsonNode> RESPONSES = new LinkedHashMap<>();

  static {
    for (Path chart : Charts.all()) {
      RESPONSES.put(chart, response(Charts.request(chart)));
    }
  }

  private static JsonNode response(JsonNode request) {
    CallContext call =
        new CallContext(
            request.at("/context/patientId").asString(),
            request.at("/context/encounterId").asString(),
            request.at("/context/userId").asString(),
            "");
    CdsResponse response = new CdsResponse(WRITER.write(Charts.consult(request), call), null);
    return MAPPER.readTree(MAPPER.writeValueAsString(response));
  }

  static Stream<Path> charts() {
    return RESPONSES.keySet().stream();
  }

  private static List<JsonNode> cards(Path chart) {
    return items(RESPONSES.get(chart).get("cards"));
  }

  private static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    if (array != null) {
      array.forEach(items::add);
    }
    return items;
  }

  private static List<JsonNode> drafts(Path chart) {
    return resources(chart, "create");
  }

  private static List<JsonNode> resources(Path chart, String type) {
    return cards(chart).stream()
        .flatMap(card -> items(card.get("suggestions")).stream())
        .flatMap(suggestion -> items(suggestion.get("actions")).stream())
        .filter(action -> action.get("type").asString().equals(type))
        .map(action -> action.get("resource"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void cardsKeepTheRulesOfTheStandard(Path chart) {
    for (JsonNode card : cards(chart)) {
      assertThat(card.get("uuid").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(card.get("summary").asString())
          .isNotBlank()
          .hasSizeLessThan(140)
          .doesNotContain("{", "}");
      assertThat(card.get("indicator").asString()).isIn("info", "warning", "critical");
      assertThat(card.at("/source/label").asString()).isNotBlank();
      assertThat(card.at("/source/url").asString()).startsWith("http");
      assertThat(card.get("detail").asString())
          .contains("Decision support only", "Sources: ")
          .doesNotContain("<", "null");
      assertThat(card.has("selectionBehavior")).isEqualTo(card.has("suggestions"));
      if (card.has("selectionBehavior")) {
        assertThat(card.get("selectionBehavior").asString()).isIn("any", "at-most-one");
      }
      for (JsonNode reason : items(card.get("overrideReasons"))) {
        assertThat(reason.get("code").asString()).isNotBlank();
        assertThat(reason.get("system").asString()).isEqualTo("urn:oms-cds:override");
        assertThat(reason.get("display").asString()).isNotBlank();
      }
      for (JsonNode link : items(card.get("links"))) {
        assertThat(link.get("type").asString()).isEqualTo("absolute");
        assertThat(link.has("appContext")).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void suggestionsHaveLabelsIdsAndActionsWithDescriptions(Path chart) {
    for (JsonNode card : cards(chart)) {
      long stars =
          items(card.get("suggestions")).stream().filter(each -> each.has("isRecommended")).count();
      if (stars > 1) {
        assertThat(card.get("selectionBehavior").asString()).isEqualTo("any");
      }
      Set<String> uuids = new TreeSet<>();
      for (JsonNode suggestion : items(card.get("suggestions"))) {
        assertThat(suggestion.get("label").asString()).isNotBlank();
        assertThat(uuids.add(suggestion.get("uuid").asString())).isTrue();
        Set<String> ids = new TreeSet<>();
        for (JsonNode action : items(suggestion.get("actions"))) {
          if (!action.get("type").asString().equals("create")) {
            assertThat(action.get("type").asString()).isEqualTo("update");
            assertThat(action.at("/resource/resourceType").asString())
                .isIn("ServiceRequest", "Condition");
          }
          assertThat(action.get("description").asString()).isNotBlank();
          assertThat(ids.add(action.at("/resource/id").asString())).isTrue();
        }
        assertThat(ids).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void nothingIsNullOrEmpty(Path chart) {
    cards(chart).forEach(card -> assertFilled("card", card));
  }

  private static void assertFilled(String path, JsonNode node) {
    assertThat(node.isNull()).as(path + " is null").isFalse();
    if (node.isContainer()) {
      assertThat(node.isEmpty()).as(path + " is empty").isFalse();
    } else {
      assertThat(node.asString()).as(path + " is blank").isNotBlank();
    }
    node.properties().forEach(each -> assertFilled(path + "." + each.getKey(), each.getValue()));
    if (node.isArray()) {
      node.forEach(item -> assertFilled(path + "[]", item));
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void draftsAreValidFhir(Path chart) {
    for (JsonNode draft : drafts(chart)) {
      assertThat(Drafts.errors(draft.toString())).as(draft.toPrettyString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void whatIsUpdatedStaysValidFhir(Path chart) {
    for (JsonNode changed : resources(chart, "update")) {
      assertThat(Drafts.errors(changed.toString())).as(changed.toPrettyString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void draftsAreProposalsForThePatientWithoutAnyDose(Path chart) {
    String patient = "Patient/" + Charts.request(chart).at("/context/patientId").asString();
    for (JsonNode draft : drafts(chart)) {
      assertThat(draft.findValuesAsString("dosageInstruction")).isEmpty();
      assertThat(draft.toString()).doesNotContain("dosage", "doseQuantity", "\"doseAndRate\"");
      String type = draft.get("resourceType").asString();
      assertThat(subject(draft).asString()).isEqualTo(patient);
      switch (type) {
        case "Condition" -> assertThat(draft.has("status")).isFalse();
        case "Appointment" -> assertThat(draft.get("status").asString()).isEqualTo("proposed");
        case "CommunicationRequest" -> {
          assertThat(draft.get("status").asString()).isEqualTo("draft");
          assertThat(draft.has("intent")).isFalse();
        }
        default -> {
          assertThat(draft.get("status").asString()).isEqualTo("draft");
          assertThat(draft.get("intent").asString()).isEqualTo("proposal");
        }
      }
      if (type.equals("MedicationRequest")) {
        assertThat(draft.at("/note/0/text").asString())
            .contains("Specialist to confirm before signing");
      }
    }
  }

  private static JsonNode subject(JsonNode draft) {
    return switch (draft.get("resourceType").asString()) {
      case "Task" -> draft.at("/for/reference");
      case "Appointment" -> draft.at("/participant/0/actor/reference");
      default -> draft.at("/subject/reference");
    };
  }

  private static JsonNode code(JsonNode draft) {
    return switch (draft.get("resourceType").asString()) {
      case "MedicationRequest" -> draft.get("medicationCodeableConcept");
      case "Appointment" -> draft.at("/serviceType/0");
      case "CommunicationRequest", "CarePlan" -> draft.at("/category/0");
      default -> draft.get("code");
    };
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyCodeIsARowThatMayBeEmitted(Path chart) {
    for (JsonNode draft : drafts(chart)) {
      JsonNode code = code(draft);
      assertThat(code.get("text").asString()).isNotBlank();
      for (JsonNode coding : items(code.get("coding"))) {
        String system = coding.get("system").asString();
        String value = coding.get("code").asString();
        if (system.equals("urn:oms-cds:order")) {
          assertThat(Charts.KNOWLEDGE.orders()).containsKey(value);
        } else {
          assertThat(Charts.KNOWLEDGE.terminology().lookUp(system, value))
              .anyMatch(Term::mayBeEmitted);
        }
      }
    }
  }

  @Test
  void chartsTogetherEmitEveryDraftTypeThatTheCardsKnow() {
    Set<String> emitted =
        charts()
            .flatMap(chart -> drafts(chart).stream())
            .map(draft -> draft.get("resourceType").asString())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(emitted)
        .containsExactly(
            "Appointment",
            "CarePlan",
            "CommunicationRequest",
            "Condition",
            "MedicationRequest",
            "ServiceRequest",
            "Task");
  }

  static Stream<OrderDefinition> orders() {
    return Charts.KNOWLEDGE.orders().values().stream();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void everyOrderMakesAValidDraftWithAndWithoutContext(OrderDefinition order) {
    DraftResources drafts = new DraftResources(Charts.KNOWLEDGE);
    List<Evidence> reasons =
        List.of(
            new Evidence("Condition/c1", "ataxia", ClinicalDate.unknown()),
            new Evidence("Procedure/p1", "resection", ClinicalDate.unknown()),
            new Evidence("Observation/(no id)", "eyes", ClinicalDate.unknown()));
    CallContext full = new CallContext("p1", "e1", "PractitionerRole/r1", "");
    CallContext bare = new CallContext("p1", "", "Patient/p1", "");

    assertThat(Drafts.errors(json(drafts.draft(order, full, reasons, TestCharts.TODAY)))).isEmpty();
    assertThat(Drafts.errors(json(drafts.draft(order, bare, List.of(), TestCharts.TODAY))))
        .isEmpty();
  }

  private static String json(Map<String, Object> resource) {
    return MAPPER.writeValueAsString(resource);
  }

  @Test
  void theValidatorRefusesABrokenDraft() {
    assertThat(
            Drafts.errors(
                """
                {"resourceType": "ServiceRequest", "status": "drafted", "intent": "proposal"}
                """))
        .isNotEmpty();
  }

  @Test
  void theThreeThingsAskedForByNameAreThere() {
    String text =
        RESPONSES.get(Path.of("src/main/resources/samples/typical-toddler.json")).toString();
    assertThat(text)
        .contains(
            "antibody",
            "MRI",
            "neck",
            "chest",
            "abdomen",
            "pelvis",
            "paraspinal",
            "MedicationRequest");
  }
}
