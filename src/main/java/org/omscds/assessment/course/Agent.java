package org.omscds.assessment.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.DrugClass;

/**
 * One drug of the immunotherapy over one run of treatment.
 *
 * @param first the first recorded day
 * @param last the last day on which it is known to have been given, ordered or to have ended
 * @param end how the run ended, as far as the chart tells
 */
public record Agent(
    DrugClass drugClass,
    String ingredient,
    LocalDate first,
    LocalDate last,
    End end,
    List<Evidence> evidence) {

  public Agent {
    evidence = List.copyOf(evidence);
  }

  /** How a run ended. */
  public enum End {
    /** An order or course of it stands. */
    NONE,
    /** The end was recorded. */
    RECORDED,
    /** Only doses are recorded: the last one stands for the end. */
    LAST_DOSE,
    /** It is over, and nobody recorded when. */
    UNKNOWN
  }

  /** Whether an order or course of it stands. */
  public boolean current() {
    return end == End.NONE;
  }

  /** Whether it lowers inflammation as a steroid does. */
  public boolean isSteroid() {
    return drugClass == DrugClass.STEROID || drugClass == DrugClass.ACTH;
  }

  /** The day on which it ended, where that is known. */
  public Optional<LocalDate> ended() {
    return switch (end) {
      case RECORDED, LAST_DOSE -> Optional.of(last);
      case NONE, UNKNOWN -> Optional.empty();
    };
  }
}
