package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.recommendation.OfferedSuggestion;
import tools.jackson.databind.JsonNode;

/** A label promises what its drafts hold: the toddler's VMA is done, the HVA is not. */
class SuggestionLabelTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");

  @Test
  void theSearchAtARelapseNamesAllRegionsWhileAllAreMissing() {
    Path relapse = Path.of("src/main/resources/samples/relapse-after-taper.json");
    assertThat(Charts.consult(Charts.parse(Charts.text(relapse))).recommendations().shown())
        .filteredOn(shown -> shown.card().id().equals("C15"))
        .flatExtracting(shown -> shown.suggestions())
        .extracting(OfferedSuggestion::label)
        .contains("MRI neck, chest, abdomen and pelvis (tumour search again)");
  }

  @Test
  void aTestThatIsDoneIsNamedNeitherInTheLabelNorAmongTheDrafts() {
    JsonNode request = Charts.parse(Charts.text(TODDLER));
    List<OfferedSuggestion> tumourSearch =
        Charts.consult(request).recommendations().shown().stream()
            .filter(shown -> shown.card().id().equals("C05"))
            .flatMap(shown -> shown.suggestions().stream())
            .toList();
    assertThat(tumourSearch)
        .extracting(OfferedSuggestion::label)
        .containsExactly(
            "MRI neck, chest, abdomen, pelvis + urine HVA + anaesthesia plan",
            "CT (if no MRI within 72 h) neck, chest, abdomen, pelvis + urine HVA + anaesthesia plan");
    assertThat(tumourSearch)
        .allSatisfy(each ->
            assertThat(each.orders())
                .extracting(OrderDefinition::id)
                .contains("W03-HVA")
                .doesNotContain("W03-VMA"));
  }
}
