package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.consultation.Charts;
import org.omscds.consultation.TestCharts;
import org.omscds.knowledge.Pillar;

/** When a sign in a chart with known OMS is a new worsening, and how long it lasts. */
class WorseningTests {

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String OMS = "230350000";
  private static final String OPSOCLONUS = "194177006";
  private static final String ATAXIA = "20262006";

  private static Worsening worsening(TestCharts chart) {
    return Charts.consult(chart.record()).assessment().course().worsening();
  }

  private static TestCharts known() {
    return TestCharts.child(60).problem(SNOMED, OMS, 500, 490);
  }

  /** A problem with an onset of its own: 72 hours are three days. */
  @ParameterizedTest(name = "opsoclonus for {0} d, recorded {1} d ago: {2}")
  @CsvSource({"3, 1, RELAPSE", "2, 1, EXACERBATION", "90, 90, RELAPSE", "91, 91, NONE"})
  void aProblemLastsFromItsOnset(int began, int recorded, Kind kind) {
    assertThat(worsening(known().problem(SNOMED, OPSOCLONUS, began, recorded)).kind())
        .isEqualTo(kind);
  }

  /** After 14 days or more without a word of the sign, or of the first illness. */
  @ParameterizedTest(name = "opsoclonus gone {0} d ago and back 4 d ago: {1}")
  @CsvSource({"18, RELAPSE", "17, NONE"})
  void itMustHaveBeenStableForFourteenDays(int lastSeen, Kind kind) {
    TestCharts chart =
        TestCharts.child(60)
            .problem(SNOMED, OMS, 150, 145)
            .words("Opsoclonus", "present", lastSeen)
            .words("Opsoclonus", "absent", 10)
            .problem(SNOMED, OPSOCLONUS, 4, 1);

    assertThat(worsening(chart).kind()).isEqualTo(kind);
  }

  /** A sign of the first illness, within 90 days of its onset and untreated, is no relapse. */
  @ParameterizedTest(name = "OMS for {0} d, opsoclonus for 5 d: {1}")
  @CsvSource({"95, RELAPSE", "94, NONE"})
  void theFirstIllnessUnfolds(int onset, Kind kind) {
    TestCharts chart =
        TestCharts.child(60).problem(SNOMED, OMS, onset, onset).problem(SNOMED, OPSOCLONUS, 5, 2);

    assertThat(worsening(chart).kind()).isEqualTo(kind);
  }

  @Test
  void aSignThatIsSeenAgainAndAgainIsNoRelapse() {
    TestCharts chart =
        TestCharts.child(60)
            .problem(SNOMED, OMS, 150, 145)
            .words("Opsoclonus", "present", 60)
            .words("Opsoclonus", "present", 5);

    assertThat(worsening(chart).kind()).isEqualTo(Kind.NONE);
  }

  /** W_CURRENT: nobody spoke of it for more than 180 days. */
  @ParameterizedTest(name = "OMS {0} d ago, opsoclonus seen in the last days: {1}")
  @CsvSource({"183, NONE", "184, RELAPSE"})
  void aSignSeenAfterALongSilenceIsNew(int onset, Kind kind) {
    TestCharts chart =
        TestCharts.child(60)
            .problem(SNOMED, OMS, onset, onset)
            .words("Opsoclonus", "present", 2)
            .words("Opsoclonus", "present", 3);

    assertThat(worsening(chart).kind()).isEqualTo(kind);
  }

  @Test
  void aSignSeenAgainAfterANegativeIsNewAndItsLengthUnknownAtFirst() {
    TestCharts chart =
        known()
            .words("Opsoclonus", "present", 60)
            .words("Opsoclonus", "absent", 30)
            .words("Opsoclonus", "present", 2);
    assertThat(worsening(chart).kind()).isEqualTo(Kind.UNCONFIRMED);

    Worsening later = worsening(chart.words("Opsoclonus", "present", 5));
    assertThat(later.kind()).isEqualTo(Kind.RELAPSE);
    assertThat(later.lastingDays()).isEqualTo(5);
  }

  @Test
  void aSignOfTheEyesIsNewBesideALastingAtaxia() {
    TestCharts chart =
        known()
            .problem(SNOMED, ATAXIA, 480, 470)
            .words("Gait", "mild ataxia", 5)
            .words("Gait", "mild ataxia", 40)
            .problem(SNOMED, OPSOCLONUS, 4, 1);

    assertThat(worsening(chart).kind()).isEqualTo(Kind.RELAPSE);
  }

  @Test
  void whatIsGoneAgainIsNoRelapseOfNow() {
    TestCharts chart = known().problem(SNOMED, OPSOCLONUS, 20, 18).words("Opsoclonus", "absent", 2);

    assertThat(worsening(chart).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void withoutKnownOmsNothingRelapses() {
    assertThat(worsening(TestCharts.child(60).problem(SNOMED, OPSOCLONUS, 4, 1)).kind())
        .isEqualTo(Kind.NONE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Opsoclonus in bursts | UNCONFIRMED
          Opsoclonus only on refixation | NONE
          Opsoclonus with lid squeeze only | NONE
          Opsoclonus on refixation and at rest | UNCONFIRMED
          Clumsy when tired | NONE
          Ataxic gait, clumsy when tired | UNCONFIRMED
          Hypometric saccades, abnormal pursuit | NONE
          """)
  void residualSignsAreNoRelapse(String words, Kind kind) {
    assertThat(worsening(known().words("Examination", words, 1)).kind()).isEqualTo(kind);
  }

  @Test
  void inAChildWithoutKnownOmsTheSameWordsAreTheSigns() {
    var pillars =
        Charts.consult(
                TestCharts.child(24)
                    .words("Eye movements", "Opsoclonus only on refixation", 1)
                    .words("Gait", "Clumsy when tired", 1)
                    .record())
            .assessment()
            .pillars();

    assertThat(pillars.has(Pillar.A)).isTrue();
    assertThat(pillars.has(Pillar.B)).isTrue();
  }

  private static Worsening ofStory(String name) {
    Path record = Path.of("src/test/resources/vignettes", name, "record.json");
    return Charts.consult(Charts.request(record)).assessment().course().worsening();
  }

  @Test
  void storiesNameTheirTriggers() {
    Worsening taper = ofStory("v20-relapse-after-taper");
    assertThat(taper.followsReduction()).isTrue();
    assertThat(taper.reductionDays()).isEqualTo(6);
    assertThat(taper.infections()).isEmpty();
    assertThat(taper.steroidDependent()).isFalse();

    Worsening fever = ofStory("c05-exacerbation-beyond-72-hours");
    assertThat(fever.infections()).hasSize(1);
    assertThat(fever.followsReduction()).isFalse();
    assertThat(ofStory("v21-one-day-of-wobble-with-fever").kind()).isEqualTo(Kind.EXACERBATION);
  }

  @Test
  void twoRelapsesAfterAnEndAreSteroidDependence() {
    Worsening second = ofStory("c02-steroid-dependence");

    assertThat(second.relapses()).isEqualTo(2);
    assertThat(second.steroidDependent()).isTrue();
  }
}
