package org.omscds.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.FindingId;
import org.omscds.wire.Card;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the cards give as reasons is where they say it is in the chart. */
class ExplanationTests {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final CardWriter WRITER = new CardWriter(Charts.KNOWLEDGE, Charts::uuid);
  private static final CallContext CALL = new CallContext("p1", "", "Practitioner/1", "");

  static Stream<Path> charts() {
    return Charts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyReasonStandsInTheElementThatItNames(Path chart) {
    JsonNode request = Charts.request(chart);
    for (JsonNode reason : reasons(request)) {
      JsonNode resource =
          resource(request, reason.get("reference").asString())
              .orElseThrow(() -> new AssertionError("no resource of " + reason));
      if (reason.has("element")) {
        String[] elements = reason.get("element").asString().split(", ", -1);
        assertThat(elements)
            .as(reason + " in " + resource)
            .anyMatch(element -> has(resource, element));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyReasonNamesAFindingAndWhatWasSeen(Path chart) {
    for (JsonNode reason : reasons(Charts.request(chart))) {
      assertThat(reason.get("seen").asString()).isNotBlank();
      assertThat(FindingId.of(reason.get("finding").asString())).as(reason.toString()).isPresent();
      assertThat(reason.has("certainty")).isNotEqualTo(reason.has("reason"));
    }
  }

  @Test
  void aCountedFindingTellsWhoSaidWhatWhereAndWhen() {
    JsonNode explanation = explanations(story("v01-three-of-four-no-tumour")).getFirst();
    JsonNode opsoclonus = explanation.at("/pillars/eyes/evidence/0");
    assertThat(explanation.at("/pillars/eyes/state").asString()).isEqualTo("present");
    assertThat(opsoclonus.get("finding").asString()).isEqualTo("F-OPS");
    assertThat(opsoclonus.get("label").asString()).isEqualTo("opsoclonus");
    assertThat(opsoclonus.get("certainty").asString()).isEqualTo("present");
    assertThat(opsoclonus.get("speaker").asString()).isEqualTo("clinician");
    assertThat(opsoclonus.get("reference").asString()).startsWith("Condition/");
    assertThat(opsoclonus.get("element").asString()).isEqualTo("code");
    assertThat(opsoclonus.get("seen").asString()).isEqualTo("Opsoclonus");
    assertThat(opsoclonus.get("date").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(explanation.at("/criteria/verdict").asString()).isEqualTo("MET");
    assertThat(explanation.at("/criteria/count").asInt()).isEqualTo(3);
    assertThat(explanation.at("/pillars/tumour/state").asString()).isEqualTo("unknown");
    assertThat(explanation.at("/pillars/tumour/reason").asString()).isEqualTo("not documented");
  }

  @Test
  void whatWasLeftOutTellsWhy() {
    assertThat(explanations(story("v08-nystagmus-with-new-ataxia")).getFirst().get("notCounted"))
        .anySatisfy(left -> {
          assertThat(left.get("finding").asString()).isEqualTo("M-NYS");
          assertThat(left.get("element").asString()).isEqualTo("code");
          assertThat(left.get("reason").asString()).contains("nystagmus is not opsoclonus");
        });
  }

  @Test
  void aNoteIsNamedByItsElement() {
    assertThat(
            explanations(story("y01-note-in-plain-text")).getFirst().at("/pillars/eyes/evidence"))
        .anySatisfy(
            seen -> assertThat(seen.get("element").asString()).isEqualTo("content.attachment"));
  }

  private static JsonNode story(String name) {
    return Charts.request(Path.of("src/test/resources/vignettes", name, "record.json"));
  }

  private static List<JsonNode> explanations(JsonNode request) {
    List<Card> cards = WRITER.write(Charts.consult(request), CALL);
    List<JsonNode> explanations = new ArrayList<>();
    MAPPER
        .readTree(MAPPER.writeValueAsString(cards))
        .forEach(card -> explanations.add(card.get("extension").get("org.omscds.explanation")));
    return explanations;
  }

  private static List<JsonNode> reasons(JsonNode request) {
    List<JsonNode> reasons = new ArrayList<>();
    for (JsonNode explanation : explanations(request)) {
      explanation.get("pillars").forEach(pillar -> pillar.path("evidence").forEach(reasons::add));
      explanation.path("supporting").forEach(reasons::add);
      explanation.path("notCounted").forEach(reasons::add);
    }
    return reasons;
  }

  private static Optional<JsonNode> resource(JsonNode request, String reference) {
    List<JsonNode> bundles = new ArrayList<>(request.get("prefetch").valueStream().toList());
    bundles.add(request.at("/context/conditions"));
    for (JsonNode bundle : bundles) {
      for (JsonNode entry : bundle.path("entry")) {
        JsonNode resource = entry.path("resource");
        String own =
            resource.path("resourceType").asString("") + "/" + resource.path("id").asString("");
        if (own.equals(reference)) {
          return Optional.of(resource);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a resource has an element, where {@code value} stands for every {@code value[x]}. */
  private static boolean has(JsonNode resource, String path) {
    JsonNode node = resource;
    for (String step : path.split("\\.", -1)) {
      String name = step.replaceAll("\\[\\d+]$", "");
      String index = step.substring(name.length()).replaceAll("\\D", "");
      JsonNode child = node.get(name);
      if (child == null && name.equals("value")) {
        child =
            node.properties().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).startsWith("value"))
                .map(each -> each.getValue())
                .findFirst()
                .orElse(null);
      }
      if (child != null && child.isArray()) {
        child = child.get(index.isEmpty() ? 0 : Integer.parseInt(index));
      }
      if (child == null) {
        return false;
      }
      node = child;
    }
    return true;
  }
}
