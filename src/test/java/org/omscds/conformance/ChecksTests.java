package org.omscds.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The black-box checks see every fault that they exist for. */
class ChecksTests {

  private static final String ANSWER =
      """
      {"cards":[{"uuid":"0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11","summary":"Look.",\
      "indicator":"warning","detail":"Why.","source":{"label":"S","url":"https://example.org",\
      "topic":{"code":"t","system":"https://example.org/t"}},"selectionBehavior":"any",\
      "suggestions":[{"label":"Order","uuid":"5e0a3a1e-3283-4575-ab82-028d55fe2719",\
      "isRecommended":true,"actions":[{"type":"create","description":"Draft","resource":\
      {"resourceType":"Task","status":"draft","intent":"proposal"}},{"type":"delete",\
      "description":"Remove","resourceId":"Task/t1"}]},{"label":"B","isRecommended":true}],\
      "overrideReasons":[{"code":"r","system":"urn:x","display":"R"}],"links":[{"label":"L",\
      "url":"https://example.org/l","type":"smart","appContext":"c"}]}],\
      "extension":{"org.example":{"a":1}}}\
      """;

  private static final String DISCOVERY =
      """
      {"services":[{"hook":"patient-view","id":"a","title":"T","description":"D",\
      "prefetch":{"patient":"Patient/{{context.patientId}}"},"usageRequirements":"U"}]}\
      """;

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static String changed(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  @Test
  void aConformingAnswerHasNoFault() {
    assertThat(AnswerChecks.of(json(ANSWER))).isEmpty();
    assertThat(AnswerChecks.of(json("{\"cards\":[]}"))).isEmpty();
    assertThat(DiscoveryChecks.of(json(DISCOVERY))).isEmpty();
    assertThat(DiscoveryChecks.of(json("{\"services\":[]}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"cards":[ | {"card":[ | answer.cards: is not an array
          "summary":"Look.", | | cards[0].summary: is required
          "summary":"Look." | "summary":1 | cards[0].summary: is not a string
          "summary":"Look." | "summary":"" | cards[0].summary: is empty
          "warning" | "hard-stop" | cards[0].indicator: is 'hard-stop'
          "detail":"Why." | "detail":null | cards[0].detail: is null
          "detail":"Why." | "details":"Why." | cards[0].details: is no member
          "label":"S", | | cards[0].source.label: is required
          "url":"https://example.org" | "url":"example" | cards[0].source.url: is no absolute URL
          "url":"https://example.org/l" | "url":"https://a b" | cards[0].links[0].url: is no URL
          "selectionBehavior":"any", | | cards[0].selectionBehavior: is required
          "selectionBehavior":"any" | "selectionBehavior":"all" | cards[0].selectionBehavior: is 'all'
          "selectionBehavior":"any" | "selectionBehavior":"at-most-one" | cards[0]: recommends several
          "label":"Order", | | suggestions[0].label: is required
          0c1e6f3a | 0C1E6F3A | cards[0].uuid: is no UUID
          "isRecommended":true,"a | "isRecommended":"yes","a | isRecommended: is not a boolean
          "type":"create" | "type":"make" | actions[0].type: is 'make'
          "description":"Draft", | | actions[0].description: is required
          "status":"draft" | "status":"drafted" | actions[0].resource: is no FHIR R4 resource
          "resourceType":"Task", | | actions[0].resource: is no FHIR R4 resource
          "resourceId":"Task/t1" | "resourceId":"t1" | actions[1].resourceId: is no relative
          "code":"r", | | overrideReasons[0].code: is required
          ,"display":"R" | | overrideReasons[0].display: is required
          "type":"smart" | "type":"absolute" | links[0].appContext: stands on a link
          "type":"smart" | "type":"relative" | links[0].type: is 'relative'
          {"org.example":{"a":1}} | 1 | answer.extension: is not an object
          """)
  void eachFaultOfAnAnswerIsNamed(String from, String to, String fault) {
    String with = to == null ? "" : to.strip();
    assertThat(AnswerChecks.of(json(changed(ANSWER, from.strip(), with))))
        .anyMatch(each -> each.contains(fault.strip()));
  }

  @Test
  void aSummaryOf140CharactersIsTooLong() {
    String fits = changed(ANSWER, "Look.", "x".repeat(139));
    String long140 = changed(ANSWER, "Look.", "x".repeat(140));
    assertThat(AnswerChecks.of(json(fits))).isEmpty();
    assertThat(AnswerChecks.of(json(long140))).singleElement().asString().contains("summary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "services" | "service" | discovery.services: is not an array
          "hook":"patient-view", | | services[0].hook: is required
          "id":"a", | | services[0].id: is required
          "description":"D", | | services[0].description: is required
          "title":"T" | "title":"" | services[0].title: is empty
          "title":"T" | "name":"T" | services[0].name: is no member
          "Patient/{{context.patientId}}" | 1 | services[0].prefetch.patient: is not a string
          {"patient":"Patient/{{context.patientId}}"} | {} | services[0].prefetch: is empty
          """)
  void eachFaultOfADiscoveryIsNamed(String from, String to, String fault) {
    String with = to == null ? "" : to.strip();
    assertThat(DiscoveryChecks.of(json(changed(DISCOVERY, from.strip(), with))))
        .anyMatch(each -> each.contains(fault.strip()));
  }

  @Test
  void anIdThatIsThereTwiceForOneHookIsAFault() {
    String service = "{\"hook\":\"patient-view\",\"id\":\"a\",\"description\":\"D\"}";
    String other = service.replace("patient-view", "order-sign");
    assertThat(DiscoveryChecks.of(json("{\"services\":[" + service + "," + service + "]}")))
        .singleElement()
        .asString()
        .contains("twice");
    assertThat(DiscoveryChecks.of(json("{\"services\":[" + service + "," + other + "]}")))
        .isEmpty();
  }
}
