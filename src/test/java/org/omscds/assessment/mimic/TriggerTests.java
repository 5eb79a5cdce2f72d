package org.omscds.assessment.mimic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.consultation.Charts;
import org.omscds.consultation.Consultation;
import org.omscds.consultation.TestCharts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Triggers are context: read within their look-back, and never a reason to do less. */
class TriggerTests {

  private static final String SNOMED = "http://snomed.info/sct";

  /** Ataxia since ten days: the look-backs count from there. */
  private static TestCharts child() {
    return TestCharts.child(30).problem(SNOMED, "20262006", 10);
  }

  private static List<String> triggers(TestCharts chart) {
    return Charts.consult(chart.record()).assessment().triggers().stream()
        .map(each -> each.definition().id())
        .toList();
  }

  // knowledge.md 1.5: look-back 6 weeks, Lyme 3 months, HSCT 12 months, counted from the onset
  // ten days ago; T-INF 14 days from today; T-HIV and T-CEL at any time
  @ParameterizedTest(name = "{0} {2} days ago: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Infectious mononucleosis    | T-EBV  | 52   | true
          Infectious mononucleosis    | T-EBV  | 53   | false
          Hand, foot and mouth disease | T-COX | 52   | true
          Hand, foot and mouth disease | T-COX | 53   | false
          Chickenpox                  | T-VZV  | 52   | true
          Chickenpox                  | T-VZV  | 53   | false
          Chickenpox                  | T-VZV  | 2    | true
          Scarlet fever               | T-STR  | 52   | true
          Scarlet fever               | T-STR  | 53   | false
          Mycoplasma pneumoniae       | T-MYC  | 52   | true
          Mycoplasma pneumoniae       | T-MYC  | 53   | false
          Roseola infantum            | T-HHV6 | 52   | true
          Roseola infantum            | T-HHV6 | 53   | false
          West Nile fever             | T-WNV  | 52   | true
          West Nile fever             | T-WNV  | 53   | false
          COVID-19                    | T-COV  | 52   | true
          COVID-19                    | T-COV  | 53   | false
          Bronchiolitis               | T-RSV  | 52   | true
          Bronchiolitis               | T-RSV  | 53   | false
          Lyme disease                | T-LYM  | 101  | true
          Lyme disease                | T-LYM  | 102  | false
          Bone marrow transplantation | T-HSCT | 375  | true
          Bone marrow transplantation | T-HSCT | 376  | false
          HIV infection               | T-HIV  | 900  | true
          Coeliac disease             | T-CEL  | 900  | true
          Upper respiratory infection | T-INF  | 14   | true
          Upper respiratory infection | T-INF  | 15   | false
          Scorpion sting              | T-TOX  | 14   | true
          Scorpion sting              | T-TOX  | 15   | false
          """)
  void anIllnessCountsWithinItsLookBack(String words, String id, int daysAgo, boolean expected) {
    assertThat(triggers(child().problem(words, daysAgo)).contains(id)).isEqualTo(expected);
  }

  // T-VAC: 30 days before the onset; what was given after the onset set nothing off
  @ParameterizedTest(name = "vaccinated {0} days ago: {1}")
  @CsvSource({"40, true", "41, false", "10, true", "9, false"})
  void aVaccinationCountsBeforeTheOnset(int daysAgo, boolean expected) {
    assertThat(triggers(child().vaccinated("MMR", daysAgo)).contains("T-VAC")).isEqualTo(expected);
  }

  // T-TAPER: ended at most 30 days ago, and none of the class is taken now
  @Test
  void aSteroidThatEndedCountsAsTaper() {
    assertThat(triggers(child().drug("Prednisolone 5 mg", 90, 30))).contains("T-TAPER");
    assertThat(triggers(child().drug("Prednisolone 5 mg", 90, 31))).doesNotContain("T-TAPER");
    assertThat(triggers(child().drug("Prednisolone 5 mg", 90))).doesNotContain("T-TAPER");
    assertThat(triggers(child().drug("Prednisolone 5 mg", 90, 20).drug("Dexamethasone 2 mg", 15)))
        .doesNotContain("T-TAPER");
  }

  @Test
  void aDrugCountsWhileItIsTakenAndWithinItsLookBack() {
    assertThat(triggers(child().drug("Nivolumab", 400))).contains("T-ICI");
    assertThat(triggers(child().drug("Nivolumab", 400, 192))).contains("T-ICI");
    assertThat(triggers(child().drug("Nivolumab", 400, 193))).doesNotContain("T-ICI");
    assertThat(triggers(child().drug("Lithium", 300, 14))).contains("T-TOX");
    assertThat(triggers(child().drug("Lithium", 300, 15))).doesNotContain("T-TOX");
  }

  @Test
  void withoutAnOnsetTheLookBackCountsFromToday() {
    assertThat(triggers(TestCharts.child(30).problem("Chickenpox", 42))).contains("T-VZV");
    assertThat(triggers(TestCharts.child(30).problem("Chickenpox", 43))).doesNotContain("T-VZV");
  }

  @Test
  void theTableHoldsEveryTrigger() {
    assertThat(Charts.KNOWLEDGE.triggers()).hasSize(18);
  }

  static List<Path> charts() {
    return Charts.all();
  }

  /** The rule of knowledge.md 1.5, on every chart with every trigger that is a Condition. */
  @ParameterizedTest
  @MethodSource("charts")
  void aTriggerLowersNoTierAndSilencesNoCard(Path chart) {
    assertNothingIsLost(Charts.request(chart));
  }

  /** The same on all charts of the evaluation, with all triggers at once. */
  @Test
  void aTriggerLowersNothingInTheEvaluation() {
    for (String set : List.of("syndrome", "course", "orders")) {
      Charts.text(Path.of("src/test/resources/evaluation", set + ".jsonl"))
          .lines()
          .map(line -> JsonMapper.shared().readTree(line).get("request"))
          .forEach(TriggerTests::assertNothingIsLost);
    }
  }

  private static void assertNothingIsLost(JsonNode request) {
    Consultation before = Charts.consult(request);
    Consultation after = Charts.consult(withTriggers(request));

    assertThat(after.assessment().tier()).isGreaterThanOrEqualTo(before.assessment().tier());
    assertThat(after.assessment().criteria().verdict())
        .isEqualTo(before.assessment().criteria().verdict());
    assertThat(imaging(after)).containsAll(imaging(before));
    assertThat(cards(after)).containsAll(cards(before));
  }

  private static List<String> cards(Consultation consultation) {
    return consultation.recommendations().shown().stream().map(each -> each.card().id()).toList();
  }

  private static List<String> imaging(Consultation consultation) {
    List<String> imaging = new ArrayList<>();
    consultation
        .recommendations()
        .shown()
        .forEach(shown ->
            shown
                .suggestions()
                .forEach(each ->
                    each.orders().stream()
                        .filter(order -> order.scan().isPresent())
                        .forEach(order -> imaging.add(shown.card().id() + " " + order.id()))));
    return imaging;
  }

  private static JsonNode withTriggers(JsonNode request) {
    ObjectNode copy = (ObjectNode) request.deepCopy();
    LocalDate today =
        LocalDate.parse(
            request.at("/extension").get("org.omscds.consultation").get("date").asString());
    int number = 0;
    for (String words :
        List.of(
            "Varicella",
            "Infectious mononucleosis",
            "Coxsackie infection",
            "Mycoplasma infection",
            "Upper respiratory infection",
            "COVID-19",
            "Coeliac disease",
            "HIV infection",
            "Stem cell transplantation")) {
      entries(copy, "conditions")
          .addObject()
          .set(
              "resource",
              Charts.parse(
                  """
                  {"resourceType": "Condition", "id": "trigger-%d", "code": {"text": "%s"},
                   "clinicalStatus": {"coding": [{"code": "active"}]},
                   "verificationStatus": {"coding": [{"code": "confirmed"}]},
                   "onsetDateTime": "%s"}
                  """
                      .formatted(number++, words, today.minusDays(12))));
    }
    entries(copy, "immunizations")
        .addObject()
        .set(
            "resource",
            Charts.parse(
                """
                {"resourceType": "Immunization", "id": "trigger-mmr", "status": "completed",
                 "vaccineCode": {"text": "MMR"}, "occurrenceDateTime": "%s"}
                """
                    .formatted(today.minusDays(10))));
    return copy;
  }

  private static ArrayNode entries(ObjectNode request, String key) {
    ObjectNode prefetch = (ObjectNode) request.get("prefetch");
    ObjectNode bundle =
        prefetch.path(key).isObject()
            ? (ObjectNode) prefetch.get(key)
            : prefetch.putObject(key).put("resourceType", "Bundle");
    bundle.remove("total");
    return bundle.has("entry") ? (ArrayNode) bundle.get("entry") : bundle.putArray("entry");
  }
}
