package org.omscds.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omscds.finding.Told.day;
import static org.omscds.finding.Told.problem;
import static org.omscds.finding.Told.seen;
import static org.omscds.knowledge.FindingId.ATAXIA;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omscds.consultation.TestCharts;
import org.omscds.patient.ClinicalDate;

/** When a statement began and was last said, and how evidence of one resource is joined. */
class ClinicalStatementTests {

  private static final LocalDate TODAY = TestCharts.TODAY;

  private static ClinicalDate between(int firstDaysAgo, int lastDaysAgo) {
    return ClinicalDate.between(TODAY.minusDays(firstDaysAgo), TODAY.minusDays(lastDaysAgo));
  }

  @Test
  void beganOnItsOnsetElseWhenItWasSaidElseToday() {
    assertThat(problem(ATAXIA, 20).recorded(5).statement().firstDay(TODAY))
        .isEqualTo(TODAY.minusDays(20));
    assertThat(
            problem(ATAXIA, 20)
                .begun(ClinicalDate.unknown())
                .recorded(5)
                .statement()
                .firstDay(TODAY))
        .isEqualTo(TODAY.minusDays(5));
    assertThat(problem(ATAXIA, 20).undated().statement().firstDay(TODAY)).isEqualTo(TODAY);
  }

  @Test
  void aMonthBeganAtLatestOnItsLastDayOrWhenItWasRecorded() {
    assertThat(
            problem(ATAXIA, 20)
                .begun(between(50, 20))
                .recorded(5)
                .statement()
                .latestFirstDay(TODAY))
        .isEqualTo(TODAY.minusDays(20));
    assertThat(
            problem(ATAXIA, 20)
                .begun(between(50, 20))
                .recorded(30)
                .statement()
                .latestFirstDay(TODAY))
        .isEqualTo(TODAY.minusDays(30));
    assertThat(
            problem(ATAXIA, 20)
                .begun(between(50, 20))
                .recorded(60)
                .statement()
                .latestFirstDay(TODAY))
        .isEqualTo(TODAY.minusDays(50));
    assertThat(
            problem(ATAXIA, 20)
                .begun(ClinicalDate.between(TODAY.minusDays(20), TODAY.plusDays(10)))
                .recorded(ClinicalDate.unknown())
                .statement()
                .latestFirstDay(TODAY))
        .isEqualTo(TODAY);
    assertThat(problem(ATAXIA, 20).undated().statement().latestFirstDay(TODAY)).isEqualTo(TODAY);
  }

  @Test
  void aProblemThatNobodyDatedCountsAsSaidToday() {
    assertThat(problem(ATAXIA, 20).recorded(ClinicalDate.unknown()).statement().lastSaid(TODAY))
        .isEqualTo(TODAY);
    assertThat(seen(ATAXIA, 20).recorded(ClinicalDate.unknown()).statement().lastSaid(TODAY))
        .isEqualTo(TODAY.minusDays(20));
    assertThat(problem(ATAXIA, 20).returned().recorded(4).statement().lastSaid(TODAY))
        .isEqualTo(TODAY.minusDays(4));
  }

  @Test
  void onlyAProblemStands() {
    assertThat(problem(ATAXIA, 1).statement().isStanding()).isTrue();
    assertThat(problem(ATAXIA, 1).returned().statement().isStanding()).isTrue();
    assertThat(seen(ATAXIA, 1).statement().isStanding()).isFalse();
    assertThat(problem(ATAXIA, 1).overSince(1).statement().isStanding()).isFalse();
  }

  @Test
  void evidenceOfOneResourceIsJoinedOnce() {
    Evidence ataxia = new Evidence("Condition/1", "Ataxia", day(1));
    Evidence quoted = new Evidence("Condition/1", "\"ataxia\"", day(1));
    Evidence tremor = new Evidence("Condition/1", "Tremor", day(1));
    Evidence other = new Evidence("Condition/2", "Ataxia", day(2));
    assertThat(Evidence.byResource(List.of(ataxia, other, quoted, tremor)))
        .containsExactly(new Evidence("Condition/1", "Ataxia; Tremor", day(1)), other);
  }
}
