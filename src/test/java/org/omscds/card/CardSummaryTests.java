package org.omscds.card;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.knowledge.SafetyDefinition;
import org.omscds.knowledge.SafetyDefinition.AgentDefinition;
import org.omscds.knowledge.SafetyTopic;

/** Summaries stay under the 140 characters of the standard, whatever fills them. */
class CardSummaryTests {

  private static final String LONGEST_ALTERNATIVE =
      Charts.KNOWLEDGE.mimics().values().stream()
          .filter(mimic -> !mimic.explains().isEmpty())
          .flatMap(mimic -> MimicDefinition.findings(mimic.recordedBy()).stream())
          .map(finding -> Charts.KNOWLEDGE.definition(finding).label())
          .max(Comparator.comparingInt(String::length))
          .orElseThrow();

  private static final Map<String, String> LONGEST =
      Map.ofEntries(
          entry("{n}", "4"),
          entry("{pillars}", "eyes, motor, behaviour, antibody"),
          entry("{picture}", "motor, behaviour, eyes possible, tumour possible"),
          entry("{missing}", "eyes, motor, behaviour, tumour"),
          entry("{days}", "2192"),
          entry("{age}", "not recorded"),
          entry("{regions}", "neck, chest, abdomen, pelvis"),
          entry("{altDx}", LONGEST_ALTERNATIVE),
          entry("{signs}", "lost skills, behaviour +3"),
          entry("{relapseDays}", "2192"),
          entry("{from}", "36"),
          entry("{to}", "36"),
          entry("{weeks}", "1000"),
          entry("{agent}", "tetracosactide depot +11"),
          entry("{score}", "not scored"),
          entry("{sites}", "lung, others by sex and age"),
          entry("{due}", "2026-11-20"),
          entry("{modality}", "PET/CT"),
          entry("{date}", "not recorded"),
          entry("{items}", "cognitive testing, occupational therapy +3"),
          entry("{mibgIssue}", longestRisk(SafetyTopic.MIBG)),
          entry("{contrastIssue}", longestRisk(SafetyTopic.CONTRAST)),
          entry("{ivigRisk}", longestRisk(SafetyTopic.IVIG)),
          entry("{steroidIssue}", longestRisk(SafetyTopic.STEROID_OR_ACTH)),
          entry("{rituximabIssue}", longestRisk(SafetyTopic.RITUXIMAB)),
          entry("{cyclophosphamideIssue}", longestRisk(SafetyTopic.CYCLOPHOSPHAMIDE)),
          entry("{vaccine}", "Measles-mumps-rubella"),
          entry("{vaccineHold}", "x".repeat(24) + ", 2026-11-27"),
          entry("{drug}", "x".repeat(24)),
          entry("{reason}", longestRisk(SafetyTopic.OTHER)),
          entry("{drafted}", "x".repeat(24)),
          entry("{tumourSigns}", "neurological signs"),
          entry("{test}", "Urine catecholamines"));

  /** The longest label of a topic's checks, or of the reasons on the list, with a count behind. */
  private static String longestRisk(SafetyTopic topic) {
    SafetyDefinition safety = Charts.KNOWLEDGE.safety();
    Stream<String> risks =
        safety.checks().stream()
            .filter(check -> check.agent().topic() == topic)
            .map(check -> safety.of(check.risk()).label());
    Stream<String> reasons =
        safety.agents().stream()
            .filter(agent -> agent.agent().topic() == topic)
            .map(AgentDefinition::label);
    return Stream.concat(risks, reasons).max(Comparator.comparingInt(String::length)).orElseThrow()
        + " +12";
  }

  static List<RecommendationRow> rows() {
    return Charts.KNOWLEDGE.recommendations();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theLongestValuesStayUnderTheLimit(RecommendationRow row) {
    assertThat(CardSummary.render(row.summary(), LONGEST))
        .hasSizeLessThan(140)
        .doesNotContain("{", "}");
  }

  @Test
  void whatStandsInBracketsGoesFirst() {
    String template = "Short ({pillars}) and " + "long ".repeat(22) + "end.";

    assertThat(CardSummary.render(template, LONGEST)).startsWith("Short and").endsWith("end.");
  }
}
