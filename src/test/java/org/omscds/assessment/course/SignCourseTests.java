package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.OCULAR_FLUTTER;
import static org.omscds.knowledge.FindingId.OMS;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.Assessments;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.consultation.TestCharts;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Told;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;

/** When a sign is a new worsening, how long it lasts and when it is gone. */
class SignCourseTests {

  private static final LocalDate TODAY = TestCharts.TODAY;

  private static final Told KNOWN = problem(OMS, 500).recorded(490);

  private static Worsening worsening(Told... told) {
    return Assessments.of(60, told).course().worsening();
  }

  // "A sign lasts from its first day to today while it stands as a problem or was said in the last
  // 7 days, else to its last word."

  @ParameterizedTest(name = "seen 10 and {0} days ago: {1} days, {2}")
  @CsvSource({"7, 10, RELAPSE", "8, 2, UNCONFIRMED"})
  void aSignLastsUntilTodayWhileItWasSaidInTheLastWeek(int last, int days, Kind kind) {
    Worsening worsening = worsening(KNOWN, seen(OPSOCLONUS, 10), seen(OPSOCLONUS, last));

    assertThat(worsening.lastingDays()).isEqualTo(days);
    assertThat(worsening.kind()).isEqualTo(kind);
  }

  @Test
  void aProblemLastsWhileItStands() {
    Worsening worsening = worsening(KNOWN, problem(OPSOCLONUS, 20));

    assertThat(worsening.lastingDays()).isEqualTo(20);
    assertThat(worsening.kind()).isEqualTo(Kind.RELAPSE);
  }

  // "It is of now while nobody recorded it as gone"

  @Test
  void aProblemThatEndedIsGoneOnThatDay() {
    assertThat(worsening(KNOWN, problem(OPSOCLONUS, 20).overSince(5)).kind()).isEqualTo(Kind.NONE);
    assertThat(worsening(KNOWN, problem(OPSOCLONUS, 20).overSince(0)).kind()).isEqualTo(Kind.NONE);
  }

  /** Seen and not seen on one day: it is there. */
  @ParameterizedTest(name = "seen 5 days ago, not seen {0} days ago: {1}")
  @CsvSource({"5, RELAPSE", "4, NONE"})
  void aNegativeMustBeLaterThanTheLastWord(int absent, Kind kind) {
    Told negative = seen(OPSOCLONUS, absent).absent();
    assertThat(worsening(KNOWN, seen(OPSOCLONUS, 5), negative).kind()).isEqualTo(kind);
    assertThat(
            worsening(
                    KNOWN,
                    problem(OPSOCLONUS, 14).overSince(8),
                    seen(OPSOCLONUS, 7),
                    seen(OPSOCLONUS, 5),
                    negative)
                .kind())
        .isEqualTo(kind);
  }

  // "after 14 days without a word of it", or in remission

  @ParameterizedTest(name = "in remission, seen {0} and 8 days ago: the first lasts {1} days")
  @CsvSource({"12, 4", "21, 13", "22, 0"})
  void inRemissionWordsWithinFourteenDaysAreOneWorsening(int first, long lasting) {
    List<Bout> bouts =
        bouts(
            new KnownDisease(true, List.of(TODAY.minusDays(400)), TODAY.minusDays(310)),
            seen(OPSOCLONUS, first),
            seen(OPSOCLONUS, 8));

    assertThat(bouts.getFirst().lastingDays()).isEqualTo(lasting);
    assertThat(bouts).hasSize(lasting > 0 ? 1 : 2);
    assertThat(worsening(KNOWN.overSince(100), seen(OPSOCLONUS, first), seen(OPSOCLONUS, 8)).kind())
        .isEqualTo(lasting > 0 ? Kind.RELAPSE : Kind.UNCONFIRMED);
  }

  @Test
  void wordsWithinFourteenDaysAreOneWorseningAlsoOutsideRemission() {
    assertThat(worsening(KNOWN, seen(OPSOCLONUS, 12), seen(OPSOCLONUS, 8)).kind())
        .isEqualTo(Kind.RELAPSE);
    assertThat(worsening(KNOWN, seen(OPSOCLONUS, 12)).kind()).isEqualTo(Kind.UNCONFIRMED);
  }

  @Test
  void inRemissionTheFirstWordEverIsNew() {
    Told over = KNOWN.begun(ClinicalDate.unknown()).overSince(100);

    assertThat(worsening(over, problem(OPSOCLONUS, 5).recorded(1)).kind()).isEqualTo(Kind.RELAPSE);
    assertThat(
            bouts(
                new KnownDisease(false, List.of(), TODAY.minusDays(100)),
                problem(OPSOCLONUS, 5).recorded(1)))
        .isEmpty();
  }

  // "a problem without an onset is the only word that it is new": not clear

  @ParameterizedTest(name = "OMS for {0} days, then a problem without an onset: {1}")
  @CsvSource({"170, UNCONFIRMED", "95, UNCONFIRMED", "94, NONE"})
  void aProblemWithoutAnOnsetIsPerhapsNew(int days, Kind kind) {
    Told undated = problem(OPSOCLONUS, 5).begun(ClinicalDate.unknown());

    assertThat(worsening(problem(OMS, days), undated).kind()).isEqualTo(kind);
    assertThat(worsening(problem(OMS, days), seen(OPSOCLONUS, 5)).kind()).isEqualTo(Kind.NONE);
  }

  // What is told on one day comes in one order, however the chart is sorted

  private static List<Bout> bouts(KnownDisease disease, Told... told) {
    List<ClinicalStatement> words = Stream.of(told).map(Told::statement).toList();
    return new SignCourse(Sign.EYES, words, List.of())
        .bouts(disease, TODAY, SiteSettings.defaults());
  }

  private static Told in(String reference, String words, Told told) {
    ClinicalStatement said = told.statement();
    return new Told(
        new ClinicalStatement(
            said.finding(),
            said.certainty(),
            said.course(),
            said.speaker(),
            said.onset(),
            said.asserted(),
            said.ended(),
            said.confirmed(),
            new Evidence(reference, words, said.asserted())));
  }

  private static List<String> evidence(Told... told) {
    KnownDisease disease =
        new KnownDisease(false, List.of(TODAY.minusDays(400)), TODAY.minusDays(310));
    return bouts(disease, told).stream()
        .flatMap(bout -> bout.evidence().stream())
        .map(each -> each.reference() + " " + each.seen())
        .toList();
  }

  @Test
  void theEvidenceOfOneDayDoesNotDependOnTheOrderOfTheChart() {
    Told first = in("Observation/a", "opsoclonus", seen(OPSOCLONUS, 5));
    Told second = in("Observation/b", "flutter", seen(OCULAR_FLUTTER, 5));
    assertThat(evidence(first, second))
        .containsExactly("Observation/a opsoclonus", "Observation/b flutter");
    assertThat(evidence(second, first)).isEqualTo(evidence(first, second));

    Told third = in("Observation/a", "flutter", seen(OCULAR_FLUTTER, 5));
    assertThat(evidence(first, third))
        .containsExactly("Observation/a flutter", "Observation/a opsoclonus");
    assertThat(evidence(third, first)).isEqualTo(evidence(first, third));
  }
}
