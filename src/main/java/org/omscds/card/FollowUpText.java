package org.omscds.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.course.FollowUpGaps.Gap;
import org.omscds.assessment.workup.RepeatSearch;
import org.omscds.assessment.workup.RepeatSearch.Search;

/** Writes the follow-up of known OMS: the repeat search, and what tests and therapies lack. */
final class FollowUpText {

  private static final int MOST_SEARCHES = 6;

  private FollowUpText() {}

  static String due(Assessment assessment) {
    return switch (assessment.followUp().repeatSearch()) {
      case RepeatSearch.Due due -> due.due().toString();
      case RepeatSearch.Pending pending -> pending.due().toString();
      case RepeatSearch.NotDue _, RepeatSearch.NotCalledFor _ -> "not due";
    };
  }

  static String lastModality(Assessment assessment) {
    return last(assessment).map(Search::modality).orElse("search");
  }

  static String lastDay(Assessment assessment) {
    return last(assessment).map(search -> search.day().toString()).orElse("not recorded");
  }

  private static Optional<Search> last(Assessment assessment) {
    return switch (assessment.followUp().repeatSearch()) {
      case RepeatSearch.Due due -> Optional.of(due.last());
      case RepeatSearch.NotDue(Search last) -> Optional.of(last);
      case RepeatSearch.Pending _, RepeatSearch.NotCalledFor _ -> Optional.empty();
    };
  }

  /** The worst one or two gaps, then how many more. */
  static String items(Assessment assessment) {
    return CourseText.firstOf(gaps(assessment), ", ");
  }

  static List<String> gaps(Assessment assessment) {
    return assessment.followUp().gaps().gaps().stream().map(Gap::label).toList();
  }

  /** What was searched and when, whatever the test was, and how long the next search is due. */
  static List<String> searches(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    if (assessment.followUp().repeatSearch() instanceof RepeatSearch.Due due) {
      lines.add("due since " + due.due() + ", " + due.overdueDays() + " days ago");
      lines.add("newest: " + FindingsText.line(due.last().evidence()));
    }
    assessment.workup().tumourSearch().all().stream()
        .limit(MOST_SEARCHES)
        .map(each -> FindingsText.line(each.evidence()))
        .filter(line -> lines.stream().noneMatch(said -> said.endsWith(line)))
        .forEach(lines::add);
    return lines;
  }
}
