package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.assessment.workup.RepeatSearch.Search;
import org.omscds.consultation.Charts;
import org.omscds.finding.Evidence;
import org.omscds.patient.ClinicalDate;

/** When the search of an adult is due by the two published rules. */
class RepeatSearchReaderTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static Evidence evidence(LocalDate day) {
    return new Evidence("DiagnosticReport/" + day, "CT", ClinicalDate.on(day));
  }

  private static RepeatSearch of(
      RepeatSchedule.Adult schedule, int onset, List<Integer> searches, OrderHistory orders) {
    List<Search> found =
        searches.stream()
            .map(TODAY::minusMonths)
            .map(day -> new Search("CT", day, evidence(day)))
            .toList();
    return RepeatSearchReader.ofAdult(
        schedule, TODAY.minusMonths(onset), found, orders, Charts.KNOWLEDGE.order("AD11"));
  }

  private static OrderHistory nothing() {
    return new OrderHistory(TODAY, List.of(), List.of());
  }

  @ParameterizedTest(name = "{0}, onset {1}, searches {2} months ago: {3}")
  @CsvSource({
    "GRAUS_2021, 5, 4, due",
    "GRAUS_2021, 5, 3, not yet",
    "GRAUS_2021, 12, 11 5, due",
    "GRAUS_2021, 23, 5, due",
    "GRAUS_2021, 24, 5, not yet",
    "EFNS_2011, 5, 3, due",
    "EFNS_2011, 5, 2, not yet",
    "EFNS_2011, 12, 11 5, not yet",
    "EFNS_2011, 12, 11 6, due",
    "EFNS_2011, 30, 20 8, due",
    "EFNS_2011, 48, 20 8, not yet"
  })
  void theRulesDifferInTheirIntervalsAndInTheirEnd(
      RepeatSchedule.Adult schedule, int onset, String searches, String expected) {
    List<Integer> months = Stream.of(searches.split(" ")).map(Integer::valueOf).toList();
    RepeatSearch search = of(schedule, onset, months, nothing());
    assertThat(search instanceof RepeatSearch.Due).isEqualTo(expected.equals("due"));
    assertThat(search.regionsToOrder()).isEmpty();
  }

  @Test
  void whatIsOrderedIsPendingAndWhatWasDoneLatelyIsNotDue() {
    Evidence order = new Evidence("ServiceRequest/o", "PET/CT", ClinicalDate.on(TODAY));
    OrderHistory.Entry entry =
        new OrderHistory.Entry(Set.of("AD11"), ClinicalDate.on(TODAY), true, order);
    RepeatSchedule.Adult schedule = RepeatSchedule.Adult.GRAUS_2021;
    assertThat(of(schedule, 8, List.of(7), new OrderHistory(TODAY, List.of(), List.of(entry))))
        .isEqualTo(new RepeatSearch.Pending(TODAY.minusMonths(3), order));
    assertThat(of(schedule, 8, List.of(7), new OrderHistory(TODAY, List.of(entry), List.of())))
        .isInstanceOf(RepeatSearch.NotDue.class);
    assertThat(of(schedule, 8, List.of(), nothing())).isEqualTo(new RepeatSearch.NotCalledFor());
  }

  @Test
  void sixtyDaysAreAReminderAndTheNextDayIsAWarning() {
    LocalDate due = TODAY.minusDays(RepeatSchedule.OVERDUE_DAYS);
    Search last = new Search("MRI", due, evidence(due));
    assertThat(new RepeatSearch.Due(due, 60, last, List.of()).isOverdue()).isFalse();
    assertThat(new RepeatSearch.Due(due, 61, last, List.of()).isOverdue()).isTrue();
  }
}
