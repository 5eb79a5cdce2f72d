package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.patient.PatientRecord;
import tools.jackson.databind.JsonNode;

/**
 * Sensitivity and specificity on some 290 synthetic charts, written from the clinical rules before
 * the service saw them: the syndrome as EHRs write it, what is not the syndrome, orders, and traps
 * of grammar and everyday words, and the course in time. A chart may name a known limit; it then
 * must still fail, so that a limit that is gone is noticed.
 */
class EvaluationTests {

  private static final Path FOLDER = Path.of("src/test/resources/evaluation");

  /**
   * One chart.
   *
   * @param expected cards with the first letter of their indicator, "none" for none; alternatives
   */
  record Chart(
      String id, String story, List<String> expected, String knownLimit, PatientRecord patient) {
    @Override
    public String toString() {
      return id + " " + story;
    }
  }

  /** Read once; what is under test, the consultation, is held anew by every test. */
  private static final List<Chart> CHARTS =
      Stream.of("syndrome", "not-the-syndrome", "orders", "grammar", "everyday-words", "course")
          .flatMap(EvaluationTests::charts)
          .toList();

  static Stream<Chart> charts() {
    return CHARTS.stream();
  }

  private static Stream<Chart> charts(String set) {
    return Charts.text(FOLDER.resolve(set + ".jsonl")).lines().map(EvaluationTests::chart);
  }

  private static Chart chart(String line) {
    JsonNode row = Charts.parse(line);
    List<String> expected = new ArrayList<>();
    row.get("expected").forEach(each -> expected.add(sorted(each.asString())));
    return new Chart(
        row.get("id").asString(),
        row.get("story").asString(),
        expected,
        row.path("knownLimit").asString(""),
        Charts.record(row.get("request")));
  }

  private static String sorted(String cards) {
    return Stream.of(cards.replace("none", "").strip().split(" "))
        .sorted()
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  private static String cards(Chart chart) {
    return sorted(
        Charts.consult(chart.patient()).recommendations().shown().stream()
            .map(shown ->
                shown.card().id()
                    + shown.row().indicator().name().toLowerCase(Locale.ROOT).charAt(0))
            .reduce((one, other) -> one + " " + other)
            .orElse(""));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void cardsAreThoseThatTheRulesDemand(Chart chart) {
    if (chart.knownLimit().isEmpty()) {
      assertThat(cards(chart)).isIn(chart.expected());
    } else {
      assertThat(cards(chart))
          .as("no longer limited: " + chart.knownLimit())
          .isNotIn(chart.expected());
    }
  }

  @Test
  void knownLimitsAreFew() {
    assertThat(charts("syndrome").filter(chart -> !chart.knownLimit().isEmpty())).isEmpty();
    assertThat(charts("orders").filter(chart -> !chart.knownLimit().isEmpty())).isEmpty();
    assertThat(charts().filter(chart -> !chart.knownLimit().isEmpty())).hasSizeLessThan(15);
  }

  @Test
  void idsAreUnique() {
    String[] ids = charts().map(Chart::id).toArray(String[]::new);
    assertThat(Arrays.asList(ids)).doesNotHaveDuplicates();
  }
}
