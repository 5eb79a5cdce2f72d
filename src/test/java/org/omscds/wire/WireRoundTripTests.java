package org.omscds.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WireRoundTripTests {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  /** The response of section "CDS Service Response", with every member that this service sends. */
  private static final String RESPONSE =
      """
      {"cards":[{
        "uuid":"0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11",
        "summary":"Findings fit possible opsoclonus-myoclonus syndrome",
        "detail":"**Found:** opsoclonus (2026-11-01), ataxia.",
        "indicator":"critical",
        "source":{"label":"OMS","url":"https://oms.example.org/about",
          "icon":"https://oms.example.org/icon.png",
          "topic":{"system":"urn:a","code":"b"}},
        "suggestions":[
          {"label":"Order urine VMA/HVA","uuid":"5e0a3a1e-3283-4575-ab82-028d55fe2719",
           "isRecommended":true,
           "actions":[
             {"type":"create","description":"Draft order",
              "resource":{"resourceType":"ServiceRequest","id":"a","status":"draft"}},
             {"type":"update","description":"Change",
              "resource":{"resourceType":"ServiceRequest","id":"b"}},
             {"type":"delete","description":"Remove","resourceId":"ServiceRequest/c"}]},
          {"label":"Wait"}],
        "selectionBehavior":"at-most-one",
        "overrideReasons":[{"system":"urn:a","code":"b","display":"Already done"}],
        "links":[
          {"label":"Criteria","url":"https://oms.example.org/criteria","type":"absolute"},
          {"label":"Score","url":"https://oms.example.org/launch","type":"smart",
           "appContext":"{}"}]},
        {"uuid":"7d7b2f6e-7e0a-4c55-8d2a-3f54a7a0f2ab","summary":"Also","indicator":"info",
         "source":{"label":"OMS"},
         "suggestions":[{"label":"One","isRecommended":true},{"label":"Two","isRecommended":true}],
         "selectionBehavior":"any"}],
       "extension":{"org.omscds.gaps":{"gaps":[{"what":"observations"}]}}}
      """;

  static Stream<Record> examples() {
    return Stream.concat(WireExamples.FULL.stream(), WireExamples.BARE.stream());
  }

  @Test
  void everyRecordHasAnExample() throws IOException, URISyntaxException {
    Set<String> records;
    try (Stream<Path> files =
        Files.list(Path.of(Card.class.getResource("Card.class").toURI()).getParent())) {
      records =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
              .map(name -> typeNamed(name.replace(".class", "")))
              .filter(Class::isRecord)
              .map(Class::getName)
              .collect(Collectors.toSet());
    }
    assertThat(WireExamples.FULL)
        .extracting(example -> example.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(records);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsWrittenIsReadAgain(Record example) {
    assertThat(JSON.readValue(JSON.writeValueAsString(example), example.getClass()))
        .isEqualTo(example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void membersThatNobodyKnowsAreTolerated(Record example) {
    ObjectNode tree = (ObjectNode) JSON.valueToTree(example);
    tree.put("com.example.unknown", 1);
    tree.putObject("another").putArray("deeper").add(true);
    assertThat(JSON.treeToValue(tree, example.getClass())).isEqualTo(example);
  }

  /** cds-hooks_2.0@3. */
  @ParameterizedTest
  @MethodSource("examples")
  void nothingEmptyIsWritten(Record example) {
    ObjectNode tree = (ObjectNode) JSON.valueToTree(example);
    if (example instanceof CdsResponse) {
      assertThat(tree.remove("cards").isArray()).isTrue();
    }
    assertThat(emptyPlaces("", tree)).filteredOn(place -> !place.isEmpty()).isEmpty();
  }

  @Test
  void aResponseIsSpelledAsTheStandardSpellsIt() {
    CdsResponse response = JSON.readValue(RESPONSE, CdsResponse.class);
    JsonNode written = JSON.valueToTree(response);
    assertThat(written).isEqualTo(JSON.readTree(RESPONSE));
  }

  @Test
  void noCardsAreStillAList() {
    assertThat(JSON.writeValueAsString(new CdsResponse(List.of(), Map.of())))
        .isEqualTo("{\"cards\":[]}");
  }

  @Test
  void aSuggestionThatIsNotRecommendedDoesNotSaySo() {
    assertThat(JSON.writeValueAsString(new Suggestion("Wait", "", false, List.of())))
        .isEqualTo("{\"label\":\"Wait\"}");
  }

  @Test
  void anAuthorizationIsSpelledInSnakeCase() {
    assertThat(JSON.writeValueAsString(WireExamples.AUTHORIZATION))
        .isEqualTo(
            "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                + "\"scope\":\"patient/Patient.rs\",\"subject\":\"oms-cds\",\"patient\":\"p1\"}");
  }

  @Test
  void anErrorHasTheShapeOfAnOperationOutcome() {
    assertThat(JSON.writeValueAsString(OperationOutcome.error("value", "It is wrong.")))
        .isEqualTo(
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                + "\"code\":\"value\",\"details\":{\"text\":\"It is wrong.\"}}]}");
  }

  private static Class<?> typeNamed(String name) {
    try {
      return Class.forName(Card.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> emptyPlaces(String path, JsonNode node) {
    boolean empty =
        node.isNull()
            || (node.isContainer() && node.isEmpty())
            || (node.isString() && node.stringValue().isEmpty());
    Stream<String> inside =
        node.isObject()
            ? node.properties().stream()
                .flatMap(
                    member -> emptyPlaces(path + "/" + member.getKey(), member.getValue()).stream())
            : node.values().stream().flatMap(item -> emptyPlaces(path + "[]", item).stream());
    return Stream.concat(empty ? Stream.of(path) : Stream.of(), inside).toList();
  }
}
