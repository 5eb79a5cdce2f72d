package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.instrument.PnsCareScore.Result;
import org.omscds.assessment.workup.TumourSearch;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.Exposure;
import org.omscds.finding.Finding;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.RecommendationRow;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Hook;
import org.omscds.recommendation.Recommendation;
import org.omscds.recommendation.Suppressed;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Patient stories: each folder of {@code vignettes} holds a chart, its story and what is expected
 * of it.
 */
class VignetteTests {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** What a story expects; what it does not name is not looked at. */
  record Expected(
      String tier,
      String verdict,
      int count,
      List<String> rules,
      Map<Pillar, String> pillars,
      List<String> cards,
      String row,
      List<String> suppressed,
      List<String> orders,
      List<String> notOrders,
      String notCounted,
      List<String> mibgInterference,
      List<String> notDetected,
      String hepatitisB,
      String liveVaccineUntil,
      List<String> mimics,
      List<String> triggers,
      List<String> drugs,
      PnsCare pnsCare) {}

  /**
   * The PNS-Care score.
   *
   * @param tier the tier of the lowest sum, or NOT_SCORED
   * @param highestTier the tier of the highest sum, where it is another
   */
  record PnsCare(int lowest, int highest, String tier, String highestTier) {}

  /** Read once; what is under test, the consultation, is held anew by every test. */
  private static final List<Vignette> VIGNETTES =
      Charts.vignettes().stream().map(VignetteTests::read).toList();

  /** A story with its chart. */
  record Vignette(String name, Expected expected, PatientRecord patient, Hook hook) {
    Consultation consultation() {
      return Charts.consult(patient, hook);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Vignette> vignettes() {
    return VIGNETTES;
  }

  static Vignette read(Path folder) {
    Expected expected =
        MAPPER.readValue(Charts.text(folder.resolve("expected.yaml")), Expected.class);
    JsonNode request = Charts.request(folder.resolve("record.json"));
    return new Vignette(
        folder.getFileName().toString(), expected, Charts.record(request), Charts.hook(request));
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void tierAndCriteriaAreAsTheStoryExpects(Vignette vignette) {
    Assessment assessment = vignette.consultation().assessment();
    Expected expected = vignette.expected();
    assertThat(assessment.tier().name()).as("tier").isEqualTo(expected.tier());
    assertThat(assessment.criteria().verdict().name()).as("verdict").isEqualTo(expected.verdict());
    assertThat(assessment.criteria().count()).as("count").isEqualTo(expected.count());
    if (expected.rules() != null) {
      assertThat(assessment.suspicion().rules()).containsAll(expected.rules());
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void pillarsAreAsTheStoryExpects(Vignette vignette) {
    assertThat(pillars(vignette.consultation())).isEqualTo(vignette.expected().pillars());
  }

  /** The state of every pillar, in the words of the stories. */
  static Map<Pillar, String> pillars(Consultation consultation) {
    Assessment assessment = consultation.assessment();
    Map<Pillar, String> pillars = new EnumMap<>(Pillar.class);
    for (Pillar pillar : Pillar.values()) {
      pillars.put(pillar, state(assessment.pillars().of(pillar).finding()));
    }
    return pillars;
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void cardsAreExactlyThoseThatTheStoryExpects(Vignette vignette) {
    List<String> actual =
        vignette.consultation().recommendations().shown().stream()
            .map(shown ->
                shown.card().id() + " " + shown.row().indicator().name().toLowerCase(Locale.ROOT))
            .toList();
    assertThat(actual).isEqualTo(vignette.expected().cards());
    if (vignette.expected().row() != null) {
      assertThat(vignette.consultation().recommendations().shown())
          .extracting(shown -> shown.row().id())
          .contains(vignette.expected().row());
    }
    if (vignette.expected().suppressed() != null) {
      assertThat(vignette.consultation().recommendations().suppressed())
          .extracting(Suppressed::card)
          .containsAll(vignette.expected().suppressed());
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void ordersAreAsTheStoryExpects(Vignette vignette) {
    List<String> offered = new ArrayList<>();
    for (Recommendation shown : vignette.consultation().recommendations().shown()) {
      shown
          .suggestions()
          .forEach(each -> each.orders().stream().map(OrderDefinition::id).forEach(offered::add));
    }
    if (vignette.expected().orders() != null) {
      assertThat(offered).containsAll(vignette.expected().orders());
    }
    if (vignette.expected().notOrders() != null) {
      assertThat(offered).doesNotContainAnyElementsOf(vignette.expected().notOrders());
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void whatWasNotCountedSaysWhy(Vignette vignette) {
    if (vignette.expected().notCounted() != null) {
      assertThat(vignette.consultation().assessment().notCounted())
          .extracting(each -> each.reason())
          .anyMatch(reason -> reason.contains(vignette.expected().notCounted()));
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void mimicsAndTriggersAreAsTheStoryExpects(Vignette vignette) {
    Assessment assessment = vignette.consultation().assessment();
    List<String> mimics = vignette.expected().mimics();
    if (mimics != null) {
      List<String> named =
          assessment.differential().named().stream().map(each -> each.mimic().id()).toList();
      assertThat(named)
          .as("mimics with clues, first ones first")
          .startsWith(mimics.toArray(String[]::new));
      assertThat(named.isEmpty()).isEqualTo(mimics.isEmpty());
    }
    if (vignette.expected().triggers() != null) {
      assertThat(assessment.triggers())
          .extracting(each -> each.definition().id())
          .isEqualTo(vignette.expected().triggers());
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void theWorkupIsAsTheStoryExpects(Vignette vignette) {
    Workup workup = vignette.consultation().assessment().workup();
    Expected expected = vignette.expected();
    if (expected.mibgInterference() != null) {
      assertThat(workup.mibgInterference())
          .extracting(each -> each.exposure().ingredient() + ", " + each.strength())
          .isEqualTo(expected.mibgInterference());
    }
    if (expected.notDetected() != null) {
      assertThat(workup.tumourSearch().all())
          .extracting(TumourSearch.NotDetected::modality)
          .isEqualTo(expected.notDetected());
    }
    if (expected.hepatitisB() != null) {
      assertThat(workup.hepatitisB().status().name()).isEqualTo(expected.hepatitisB());
    }
    if (expected.liveVaccineUntil() != null) {
      assertThat(workup.liveVaccineHolds())
          .extracting(each -> each.reason() + " " + each.until().display())
          .containsExactly(expected.liveVaccineUntil());
    }
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void pnsCareIsAsTheStoryExpects(Vignette vignette) {
    PnsCare expected = vignette.expected().pnsCare();
    if (expected == null) {
      return;
    }
    PnsCare actual =
        switch (vignette.consultation().assessment().paraneoplastic().score()) {
          case Result.NotScored() -> new PnsCare(0, 0, "NOT_SCORED", null);
          case Result.Scored scored ->
              new PnsCare(
                  scored.total().lowest(),
                  scored.total().highest(),
                  scored.lowestTier().name(),
                  scored.lowestTier() == scored.highestTier() ? null : scored.highestTier().name());
        };
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("vignettes")
  void drugsThatCanDoThisAreNamed(Vignette vignette) {
    if (vignette.expected().drugs() != null) {
      assertThat(vignette.consultation().assessment().exposures())
          .extracting(Exposure::ingredient)
          .containsAll(vignette.expected().drugs());
    }
  }

  @Test
  void everyRowOfTheDecisionTableIsShownByAStoryAndNotByAnother() {
    List<Set<String>> shown =
        vignettes().stream()
            .map(vignette ->
                Set.copyOf(
                    vignette.consultation().recommendations().shown().stream()
                        .map(each -> each.row().id())
                        .toList()))
            .toList();
    Set<String> never = new TreeSet<>();
    Set<String> always = new TreeSet<>();
    for (RecommendationRow row : Charts.KNOWLEDGE.recommendations()) {
      Stream<Set<String>> with = shown.stream().filter(rows -> rows.contains(row.id()));
      long count = with.count();
      if (count == 0) {
        never.add(row.id());
      }
      if (count == shown.size()) {
        always.add(row.id());
      }
    }
    assertThat(never).as("rows that no story shows").isEmpty();
    assertThat(always).as("rows that every story shows").isEmpty();
  }

  private static String state(Finding finding) {
    return switch (finding) {
      case Finding.Present _ -> "present";
      case Finding.Possible _ -> "possible";
      case Finding.Absent _ -> "absent";
      case Finding.Unknown _ -> "unknown";
    };
  }
}
