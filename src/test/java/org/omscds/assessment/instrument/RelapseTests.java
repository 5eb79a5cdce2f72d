package org.omscds.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.instrument.MitchellPikeScaleTests.score;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.assessment.instrument.Relapse.Worsening;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SiteSettings;

/** The table of knowledge 2.5, row by row, both sides of each boundary. */
class RelapseTests {

  /** Signs: E eyes, M motor, L lost skill, B behaviour, S score. */
  private static Set<Sign> signs(String letters) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    for (Sign sign : Sign.values()) {
      if (letters.indexOf(sign.name().charAt(0)) >= 0) {
        signs.add(sign);
      }
    }
    return signs;
  }

  @ParameterizedTest(name = "{0} after {1} d stable for {2} d: {7}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # Relapse: after >= 14 d stable or improved, recurrence or worsening lasting >= 72 h
          E, 14, 3, true, true, false, -1, RELAPSE
          M, 14, 3, true, true, false, -1, RELAPSE
          L, 14, 3, true, true, false, -1, RELAPSE
          S, 14, 3, false, true, false, -1, RELAPSE
          EMB, 200, 30, true, true, false, -1, RELAPSE
          # both sides of 14 days
          E, 13, 3, true, true, false, -1, NONE
          # both sides of 72 hours
          E, 14, 2, true, true, false, -1, EXACERBATION
          E, 14, 0, true, true, false, -1, EXACERBATION
          # "not explained by acute illness alone": it lasts, so the illness is its trigger
          E, 14, 3, true, true, true, -1, RELAPSE
          # Illness exacerbation: under 72 h, or resolves within 7 d of a febrile illness
          E, 14, 2, false, true, true, -1, EXACERBATION
          E, 14, 5, true, true, true, 7, EXACERBATION
          E, 14, 5, true, true, true, 8, RELAPSE
          E, 14, 5, true, true, true, 0, EXACERBATION
          # how long it lasts is not known, and no illness explains it
          E, 14, 2, false, true, false, -1, UNCONFIRMED
          # the family alone saw it, or nobody knows that it is new
          E, 14, 3, true, false, false, -1, UNCONFIRMED
          E, 14, 2, true, false, false, -1, EXACERBATION
          # Not relapse: C counts only together with A, B or a score rise; residual signs are none
          B, 100, 30, true, true, false, -1, NONE
          -, 100, 30, true, true, false, -1, NONE
          BS, 14, 3, true, true, false, -1, RELAPSE
          """)
  void aWorseningIsJudged(
      String letters,
      long stable,
      long lasting,
      boolean lengthKnown,
      boolean certain,
      boolean illness,
      long goneAfterIllness,
      Kind kind) {
    Worsening worsening =
        new Worsening(
            signs(letters == null ? "" : letters),
            false,
            false,
            stable,
            lasting,
            lengthKnown,
            certain,
            illness,
            goneAfterIllness);

    assertThat(Relapse.judge(worsening, SiteSettings.defaults().course())).isEqualTo(kind);
  }

  /** "Behavioural outbursts alone on steroids" are no relapse. */
  @ParameterizedTest(name = "{0}, mood alone {1}, on steroid {2}: {3}")
  @CsvSource({
    "S, true, true, NONE",
    "S, true, false, RELAPSE",
    "S, false, true, RELAPSE",
    "SM, true, true, RELAPSE",
    "SB, true, true, NONE"
  })
  void outburstsAloneOnASteroidAreNoRelapse(
      String letters, boolean onlyMood, boolean onSteroid, Kind kind) {
    Worsening worsening =
        new Worsening(signs(letters), onlyMood, onSteroid, 14, 3, true, true, false, -1);

    assertThat(Relapse.judge(worsening, SiteSettings.defaults().course())).isEqualTo(kind);
  }

  /** Items: stance, gait, arm and hand, opsoclonus, mood. */
  @ParameterizedTest(name = "{0} then {1} is a rise: {2}; of mood alone: {3}")
  @CsvSource(
      textBlock =
          """
          # opsoclonus item rises >= 1 from 0
          11100, 11110, true, false
          11110, 11120, false, false
          # total rises >= 2
          11110, 11310, true, false
          11110, 11210, false, false
          # two items rise >= 1
          22222, 33122, true, false
          22222, 32122, false, false
          # mood alone
          11110, 11112, true, true
          11110, 11111, false, true
          11110, 12111, true, false
          # nothing
          11111, 11111, false, false
          33333, 11111, false, false
          """)
  void aScoreRises(String before, String after, boolean rise, boolean mood) {
    var first = score(ScaleVersion.MP5_15, before);
    var second = score(ScaleVersion.MP5_15, after);

    assertThat(Relapse.isRise(first, second)).isEqualTo(rise);
    assertThat(Relapse.onlyMoodRose(first, second)).isEqualTo(mood);
  }

  @Test
  void totalsWithoutItemsRiseByTwo() {
    assertThat(rise(ScaleVersion.MP6_18, 4, ScaleVersion.MP6_18, 6)).isTrue();
    assertThat(rise(ScaleVersion.MP6_18, 4, ScaleVersion.MP6_18, 5)).isFalse();
  }

  @Test
  void scoresOfTwoScalesNeverRise() {
    assertThat(rise(ScaleVersion.MP5_15, 4, ScaleVersion.MP6_18, 12)).isFalse();
    assertThat(rise(ScaleVersion.UNSTATED, 4, ScaleVersion.UNSTATED, 12)).isFalse();
    assertThat(rise(ScaleVersion.OMES_36, 4, ScaleVersion.OMES_36, 12)).isFalse();
  }

  private static boolean rise(ScaleVersion one, int before, ScaleVersion other, int after) {
    return Relapse.isRise(score(one, "", before), score(other, "", after));
  }

  /** Steroid-dependence: >= 2 relapses within 30 d of a dose reduction. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'0,30', true",
    "'30,31', false",
    "'30', false",
    "'-1,30', false",
    "'-1,-1', false",
    "'5,40,9', true"
  })
  void twoRelapsesAfterReductionsAreDependence(String days, boolean dependent) {
    List<Long> all = Arrays.stream(days.split(",")).map(Long::valueOf).toList();

    assertThat(Relapse.isSteroidDependent(all, SiteSettings.defaults().course()))
        .isEqualTo(dependent);
  }
}
