package org.omscds.hook.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.fhir.PrefetchKey;
import org.omscds.recommendation.Hook;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiscoveryDocumentTests {

  private static final String SERVICE = "service 'oms-patient-view'";
  private static final String CONDITIONS = "\"Condition?patient={{context.patientId}}\"";

  @Test
  void theDocumentOfThisServiceKeepsEveryRule() throws IOException {
    DiscoveryDocument document = read(shipped());
    assertThat(document.serviceIds())
        .containsExactly(
            "oms-patient-view",
            "oms-encounter-start",
            "oms-encounter-discharge",
            "oms-order-select",
            "oms-order-sign",
            "oms-problem-list-item-create");
    assertThat(document.hookOf("oms-patient-view")).contains(Hook.PATIENT_VIEW);
    assertThat(document.hookOf("oms-encounter-start")).contains(Hook.ENCOUNTER_START);
    assertThat(document.hookOf("another")).isEmpty();
    assertThat(new String(document.json(), StandardCharsets.UTF_8)).isEqualTo(shipped());
  }

  @Test
  void everyHookHasAService() throws IOException {
    DiscoveryDocument document = read(shipped());
    assertThat(document.serviceIds())
        .extracting(id -> document.hookOf(id).orElseThrow())
        .containsOnly(Hook.values());
  }

  /** One consultation serves all hooks, so each service asks for the whole chart. */
  @Test
  void everyServiceAsksForTheSameChart() throws IOException {
    JsonNode services = JsonMapper.shared().readTree(shipped()).get("services");
    assertThat(services.valueStream().map(service -> service.get("prefetch")).distinct())
        .hasSize(1);
  }

  @Test
  void extensionsAndVersionsAreTolerated() throws IOException {
    String more = "\"version\": \"2.0.1\", \"extension\": {\"org.example\": {\"a\": 1}}, \"hook\"";
    assertThat(read(changed("\"hook\"", more)).serviceIds()).hasSize(Hook.values().length);
  }

  /** What is changed in the document, into what, and the words in which the start is refused. */
  static Stream<Arguments> brokenRules() {
    return Stream.of(
        broken("strict JSON: comment", "{\n  \"services\"", "{ // no\n \"services\"", "strict"),
        broken("strict JSON: trailing comma", "]\n}", "],\n}", "strict"),
        broken("strict JSON: twice", "\"hook\":", "\"hook\": \"a\", \"hook\":", "strict"),
        broken("strict JSON: more follows", "]\n}", "]\n} {}", "strict"),
        broken("no services", "\"services\"", "\"service\"", "no list 'services'"),
        broken("hook required", "\"hook\": \"patient-view\",", "", SERVICE, "'hook' is required"),
        broken("hook known", "patient-view\",", "order-zap\",", SERVICE, "hook 'order-zap'"),
        broken("hook empty", "\"patient-view\"", "\"\"", SERVICE, "'hook' must be a text"),
        broken("description", "\"description\"", "\"descriptor\"", SERVICE, "'description' is"),
        broken("id required", "\"id\": \"oms-patient-view\",", "", "'id' is required"),
        broken("id in URL", "oms-patient-view", "oms view", "'oms view'", "fit to stand in a URL"),
        broken(
            "title a text",
            "\"title\":",
            "\"title\": 1, \"hookVersion\":",
            SERVICE,
            "'title' must be"),
        broken("member unknown", "\"title\"", "\"titel\"", SERVICE, "no member 'titel'"),
        broken("prefetch a text", "\"prefetch\": {", "\"prefetch\": 1, \"extension\": {", "object"),
        broken("key unknown", "\"conditions\"", "\"problems\"", SERVICE, "'problems'", "reads it"),
        broken("template a text", CONDITIONS, "1", SERVICE, "'conditions'", "must be a text"),
        broken(
            "template rule",
            CONDITIONS,
            "\"Condition?patient={{context.patient}}\"",
            SERVICE,
            "prefetch key 'conditions'",
            "the token 'context.patient'"));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void aBrokenRuleStopsTheStart(String from, String to, String[] words) throws IOException {
    String document = changed(from, to);
    assertThatIllegalStateException()
        .isThrownBy(() -> read(document))
        .withMessageStartingWith("cds-services.json: ")
        .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
  }

  @Test
  void anIdThatIsThereTwiceStopsTheStart() throws IOException {
    String service = shipped().substring(shipped().indexOf('[') + 1, shipped().lastIndexOf(']'));
    assertThatIllegalStateException()
        .isThrownBy(() -> read("{\"services\":[" + service + "," + service + "]}"))
        .withMessageContaining(SERVICE + ": the id is there twice");
  }

  @Test
  void theForgottenKeysAreNamedAll() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            read(
                "{\"services\":[{\"hook\":\"patient-view\",\"id\":\"a\",\"description\":\"b\","
                    + "\"prefetch\":{\"patient\":\"Patient/{{context.patientId}}\"}}]}"))
        .withMessageContaining("no service asks")
        .satisfies(failure ->
            assertThat(failure.getMessage())
                .contains(PrefetchKey.CONDITIONS.key(), PrefetchKey.IMMUNIZATIONS.key())
                .doesNotContain("[patient"));
  }

  private static Arguments broken(String rule, String from, String to, String... words) {
    return argumentSet(rule, from, to, words);
  }

  private static String changed(String from, String to) throws IOException {
    assertThat(shipped()).contains(from);
    return shipped().replaceFirst(Pattern.quote(from), to.replace("$", "\\$"));
  }

  private static DiscoveryDocument read(String json) {
    return DiscoveryDocument.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String shipped() throws IOException {
    return new ClassPathResource("cds-services.json").getContentAsString(StandardCharsets.UTF_8);
  }
}
