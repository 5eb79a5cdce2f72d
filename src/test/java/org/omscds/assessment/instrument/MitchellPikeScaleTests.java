package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.MitchellPikeScale.Band;
import org.omscds.assessment.instrument.MitchellPikeScale.Entry;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading.Refused;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading.Score;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;

/** The severity scale of Mitchell and Pike: totals, bands, and what is refused. */
class MitchellPikeScaleTests {

  private static final List<ScaleItem> ITEMS = List.of(ScaleItem.values());

  /** Items in the order of the scale; a dot is not rated, n is not applicable. */
  static Entry entry(ScaleVersion version, String items, Integer... totals) {
    Map<ScaleItem, BigDecimal> rated = new EnumMap<>(ScaleItem.class);
    Set<ScaleItem> notApplicable = EnumSet.noneOf(ScaleItem.class);
    for (int i = 0; i < items.length(); i++) {
      ScaleItem item = ITEMS.get(i);
      switch (items.charAt(i)) {
        case '.' -> {}
        case 'n' -> notApplicable.add(item);
        default -> rated.put(item, new BigDecimal(items.substring(i, i + 1)));
      }
    }
    return new Entry(
        version, rated, notApplicable, Stream.of(totals).map(BigDecimal::valueOf).toList());
  }

  static Score score(ScaleVersion version, String items, Integer... totals) {
    return (Score) MitchellPikeScale.read(entry(version, items, totals));
  }

  /**
   * The bands of knowledge 2.4, both sides of each boundary. [PROPOSAL]
   *
   * <pre>
   * | Version | mild | moderate | severe | remission |
   * | MP5_15  | 1-5  | 6-10     | 11-15  | 0         |
   * | MP6_18  | 1-6  | 7-12     | 13-18  | 0         |
   * </pre>
   */
  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource(
      textBlock =
          """
          MP5_15, 0, REMISSION
          MP5_15, 1, MILD
          MP5_15, 5, MILD
          MP5_15, 6, MODERATE
          MP5_15, 10, MODERATE
          MP5_15, 11, SEVERE
          MP5_15, 15, SEVERE
          MP6_18, 0, REMISSION
          MP6_18, 1, MILD
          MP6_18, 6, MILD
          MP6_18, 7, MODERATE
          MP6_18, 12, MODERATE
          MP6_18, 13, SEVERE
          MP6_18, 18, SEVERE
          """)
  void aTotalHasItsBand(ScaleVersion version, int total, Band band) {
    assertThat(MitchellPikeScale.band(score(version, "", total))).contains(band);
  }

  @ParameterizedTest
  @CsvSource({"OMES_36, 23", "UNSTATED, 8"})
  void aScaleWithoutBandsHasNone(ScaleVersion version, int total) {
    assertThat(MitchellPikeScale.band(score(version, "", total))).isEmpty();
  }

  /** "Each item 0-3"; "total range 0-15 / 0-18": what is outside is refused, never guessed. */
  @ParameterizedTest(name = "{1} of {0} is refused: {2}")
  @CsvSource(
      textBlock =
          """
          MP5_15, 16, the total 16 is outside 0 to 15
          MP6_18, 19, the total 19 is outside 0 to 18
          OMES_36, 37, the total 37 is outside 0 to 36
          UNSTATED, 37, the total 37 is outside 0 to 36
          MP5_15, -1, the total -1 is outside 0 to 15
          MP5_15, 7.5, the total 7.5 is outside 0 to 15
          """)
  void aTotalOutOfRangeIsRefused(ScaleVersion version, BigDecimal total, String reason) {
    Entry entry = new Entry(version, Map.of(), Set.of(), List.of(total));

    assertThat(MitchellPikeScale.read(entry)).isEqualTo(new Refused(reason));
  }

  @ParameterizedTest(name = "{0} on an item is refused")
  @CsvSource({"4", "-1", "1.5"})
  void anItemOutsideNoughtToThreeIsRefused(BigDecimal value) {
    Entry entry =
        new Entry(ScaleVersion.MP5_15, Map.of(ScaleItem.GAIT, value), Set.of(), List.of());

    assertThat(MitchellPikeScale.read(entry))
        .isEqualTo(new Refused("gait is " + value + ", outside 0 to 3"));
  }

  /** Items in order: stance, gait, arm and hand, opsoclonus, mood, speech. */
  @ParameterizedTest(name = "{1} on {0} adds up to {2}")
  @CsvSource(
      textBlock =
          """
          # five items, 0 to 15
          MP5_15, 00000, 0, MP5_15
          MP5_15, 33333, 15, MP5_15
          MP5_15, 12321, 9, MP5_15
          # six items with speech, 0 to 18
          MP6_18, 333333, 18, MP6_18
          MP6_18, 123210, 9, MP6_18
          # six rated items can only be the longer scale
          UNSTATED, 123210, 9, MP6_18
          """)
  void wholeItemsAddUp(ScaleVersion named, String items, int total, ScaleVersion version) {
    Score score = score(named, items);

    assertThat(score.total()).isEqualTo(total);
    assertThat(score.version()).isEqualTo(version);
    assertThat(score.isProrated()).isFalse();
    assertThat(score.note()).isEmpty();
  }

  @ParameterizedTest(name = "{1} on {0} without a total is refused")
  @CsvSource({"MP5_15, 1232.", "MP6_18, 12321.", "UNSTATED, 12321.", "OMES_36, 12321."})
  void itemsThatAreMissingLeaveNoTotal(ScaleVersion version, String items) {
    assertThat(MitchellPikeScale.read(entry(version, items)))
        .isEqualTo(new Refused("no total, and not every item is rated"));
  }

  /** Pre-walking children: stance and gait may not apply; the total is prorated and says so. */
  @ParameterizedTest(name = "{1} on {0} is prorated to {2}")
  @CsvSource(
      textBlock =
          """
          MP5_15, nn222, 10
          MP5_15, 2n222, 10
          MP5_15, nn111, 5
          MP5_15, nn211, 7
          MP6_18, nn2222, 12
          """)
  void stanceAndGaitMayNotApply(ScaleVersion version, String items, int total) {
    Score score = score(version, items);

    assertThat(score.total()).isEqualTo(total);
    assertThat(score.isProrated()).isTrue();
    assertThat(score.note()).startsWith("prorated");
  }

  @Test
  void noOtherItemMayBeLeftOut() {
    assertThat(MitchellPikeScale.read(entry(ScaleVersion.MP5_15, "222n2")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whereItemsAndTotalDisagreeTheItemsCountAndTheNoteSaysSo() {
    Score score = score(ScaleVersion.MP5_15, "12321", 12);

    assertThat(score.total()).isEqualTo(9);
    assertThat(score.note()).isEqualTo("the total says 12, the items add up to 9");
    assertThat(score(ScaleVersion.MP5_15, "12321", 9).note()).isEmpty();
  }

  /** Gait and mood not rated: the total lies between the sum and three more for each. */
  @ParameterizedTest(name = "1.22. with the total {0}: {1}")
  @CsvSource({"4, false", "5, true", "11, true", "12, false"})
  void aTotalMustFitTheItemsThatAreRated(int total, boolean fits) {
    Reading reading = MitchellPikeScale.read(entry(ScaleVersion.MP5_15, "1.22.", total));

    assertThat(reading instanceof Score).isEqualTo(fits);
  }

  @Test
  void contradictionsAreRefused() {
    assertThat(MitchellPikeScale.read(entry(ScaleVersion.MP5_15, "", 8, 9)))
        .isEqualTo(new Refused("two totals are named"));
    assertThat(MitchellPikeScale.read(entry(ScaleVersion.MP5_15, "123211")))
        .isEqualTo(new Refused("speech is rated, and the scale named has no such item"));
    assertThat(score(ScaleVersion.MP5_15, "", 8, 8).total()).isEqualTo(8);
  }

  /** "Never compare across scales": 8/15 then 9/18 is no comparison. */
  @ParameterizedTest(name = "{0} {1} and {2} {3} comparable: {4}")
  @CsvSource(
      textBlock =
          """
          MP5_15, 8, MP5_15, 9, true
          MP6_18, 8, MP6_18, 9, true
          OMES_36, 8, OMES_36, 9, true
          MP5_15, 8, MP6_18, 9, false
          MP5_15, 8, OMES_36, 9, false
          MP5_15, 8, UNSTATED, 9, false
          UNSTATED, 8, UNSTATED, 9, false
          """)
  void onlyScoresOfOneScaleAreCompared(
      ScaleVersion one, int first, ScaleVersion other, int second, boolean comparable) {
    assertThat(MitchellPikeScale.areComparable(score(one, "", first), score(other, "", second)))
        .isEqualTo(comparable);
  }

  @Test
  void aProratedScoreIsComparedWithTheSameItemsLeftOutOnly() {
    Score both = score(ScaleVersion.MP5_15, "nn222");
    assertThat(MitchellPikeScale.areComparable(both, score(ScaleVersion.MP5_15, "nn111"))).isTrue();
    assertThat(MitchellPikeScale.areComparable(both, score(ScaleVersion.MP5_15, "1n111")))
        .isFalse();
    assertThat(MitchellPikeScale.areComparable(both, score(ScaleVersion.MP5_15, "11111")))
        .isFalse();
  }
}
