package org.omscds.finding;

import java.time.LocalDate;
import java.util.List;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Dose;

/**
 * A drug of a class that matters, ordered or given.
 *
 * @param given whether it was given, not only ordered
 * @param current whether the order or course is not said to be over
 * @param doses how much at one time, as far as the chart tells
 */
public record Exposure(
    DrugClass drugClass,
    String ingredient,
    boolean given,
    boolean current,
    ClinicalDate start,
    ClinicalDate end,
    Evidence evidence,
    List<Dose> doses) {

  public Exposure {
    doses = List.copyOf(doses);
  }

  /** A drug whose dose nobody tells. */
  public Exposure(
      DrugClass drugClass,
      String ingredient,
      boolean given,
      boolean current,
      ClinicalDate start,
      ClinicalDate end,
      Evidence evidence) {
    this(drugClass, ingredient, given, current, start, end, evidence, List.of());
  }

  /** Whether it is taken now, or began or ended in the last days. */
  public boolean isWithin(int days, LocalDate today) {
    return current || start.isWithinDaysBefore(today, days) || end.isWithinDaysBefore(today, days);
  }

  /** Whether it began on or after a day; an unknown start counts as after. */
  public boolean sinceOrUnknown(LocalDate day) {
    return start.day().filter(began -> began.isBefore(day)).isEmpty();
  }
}
