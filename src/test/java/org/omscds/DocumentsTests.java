package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.SiteSettings;

/**
 * What the rules know by an id is explained under that id, for the reader who wants to disagree.
 */
class DocumentsTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());

  /** Rules that live in code and not in a table. */
  private static final List<String> TIERS =
      List.of(
          "P1a", "P1b", "P1c", "P1d", "P1e", "P1f", "P2a", "P2b", "P2c", "P2d", "P2e", "P3", "PDX");

  static Stream<String> ids() {
    return Stream.of(
            KNOWLEDGE.findings().keySet(),
            KNOWLEDGE.triggers().keySet(),
            KNOWLEDGE.mimics().keySet(),
            KNOWLEDGE.cards().keySet(),
            KNOWLEDGE.orders().keySet(),
            KNOWLEDGE.rules().keySet(),
            Set.copyOf(TIERS))
        .flatMap(Set::stream)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyIdOfTheKnowledgeIsExplained(String id) throws IOException {
    String criteria = Files.readString(Path.of("docs/criteria.md"));
    assertThat(
            Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                .matcher(criteria)
                .find())
        .as(id + " in docs/criteria.md")
        .isTrue();
  }

  @Test
  void noTableOfTheCriteriaExplainsOneThingTwice() throws IOException {
    Set<String> rows = new HashSet<>();
    for (String line : Files.readAllLines(Path.of("docs/criteria.md"))) {
      if (line.startsWith("#")) {
        rows.clear();
      }
      String key = line.startsWith("| `") || line.startsWith("| [") ? line.split("\\|", -1)[1] : "";
      assertThat(key.isEmpty() || rows.add(key)).as(line).isTrue();
    }
  }
}
