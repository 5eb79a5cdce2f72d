package org.omscds.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.consultation.DrawnChart.Entry;
import org.omscds.fhir.PrefetchKey;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hold of every chart, tried on charts that are drawn at random. A failure is shrunk to
 * the smallest chart that shows it. The seeds are fixed, so that a build says the same twice;
 * another seed searches elsewhere.
 */
class ConsultationProperties {

  private static final String SEED = "20261121";
  private static final int TRIES = 500;

  /** After 400 years the calendar repeats: same days of the week, same leap years. */
  private static final long CALENDAR_CYCLE_DAYS = 146_097;

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void oneMoreSignOfThePillarsInsideTheEpisodeNeverWeakensAVerdict(
      @ForAll("chartsOfOneEpisode") DrawnChart chart, @ForAll("pillarProblems") Entry sign) {
    assertThatNothingIsStronger(chart.consultation(), chart.with(sign).consultation());
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void whatIsNoLongerInTheChartNeverStrengthensAnAssessment(
      @ForAll("chartsOfSigns") DrawnChart chart, @ForAll int choice) {
    List<Entry> kept = new ArrayList<>();
    for (int i = 0; i < chart.entries().size(); i++) {
      if ((choice >> i) % 2 == 0) {
        kept.add(chart.entries().get(i));
      }
    }
    assertThatNothingIsStronger(chart.of(kept).consultation(), chart.consultation());
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void aMissingKeyNeverSaysMoreThanAnEmptyOne(
      @ForAll("charts") DrawnChart chart, @ForAll Set<PrefetchKey> keys) {
    DrawnChart emptied =
        chart.of(chart.entries().stream().filter(each -> !keys.contains(each.key())).toList());
    ObjectNode request = emptied.request();
    keys.stream()
        .filter(key -> key != PrefetchKey.PATIENT)
        .forEach(key -> ((ObjectNode) request.get("prefetch")).remove(key.key()));
    assertThatNothingIsStronger(Charts.consult(request), emptied.consultation());
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void anObservationThatKnowsNoAnswerSaysNothing(
      @ForAll("charts") DrawnChart chart, @ForAll("unknowns") Entry unknown) {
    assertThat(Verdict.of(chart.with(unknown).consultation()))
        .isEqualTo(Verdict.of(chart.consultation()));
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfResourcesDoesNotMatter(@ForAll("charts") DrawnChart chart, @ForAll long seed) {
    assertThat(Verdict.of(Charts.consult(ChartChanges.shuffled(chart.request(), seed))))
        .isEqualTo(Verdict.of(chart.consultation()));
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void aResourceSentTwiceCountsOnce(@ForAll("charts") DrawnChart chart) {
    assertThat(Charts.consult(ChartChanges.doubled(chart.request())))
        .isEqualTo(chart.consultation());
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void irrelevantResourcesChangeNothing(
      @ForAll("charts") DrawnChart chart, @ForAll @IntRange(min = 1, max = 9) int number) {
    assertThat(Verdict.of(Charts.consult(ChartChanges.crowded(chart.request(), number))))
        .isEqualTo(Verdict.of(chart.consultation()));
  }

  @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
  void wholeCyclesOfTheCalendarChangeNothing(
      @ForAll("charts") DrawnChart chart, @ForAll @IntRange(min = -4, max = 15) int cycles) {
    DrawnChart shifted = chart.shiftedBy(cycles * CALENDAR_CYCLE_DAYS);
    assertThat(Verdict.of(shifted.consultation())).isEqualTo(Verdict.of(chart.consultation()));
  }

  /** Three or four pillars are as strong beside another diagnosis: that is a remark to them. */
  private static int strength(GenoaCriteria.Verdict verdict) {
    return switch (verdict) {
      case NOT_MET -> 0;
      case INDETERMINATE -> 1;
      case MET, MET_ALTERNATIVE_RECORDED -> 2;
    };
  }

  private static void assertThatNothingIsStronger(Consultation less, Consultation more) {
    assertThat(less.assessment().tier())
        .as("tier, by the rules %s", less.assessment().suspicion().rules())
        .isLessThanOrEqualTo(more.assessment().tier());
    assertThat(strength(less.assessment().criteria().verdict()))
        .as("criteria %s", less.assessment().criteria())
        .isLessThanOrEqualTo(strength(more.assessment().criteria().verdict()));
    assertThat(less.assessment().criteria().count())
        .isLessThanOrEqualTo(more.assessment().criteria().count());
  }

  @Provide
  Arbitrary<DrawnChart> charts() {
    return DrawnCharts.any();
  }

  @Provide
  Arbitrary<DrawnChart> chartsOfOneEpisode() {
    return DrawnCharts.ofOneEpisode();
  }

  @Provide
  Arbitrary<DrawnChart> chartsOfSigns() {
    return DrawnCharts.ofSignsOnly();
  }

  @Provide
  Arbitrary<Entry> pillarProblems() {
    return DrawnCharts.pillarProblem();
  }

  @Provide
  Arbitrary<Entry> unknowns() {
    return DrawnCharts.unknown();
  }
}
