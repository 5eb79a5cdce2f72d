package org.omscds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.KnowledgeLoader;
import org.omscds.knowledge.SiteSettings;

/** The checklist at the end of the criteria names only what is there. */
class ChecklistTests {

  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeLoader().load(SiteSettings.defaults());
  private static final Pattern ID =
      Pattern.compile(
          "\\b(?:C\\d\\d|(?:[FTMKA]|DX)-[A-Z][A-Z0-9-]*|[A-Z]{1,4}\\d{1,2}[a-z]?(?:-[A-Z0-9]+)*)\\b");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Tests)`");
  private static final Pattern STORY = Pattern.compile("`([a-z]\\w+(?:-[a-z0-9]+)+)`");

  private static final Set<String> FILES = files();

  private static Set<String> files() {
    try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> rows() throws IOException {
    String criteria = Files.readString(Path.of("docs/criteria.md"));
    String checklist = criteria.substring(criteria.indexOf("\n## Checklist: every statement"));
    return checklist
        .lines()
        .filter(line -> line.startsWith("| "))
        .filter(line -> !line.startsWith("| Statement "))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowIsFilled(String row) {
    String[] cells = row.substring(2).split(" \\| ?");
    assertThat(cells).as(row).hasSize(3);
    assertThat(cells).allSatisfy(cell -> assertThat(cell.replace("|", "")).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatItNamesIsThere(String row) {
    Set<String> known = known();
    ID.matcher(row)
        .results()
        .map(hit -> hit.group())
        .forEach(id -> assertThat(known).as(id + " of " + row).contains(id));
    TEST.matcher(row)
        .results()
        .forEach(hit -> assertThat(FILES).as(row).contains(hit.group(1) + ".java"));
    STORY.matcher(row).results().forEach(hit -> assertThat(FILES).as(row).contains(hit.group(1)));
  }

  @Test
  void whatWasAskedForByNameIsThere() throws IOException {
    assertThat(String.join("\n", rows()))
        .contains("W21", "REF-DIETITIAN", "Medication management", "Multidisciplinary");
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    known.addAll(KNOWLEDGE.findings().keySet());
    known.addAll(KNOWLEDGE.triggers().keySet());
    known.addAll(KNOWLEDGE.mimics().keySet());
    known.addAll(KNOWLEDGE.cards().keySet());
    known.addAll(KNOWLEDGE.orders().keySet());
    known.addAll(KNOWLEDGE.orderGroups().keySet());
    known.addAll(KNOWLEDGE.rules().keySet());
    known.addAll(List.of("P1d", "P2b", "T2", "T3", "CD20", "CXCL13"));
    return known;
  }
}
