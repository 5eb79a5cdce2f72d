package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An EHR that gives its observations no category, or another, still sends those whose code is a
 * finding: the template of {@code findingObservations} asks for the codes of the knowledge.
 */
class FindingObservationsKeyTests {

  private static final KnowledgeBase KNOWLEDGE = Charts.KNOWLEDGE;

  private static final Set<String> SYSTEMS =
      Set.of("http://snomed.info/sct", "http://human-phenotype-ontology.org");

  private static final Set<FindingId> BESIDE_THE_PILLARS =
      EnumSet.of(
          FindingId.LOSS_OF_SPEECH,
          FindingId.DEVELOPMENTAL_REGRESSION,
          FindingId.LOSS_OF_AMBULATION,
          FindingId.NYSTAGMUS,
          FindingId.SPASMUS_NUTANS,
          FindingId.OMS);

  @Test
  void theTemplateAsksForEveryCodeOfTheFindingsInEveryService() throws IOException {
    String expected =
        "Observation?patient={{context.patientId}}&code="
            + String.join(",", codes())
            + "&_sort=-date&_count=100";

    assertThat(templates()).isNotEmpty().allSatisfy(each -> assertThat(each).isEqualTo(expected));
  }

  /** Longer addresses are refused by some servers. */
  @Test
  void theTemplateStaysShortEnoughForAnAddress() throws IOException {
    assertThat(templates()).allSatisfy(each -> assertThat(each).hasSizeLessThan(4000));
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (FindingDefinition definition : KNOWLEDGE.findings().values()) {
      boolean pillar = definition.belongsTo().filter(each -> each != Pillar.D).isPresent();
      if (pillar || BESIDE_THE_PILLARS.contains(definition.finding())) {
        Stream.concat(definition.shownBy().stream(), definition.suggestedBy().stream())
            .flatMap(concept ->
                KNOWLEDGE.terminology().terms().stream()
                    .filter(term -> term.concept().equals(concept)))
            .filter(term -> term.verified() && SYSTEMS.contains(term.system()))
            .filter(term -> term.relation() != Relation.BROADER || definition.broaderSuggests())
            .map((Term term) -> term.system() + "|" + term.code())
            .forEach(codes::add);
      }
    }
    return codes;
  }

  private static List<String> templates() throws IOException {
    JsonNode document =
        JsonMapper.shared()
            .readTree(
                new ClassPathResource("cds-services.json")
                    .getContentAsString(StandardCharsets.UTF_8));
    return document
        .get("services")
        .valueStream()
        .map(service -> service.at("/prefetch/findingObservations").asString())
        .toList();
  }
}
