package org.omscds.assessment.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.course.Response.Verdict;
import org.omscds.assessment.instrument.MitchellPikeScale.Reading.Score;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.ScaleVersion;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/** Which scores a response is measured from, and when it is looked at. */
class ResponseTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Findings NOTHING =
      new Findings(Map.of(), List.of(), List.of(), TestResults.none());

  private static Treatment since(int days) {
    return new Treatment(List.of(agent(DrugClass.ACTH, "corticotropin", days)), List.of());
  }

  private static Agent agent(DrugClass drug, String name, int days) {
    LocalDate first = TODAY.minusDays(days);
    return new Agent(drug, name, first, first, Agent.End.NONE, List.of(evidence("m" + days)));
  }

  private static Evidence evidence(String id) {
    return new Evidence("Observation/" + id, id, ClinicalDate.unknown());
  }

  private static SeverityScore score(int daysAgo, int total, Map<ScaleItem, Integer> items) {
    return new SeverityScore(
        TODAY.minusDays(daysAgo),
        new Score(ScaleVersion.MP5_15, total, items, Set.of(), ""),
        evidence("s" + daysAgo));
  }

  private static SeverityScores scores(SeverityScore... scores) {
    return new SeverityScores(List.of(scores), List.of());
  }

  private static Response response(Treatment treatment, SeverityScore... scores) {
    return Response.of(treatment, scores(scores), NOTHING, TODAY, SiteSettings.defaults().course());
  }

  /** Treatment for 84 days; the score before from 90 days before until 3 days after its start. */
  @ParameterizedTest(name = "before: {0} d ago, after: {1} d ago: {2}")
  @CsvSource({
    "84, 0, INADEQUATE",
    "81, 0, INADEQUATE",
    "80, 0, NOT_JUDGED",
    "174, 0, INADEQUATE",
    "175, 0, NOT_JUDGED",
    "84, 7, INADEQUATE",
    "84, 42, INADEQUATE",
    "84, 43, NOT_JUDGED"
  })
  void theScoresThatAreCompared(int before, int after, Verdict verdict) {
    Response response = response(since(84), score(before, 9, Map.of()), score(after, 8, Map.of()));

    assertThat(response.verdict()).isEqualTo(verdict);
  }

  /** The checkpoint is that of the score, not of today. */
  @ParameterizedTest(name = "treated {0} d, score {1} d ago: {2}")
  @CsvSource({
    "14, 0, INADEQUATE_EARLY",
    "24, 3, INADEQUATE_EARLY",
    "28, 0, NOT_JUDGED",
    "42, 0, INADEQUATE",
    "400, 0, NOT_JUDGED"
  })
  void theCheckpointIsThatOfTheScore(int treated, int after, Verdict verdict) {
    Response response =
        response(since(treated), score(treated, 9, Map.of()), score(after, 8, Map.of()));

    assertThat(response.verdict()).isEqualTo(verdict);
    assertThat(response.weeks(TODAY)).isEqualTo((treated - after) / 7);
  }

  @Test
  void aGoodResponseIsAdequate() {
    Response response = response(since(84), score(84, 9, Map.of()), score(0, 3, Map.of()));

    assertThat(response.verdict()).isEqualTo(Verdict.ADEQUATE);
    assertThat(response.cannotWalk()).isFalse();
    assertThat(response.scoreOverdue()).isFalse();
  }

  /** Gait 3 from five weeks on. */
  @ParameterizedTest(name = "treated {0} d, gait {1}: {2}, {3}")
  @CsvSource({"35, 3, true, INADEQUATE", "34, 3, false, NOT_JUDGED", "35, 2, false, ADEQUATE"})
  void walkingIsStillLost(int treated, int gait, boolean lost, Verdict verdict) {
    Response response =
        response(
            since(treated),
            score(treated, 12, Map.of()),
            score(0, 4, Map.of(ScaleItem.GAIT, gait)));

    assertThat(response.cannotWalk()).isEqualTo(lost);
    assertThat(response.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "said {0} d ago, by {1}: {2}")
  @CsvSource({"42, CLINICIAN, true", "43, CLINICIAN, false", "10, FAMILY, false"})
  void lostWalkingInWords(int daysAgo, Speaker speaker, boolean lost) {
    ClinicalDate day = ClinicalDate.on(TODAY.minusDays(daysAgo));
    ClinicalStatement said =
        new ClinicalStatement(
            FindingId.LOSS_OF_AMBULATION,
            Certainty.PRESENT,
            Course.OBSERVED,
            speaker,
            day,
            day,
            ClinicalDate.unknown(),
            false,
            evidence("walk"));
    Findings findings =
        new Findings(
            Map.of(FindingId.LOSS_OF_AMBULATION, List.of(said)),
            List.of(),
            List.of(),
            TestResults.none());

    assertThat(
            Response.of(since(100), scores(), findings, TODAY, SiteSettings.defaults().course())
                .cannotWalk())
        .isEqualTo(lost);
  }

  @Test
  void withoutTreatmentNothingIsJudged() {
    Response response = response(new Treatment(List.of(), List.of()), score(84, 9, Map.of()));

    assertThat(response).isEqualTo(Response.NONE);
    assertThat(response.weeks(TODAY)).isZero();
  }

  @Test
  void aScoreIsOverdueAfterSixWeeks() {
    assertThat(response(since(42)).scoreOverdue()).isTrue();
    assertThat(response(since(41)).scoreOverdue()).isFalse();
    assertThat(response(since(84), score(42, 9, Map.of())).scoreOverdue()).isFalse();
    assertThat(response(since(84), score(43, 9, Map.of())).scoreOverdue()).isTrue();
  }

  @Test
  void immunoglobulinIsJudgedFromItsOwnStart() {
    Treatment both =
        new Treatment(
            List.of(
                agent(DrugClass.IVIG, "immune globulin IV", 200),
                agent(DrugClass.ACTH, "corticotropin", 60)),
            List.of());
    Response response =
        response(both, score(201, 5, Map.of()), score(60, 8, Map.of()), score(0, 5, Map.of()));

    assertThat(response.ivigWithoutBenefit()).isTrue();
    assertThat(response.verdict()).isEqualTo(Verdict.ADEQUATE);
    assertThat(response.agents())
        .extracting(Agent::ingredient)
        .containsExactly("immune globulin IV");
    assertThat(response.weeks(TODAY)).isEqualTo(28);
    assertThat(response.compared()).extracting(each -> each.score().total()).containsExactly(5, 5);
  }

  @Test
  void theStepOfWeekTwelveIsCalledForFromWeekTwelveOn() {
    assertThat(
            response(since(84), score(84, 9, Map.of()), score(0, 8, Map.of()))
                .isInadequateLate(SiteSettings.defaults().course()))
        .isTrue();
    assertThat(
            response(since(42), score(42, 9, Map.of()), score(0, 8, Map.of()))
                .isInadequateLate(SiteSettings.defaults().course()))
        .isFalse();
    assertThat(
            response(since(84), score(84, 9, Map.of()), score(0, 2, Map.of()))
                .isInadequateLate(SiteSettings.defaults().course()))
        .isFalse();
  }
}
