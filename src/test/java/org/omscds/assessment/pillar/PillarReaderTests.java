package org.omscds.assessment.pillar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.assessment.Assessments.reasons;
import static org.omscds.assessment.Assessments.state;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;
import static org.omscds.knowledge.FindingId.BEHAVIOUR_CHANGE;
import static org.omscds.knowledge.FindingId.DEMYELINATION;
import static org.omscds.knowledge.FindingId.EPILEPSY;
import static org.omscds.knowledge.FindingId.INSOMNIA;
import static org.omscds.knowledge.FindingId.MYOCLONUS;
import static org.omscds.knowledge.FindingId.NEUROBLASTIC_TUMOUR;
import static org.omscds.knowledge.FindingId.OPSOCLONUS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessments;
import org.omscds.consultation.TestCharts;
import org.omscds.consultation.WrittenChart;
import org.omscds.finding.Finding;
import org.omscds.finding.Told;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;

/** Which signs belong together, what is past, what explains them, and the tumour. */
class PillarReaderTests {

  private static final String APART = "more than 90 days apart from the other signs";
  private static final String PAST = "past: not recorded again in the last 180 days";

  private static Assessment toddler(Told... told) {
    return Assessments.of(30, told);
  }

  // Episode: "the next one belongs to the same chain when it begins at most W_PILLAR after the last
  // one ended. A problem that still stands reaches to the day of the consultation; an Observation
  // ends on its own day."

  @ParameterizedTest(name = "opsoclonus seen {0} and ataxia {1} days ago: apart {2}")
  @CsvSource({"10, 100, false", "10, 101, true"})
  void observationsBelongTogetherInsideTheWindow(int eyes, int motor, boolean apart) {
    Assessment assessment = toddler(seen(OPSOCLONUS, eyes), seen(ATAXIA, motor));
    assertThat(reasons(assessment).contains(APART)).isEqualTo(apart);
    assertThat(state(assessment, Pillar.B)).isEqualTo(apart ? "UNKNOWN" : "PRESENT");
  }

  @Test
  void aProblemThatStandsReachesToTheDayOfTheConsultation() {
    assertThat(reasons(toddler(seen(OPSOCLONUS, 10), problem(ATAXIA, 170)))).isEmpty();
  }

  @Test
  void signsBetweenJoinTheEnds() {
    assertThat(reasons(toddler(seen(OPSOCLONUS, 0), seen(INSOMNIA, 85), seen(ATAXIA, 170))))
        .isEmpty();
  }

  // "Of several chains the one with the most PRESENT pillars counts, then the one with the most
  // POSSIBLE pillars, then the latest."

  @Test
  void theChainWithMostPresentPillarsCounts() {
    Assessment assessment =
        toddler(
            seen(OPSOCLONUS, 170),
            seen(ATAXIA, 165),
            seen(BEHAVIOUR_CHANGE, 5).possible(),
            seen(MYOCLONUS, 5));
    assertThat(state(assessment, Pillar.A)).isEqualTo("PRESENT");
    assertThat(state(assessment, Pillar.C)).isEqualTo("UNKNOWN");
    assertThat(reasons(assessment)).containsExactly(APART);
  }

  @Test
  void ofEqualChainsTheOneWithMorePossiblePillarsCounts() {
    Assessment assessment =
        toddler(seen(OPSOCLONUS, 170), seen(ATAXIA, 170).possible(), seen(BEHAVIOUR_CHANGE, 5));
    assertThat(state(assessment, Pillar.A)).isEqualTo("PRESENT");
    assertThat(state(assessment, Pillar.C)).isEqualTo("UNKNOWN");
  }

  @Test
  void aPillarThatIsPresentIsNotPossibleBesides() {
    Assessment assessment =
        toddler(seen(OPSOCLONUS, 170), seen(OPSOCLONUS, 170).possible(), seen(BEHAVIOUR_CHANGE, 5));
    assertThat(state(assessment, Pillar.C)).isEqualTo("PRESENT");
  }

  @Test
  void ofEqualChainsTheLatestCounts() {
    Assessment assessment = toddler(seen(OPSOCLONUS, 170), seen(ATAXIA, 5));
    assertThat(state(assessment, Pillar.A)).isEqualTo("UNKNOWN");
    assertThat(state(assessment, Pillar.B)).isEqualTo("PRESENT");
  }

  // "Past: a statement last made more than W_CURRENT ago is kept apart"

  @ParameterizedTest(name = "last seen {0} days ago: past {1}")
  @CsvSource({"180, false", "181, true"})
  void whatNobodyRepeatedIsPast(int daysAgo, boolean past) {
    Assessment assessment = toddler(seen(OPSOCLONUS, daysAgo));
    assertThat(reasons(assessment).contains(PAST)).isEqualTo(past);
    assertThat(state(assessment, Pillar.A)).isEqualTo(past ? "UNKNOWN" : "PRESENT");
    assertThat(assessment.suspicion().holds("P1a")).isTrue();
    assertThat(assessment.holds(Fact.EYES_RECORDED_EARLIER)).isEqualTo(past);
  }

  @ParameterizedTest(name = "past opsoclonus of a child of {0} months, {1} days ago: red flag {2}")
  @CsvSource({"9, 185, true", "9, 186, false", "30, 400, true"})
  void pastEyesAreARedFlagFromThreeMonthsOfAgeOn(int months, int daysAgo, boolean flag) {
    assertThat(Assessments.of(months, seen(OPSOCLONUS, daysAgo)).suspicion().holds("P1a"))
        .isEqualTo(flag);
  }

  @Test
  void pastEyesOfAnUnknownAgeAreARedFlagAndPossibleOnesAreNot() {
    assertThat(Assessments.ofUnknownAge(seen(OPSOCLONUS, 300)).suspicion().holds("P1a")).isTrue();
    assertThat(toddler(seen(OPSOCLONUS, 300).possible()).suspicion().holds("P1a")).isFalse();
    assertThat(toddler(seen(ATAXIA, 300)).suspicion().holds("P1a")).isFalse();
  }

  // "Neurological onset is the first day of a PRESENT sign of A or B in the episode; without any,
  // of a PRESENT sign of C."

  @Test
  void eyesOrMotorSignsTellTheOnset() {
    assertThat(onset(seen(INSOMNIA, 40), seen(ATAXIA, 20), seen(OPSOCLONUS, 10))).contains(20);
    assertThat(onset(seen(INSOMNIA, 40), seen(ATAXIA, 50).possible())).contains(40);
    assertThat(onset(seen(ATAXIA, 50).possible())).isEmpty();
  }

  private static Optional<Integer> onset(Told... told) {
    return toddler(told)
        .neuroOnset()
        .map(day -> (int) (TestCharts.TODAY.toEpochDay() - day.toEpochDay()));
  }

  // "may explain counted pillars, when confirmed, active and said in the last 180 days"

  @ParameterizedTest
  @EnumSource(
      names = {
        "CNS_INFECTION",
        "POSTERIOR_FOSSA_TUMOUR",
        "DEMYELINATION",
        "AUTOIMMUNE_ENCEPHALITIS",
        "MILLER_FISHER_OR_GUILLAIN_BARRE",
        "TOXIC_CAUSE",
        "METABOLIC_CAUSE",
        "FUNCTIONAL_DISORDER"
      })
  void aConfirmedActiveDiagnosisIsAnAlternative(FindingId diagnosis) {
    assertThat(toddler(problem(diagnosis, 180)).alternatives()).hasSize(1);
    assertThat(toddler(problem(diagnosis, 181)).alternatives()).isEmpty();
    assertThat(toddler(problem(diagnosis, 9).unconfirmed()).alternatives()).isEmpty();
    assertThat(toddler(problem(diagnosis, 9).overSince(2)).alternatives()).isEmpty();
    assertThat(toddler(problem(diagnosis, 9).possible()).alternatives()).isEmpty();
    assertThat(toddler(problem(diagnosis, 9), problem(diagnosis, 3)).alternatives()).hasSize(1);
  }

  @Test
  void anAlternativeSaysWhatItExplainsAndWhere() {
    Alternative alternative = toddler(problem(DEMYELINATION, 5)).alternatives().getFirst();
    assertThat(alternative.explains()).containsExactly(Pillar.B, Pillar.C);
    assertThat(alternative.label()).isNotEmpty();
    assertThat(alternative.evidence()).isEqualTo(problem(DEMYELINATION, 5).statement().evidence());
  }

  @Test
  void otherDiagnosesAreNoAlternatives() {
    assertThat(toddler(problem(EPILEPSY, 5)).alternatives()).isEmpty();
  }

  // "UNKNOWN": the chart does not say, or the part that would say was not supplied

  @ParameterizedTest(name = "without {0}: {1}")
  @CsvSource({
    "conditions, NOT_SUPPLIED, NOT_SUPPLIED",
    "observations, NOT_SUPPLIED, NOT_DOCUMENTED",
    "procedures, NOT_DOCUMENTED, NOT_DOCUMENTED"
  })
  void anUnknownPillarSaysWhy(String key, Finding.Reason signs, Finding.Reason tumour) {
    Assessment assessment = WrittenChart.child(30).without(key).assessment();
    for (Pillar pillar : List.of(Pillar.A, Pillar.B, Pillar.C)) {
      assertThat(assessment.pillars().of(pillar).finding()).isEqualTo(new Finding.Unknown(signs));
    }
    assertThat(assessment.pillars().of(Pillar.D).finding()).isEqualTo(new Finding.Unknown(tumour));
  }

  // What was left out and would be of no pillar is told for a few findings only

  @ParameterizedTest(name = "{0} in the past is told: {1}")
  @CsvSource({"OPSOCLONUS, true", "FEVER, false"})
  void onlyWhatMattersIsTold(FindingId finding, boolean told) {
    assertThat(toddler(seen(finding, 300)).notCounted().isEmpty()).isEqualTo(!told);
  }

  // Pillar D

  @ParameterizedTest
  @EnumSource(
      names = {"SUSPICIOUS_MASS", "RAISED_CATECHOLAMINES", "MIBG_UPTAKE", "HORNER_SYNDROME"})
  void aHintMakesTheTumourPossible(FindingId hint) {
    Assessment assessment = toddler(seen(hint, 400));
    assertThat(state(assessment, Pillar.D)).isEqualTo("POSSIBLE");
    assertThat(assessment.pillars().of(Pillar.D).finding().restsOn()).hasSize(1);
    assertThat(assessment.holds(Fact.TUMOUR_KNOWN_OR_POSSIBLE)).isTrue();
    assertThat(assessment.holds(Fact.TUMOUR_KNOWN)).isFalse();
    assertThat(state(toddler(problem(hint, 400).overSince(5)), Pillar.D)).isEqualTo("UNKNOWN");
  }

  @Test
  void aTumourIsNeverAbsent() {
    assertThat(state(toddler(seen(NEUROBLASTIC_TUMOUR, 1).absent()), Pillar.D))
        .isEqualTo("UNKNOWN");
  }

  @Test
  void aTumourCountsWheneverItWas() {
    Assessment assessment = toddler(problem(NEUROBLASTIC_TUMOUR, 700).overSince(600));
    assertThat(state(assessment, Pillar.D)).isEqualTo("PRESENT");
    assertThat(assessment.pillars().of(Pillar.D).finding().restsOn()).hasSize(1);
    assertThat(state(toddler(seen(NEUROBLASTIC_TUMOUR, 3).possible()), Pillar.D))
        .isEqualTo("POSSIBLE");
  }

  // "Tumour known: D is PRESENT, and a statement of it is dated within 180 days before or after the
  // neurological onset; or it has no date and is not over."

  @ParameterizedTest(name = "onset {0}, tumour {1} days ago: known {2}")
  @CsvSource({
    "20, 200, true",
    "20, 201, false",
    "170, 0, true",
    "180, 0, true",
    "190, 10, true",
    "190, 9, false"
  })
  void aTumourOfTheSameHalfYearIsKnown(int onset, int tumour, boolean known) {
    Assessment assessment =
        toddler(problem(ATAXIA, onset).recorded(1), problem(NEUROBLASTIC_TUMOUR, tumour));
    assertThat(assessment.holds(Fact.TUMOUR_KNOWN)).isEqualTo(known);
  }

  @Test
  void anUndatedTumourIsKnownUnlessItIsOver() {
    assertThat(toddler(problem(NEUROBLASTIC_TUMOUR, 5).undated()).holds(Fact.TUMOUR_KNOWN))
        .isTrue();
    assertThat(
            toddler(problem(NEUROBLASTIC_TUMOUR, 5).undated().overSince(3))
                .holds(Fact.TUMOUR_KNOWN))
        .isFalse();
    assertThat(toddler().holds(Fact.TUMOUR_KNOWN)).isFalse();
    assertThat(toddler().holds(Fact.TUMOUR_KNOWN_OR_POSSIBLE)).isFalse();
  }
}
