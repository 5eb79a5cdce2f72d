package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.Assessments.reasons;
import static org.omscds.assessment.Assessments.state;
import static org.omscds.finding.Told.day;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.CHRONIC_ATAXIA;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.NYSTAGMUS;
import static org.omscds.knowledge.FindingId.RECOVERED_GAIT;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessments;
import org.omscds.finding.Told;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.patient.ClinicalDate;

/** How an ataxia went: what still counts, what came back, and for how long it has lasted. */
class AtaxiaCourseTests {

  private static final String RECOVERED = "a recovered gait was recorded later";
  private static final String CHRONIC = "a chronic or hereditary cause is recorded";
  private static final String CONGENITAL = "present since before 6 months of age";

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  // "an ataxia, myoclonus or loss of walking that is over": "recorded as over"

  @Test
  void whatIsOverDoesNotCount() {
    Assessment assessment = toddler(problem(ATAXIA, 20).overSince(5));
    assertThat(state(assessment, Pillar.B)).isEqualTo("UNKNOWN");
    assertThat(reasons(assessment)).containsExactly("recorded as over");
  }

  // "an ataxia last said before a recovery": "a recovered gait was recorded later"

  @ParameterizedTest(name = "ataxia seen {0} days ago, gait recovered {1} days ago: {2}")
  @CsvSource({"10, 9, UNKNOWN", "10, 10, PRESENT", "10, 11, PRESENT"})
  void aRecoveryEndsWhatWasSaidBeforeIt(int ataxia, int recovery, String state) {
    Assessment assessment = toddler(seen(ATAXIA, ataxia), seen(RECOVERED_GAIT, recovery));
    assertThat(state(assessment, Pillar.B)).isEqualTo(state);
    assertThat(reasons(assessment).contains(RECOVERED)).isEqualTo(state.equals("UNKNOWN"));
  }

  @Test
  void aRecoveryTakesAClinician() {
    assertThat(reasons(toddler(seen(ATAXIA, 10), seen(RECOVERED_GAIT, 5).byFamily()))).isEmpty();
  }

  @Test
  void anAtaxiaThatEndedIsARecoveryToo() {
    assertThat(reasons(toddler(seen(ATAXIA, 10), problem(ATAXIA, 20).overSince(5))))
        .containsExactlyInAnyOrder(RECOVERED, "recorded as over");
  }

  @Test
  void theLatestRecoveryCounts() {
    assertThat(
            reasons(toddler(seen(ATAXIA, 10), seen(RECOVERED_GAIT, 5), seen(RECOVERED_GAIT, 20))))
        .containsExactly(RECOVERED);
  }

  // A day on which an examination still found ataxia is no day of recovery.

  @Test
  void anExaminationOfTheSameDayContradictsARecovery() {
    assertThat(reasons(toddler(seen(ATAXIA, 10), seen(RECOVERED_GAIT, 5), seen(ATAXIA, 5))))
        .isEmpty();
  }

  @Test
  void aPerhapsOrAnEntryOfTheSameDayDoesNotContradictARecovery() {
    assertThat(
            reasons(toddler(seen(ATAXIA, 10), seen(RECOVERED_GAIT, 5), seen(ATAXIA, 5).possible())))
        .containsExactly(RECOVERED);
    assertThat(reasons(toddler(seen(ATAXIA, 10), seen(RECOVERED_GAIT, 5), problem(ATAXIA, 5))))
        .containsExactly(RECOVERED);
  }

  // "an ataxia that began before 6 months of age and more than 90 days ago"

  @ParameterizedTest(name = "begun {1} days ago in a child of {0} months: left out {2}")
  @CsvSource(
      textBlock =
          """
          # the child is one day older than its completed months
          # day of the sixth month, 24 months ago
          30, 731, false
          30, 732, true
          # before six months of age, but of the last 90 days
          8, 90, false
          8, 91, true
          """)
  void anAtaxiaOfTheFirstHalfYearIsCongenital(int months, int daysAgo, boolean left) {
    Assessment assessment = Assessments.of(months, problem(ATAXIA, daysAgo).recorded(1));
    assertThat(reasons(assessment).contains(CONGENITAL)).isEqualTo(left);
    assertThat(state(assessment, Pillar.B)).isEqualTo(left ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void withoutAnOnsetNothingIsCongenital() {
    assertThat(reasons(Assessments.of(8, problem(ATAXIA, 120).begun(ClinicalDate.unknown()))))
        .isEmpty();
  }

  @Test
  void withoutABirthDateNothingIsCongenital() {
    Assessment assessment = Assessments.ofUnknownAge(problem(ATAXIA, 2000).recorded(1));
    assertThat(reasons(assessment)).isEmpty();
  }

  // "an ataxia beside a chronic or hereditary cause, unless it is a problem that stands, with an
  // exact onset more than 90 days after that cause began: a new step"

  @ParameterizedTest(name = "cause {0} days ago, ataxia {1} days ago: left out {2}")
  @CsvSource({"200, 20, false", "111, 20, false", "110, 20, true", "20, 20, true"})
  void besideAChronicCauseOnlyANewStepCounts(int cause, int ataxia, boolean left) {
    Assessment assessment = toddler(problem(CHRONIC_ATAXIA, cause), problem(ATAXIA, ataxia));
    assertThat(reasons(assessment).contains(CHRONIC)).isEqualTo(left);
  }

  @Test
  void anExaminationOrAGuessedOnsetIsNoNewStep() {
    assertThat(reasons(toddler(problem(CHRONIC_ATAXIA, 300), seen(ATAXIA, 20))))
        .containsExactly(CHRONIC);
    ClinicalDate guessed = day(20).asApproximate();
    assertThat(reasons(toddler(problem(CHRONIC_ATAXIA, 300), problem(ATAXIA, 20).begun(guessed))))
        .containsExactly(CHRONIC);
  }

  // P2e: it was better and came back

  private static boolean cameBack(Told... told) {
    return toddler(told).suspicion().holds("P2e");
  }

  @Test
  void aRecurrenceCameBack() {
    assertThat(cameBack(problem(ATAXIA, 5).returned())).isTrue();
    assertThat(cameBack(problem(ATAXIA, 5))).isFalse();
    assertThat(cameBack(problem(ATAXIA, 5).returned().possible(), seen(ATAXIA, 5))).isFalse();
  }

  @ParameterizedTest(name = "recovered 200 days ago, again {0} days ago: came back {1}")
  @CsvSource({"199, true", "20, true", "19, false"})
  void whatBeginsWithinHalfAYearOfARecoveryCameBack(int again, boolean cameBack) {
    assertThat(
            cameBack(
                seen(ATAXIA, 300), seen(RECOVERED_GAIT, 200), problem(ATAXIA, again).recorded(1)))
        .isEqualTo(cameBack);
  }

  @Test
  void whatBeganOnTheDayOfTheRecoveryDidNotComeBack() {
    assertThat(
            cameBack(seen(ATAXIA, 30), seen(RECOVERED_GAIT, 20), problem(ATAXIA, 20).recorded(1)))
        .isFalse();
  }

  @Test
  void anExaminationWithoutAtaxiaBeforeTheFirstOneIsNoRecovery() {
    assertThat(cameBack(seen(RECOVERED_GAIT, 20), seen(ATAXIA, 20).absent(), seen(ATAXIA, 5)))
        .isFalse();
    assertThat(cameBack(seen(ATAXIA, 20), seen(RECOVERED_GAIT, 20), seen(ATAXIA, 5))).isFalse();
  }

  @Test
  void onlyAnAtaxiaThatIsThereCameBack() {
    assertThat(
            cameBack(
                seen(ATAXIA, 30),
                seen(RECOVERED_GAIT, 20),
                seen(ATAXIA, 5).possible(),
                seen(MYOCLONUS, 5)))
        .isFalse();
  }

  // "ataxia lasts only if somebody spoke of it this lately": 7 days

  @ParameterizedTest(name = "begun {0}, last said {1} days ago: lasting {2}")
  @CsvSource({"40, 7, 40", "40, 8, -1", "0, 0, 0"})
  void lastsWhileSomebodySpeaksOfIt(int begun, int said, long days) {
    assertThat(toddler(problem(ATAXIA, begun).recorded(said)).ataxiaDays())
        .isEqualTo(days < 0 ? OptionalLong.empty() : OptionalLong.of(days));
  }

  @Test
  void theEarliestWordTellsHowLong() {
    assertThat(toddler(seen(ATAXIA, 12), seen(ATAXIA, 3)).ataxiaDays()).hasValue(12);
    assertThat(toddler(seen(ATAXIA, 3), seen(ATAXIA, 12).possible()).ataxiaDays()).hasValue(3);
  }

  // "Ataxia that began at most 72 hours ago"

  @ParameterizedTest(name = "ataxia of {0} days: acute {1}")
  @CsvSource({"0, true", "3, true", "4, false"})
  void isAcuteForThreeDays(int days, boolean acute) {
    assertThat(toddler(seen(ATAXIA, days)).holds(Fact.ACUTE_UNDER_72_HOURS)).isEqualTo(acute);
    assertThat(toddler(seen(ATAXIA, 1), seen(ATAXIA, days)).holds(Fact.ACUTE_UNDER_72_HOURS))
        .isEqualTo(acute);
  }

  @Test
  void withoutAtaxiaNothingIsAcute() {
    assertThat(toddler().holds(Fact.ACUTE_UNDER_72_HOURS)).isFalse();
    assertThat(toddler(seen(ATAXIA, 1).possible()).holds(Fact.ACUTE_UNDER_72_HOURS)).isFalse();
  }

  // P1f: A possible, or nystagmus, beside ataxia that began within 90 days

  @ParameterizedTest(name = "{0} beside ataxia of {1} days: {2}")
  @CsvSource({
    "NYSTAGMUS, 90, true",
    "NYSTAGMUS, 91, false",
    "ABNORMAL_EYE_MOVEMENT, 90, true",
    "ABNORMAL_EYE_MOVEMENT, 91, false",
    "TREMOR, 5, false"
  })
  void eyesThatNobodyCharacterisedMatterBesideNewAtaxia(FindingId eyes, int days, boolean matters) {
    Assessment assessment = toddler(problem(ATAXIA, days), seen(eyes, 1));
    assertThat(assessment.holds(Fact.UNCHARACTERISED_EYES_WITH_NEW_ATAXIA)).isEqualTo(matters);
    assertThat(assessment.suspicion().holds("P1f")).isEqualTo(matters);
  }

  @Test
  void aNystagmusThatIsOverDoesNotMatter() {
    Assessment assessment = toddler(problem(ATAXIA, 5), problem(NYSTAGMUS, 50).overSince(30));
    assertThat(assessment.suspicion().holds("P1f")).isFalse();
  }
}
