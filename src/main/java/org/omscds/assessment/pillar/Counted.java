package org.omscds.assessment.pillar;

import java.util.ArrayList;
import java.util.List;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.NotCounted;

/**
 * The statements of one pillar, sorted into those that may count and those that may not.
 *
 * @param counting what may count, present or possible
 * @param absent explicit negatives
 * @param left what may not count, with the reason
 */
record Counted(
    List<ClinicalStatement> counting, List<ClinicalStatement> absent, List<NotCounted> left) {

  Counted {
    counting = List.copyOf(counting);
    absent = List.copyOf(absent);
    left = List.copyOf(left);
  }

  /** Sorts statements one by one. */
  static final class Sorter {
    private final List<ClinicalStatement> counting = new ArrayList<>();
    private final List<ClinicalStatement> absent = new ArrayList<>();
    private final List<NotCounted> left = new ArrayList<>();

    void count(ClinicalStatement statement) {
      if (statement.certainty() == ClinicalStatement.Certainty.ABSENT) {
        absent.add(statement);
      } else {
        counting.add(statement);
      }
    }

    void leave(ClinicalStatement statement, String reason) {
      left.add(new NotCounted(statement.finding(), statement.evidence(), reason));
    }

    Counted sorted() {
      return new Counted(counting, absent, left);
    }
  }
}
