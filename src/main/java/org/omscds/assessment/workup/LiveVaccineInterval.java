package org.omscds.assessment.workup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Dose;

/**
 * What holds a live vaccine back: IVIG for measles, mumps, rubella and varicella by its dose, and
 * immunosuppression for every live vaccine (CDC/ACIP general best practice). Inactivated vaccines
 * are not touched.
 *
 * <p>IVIG: 8 months after up to 0.4 g/kg, 10 after up to 1 g/kg, 11 after more; doses of one week
 * count together [PROPOSAL]; an unknown dose takes the longest. Steroid or ACTH at a high dose: one
 * month after it ends. Rituximab: 6 months, and B cells back. Cyclophosphamide: 3 months.
 */
public final class LiveVaccineInterval {

  private static final int COURSE_DAYS = 7;
  private static final int LONGEST_MONTHS = 11;
  private static final BigDecimal LOW_DOSE = new BigDecimal("0.4");
  private static final BigDecimal MIDDLE_DOSE = BigDecimal.ONE;
  private static final BigDecimal THOUSAND = new BigDecimal("1000");

  private LiveVaccineInterval() {}

  /** Why a live vaccine waits. */
  public enum Reason {
    /** Measles, mumps, rubella and varicella vaccines would not take. */
    IVIG,
    STEROID_OR_ACTH,
    RITUXIMAB,
    CYCLOPHOSPHAMIDE
  }

  /**
   * One thing that holds a live vaccine back today.
   *
   * @param until the first day on which it no longer does; unknown while it goes on
   * @param doseKnown whether the chart tells the dose on which it rests
   */
  public record Hold(Reason reason, ClinicalDate until, boolean doseKnown, Evidence evidence) {}

  /**
   * What holds a live vaccine back on a day.
   *
   * @param courses immunotherapy that counts, without single doses of a steroid
   */
  public static List<Hold> of(List<Exposure> courses, TestResults results, LocalDate today) {
    List<Hold> holds = new ArrayList<>();
    ivig(courses, today).ifPresent(holds::add);
    steroid(courses, today).ifPresent(holds::add);
    rituximab(courses, results, today).ifPresent(holds::add);
    newest(courses, DrugClass.CYCLOPHOSPHAMIDE)
        .flatMap(each -> hold(Reason.CYCLOPHOSPHAMIDE, each, 3, today))
        .ifPresent(holds::add);
    return holds;
  }

  private static Optional<Hold> ivig(List<Exposure> courses, LocalDate today) {
    List<Exposure> all =
        courses.stream().filter(each -> each.drugClass() == DrugClass.IVIG).toList();
    List<Exposure> given = all.stream().filter(Exposure::given).toList();
    List<Exposure> counted = given.isEmpty() ? all : given;
    return newest(counted, DrugClass.IVIG)
        .flatMap(last -> {
          Optional<BigDecimal> dose = courseDose(counted, lastDay(last));
          int months = dose.map(LiveVaccineInterval::months).orElse(LONGEST_MONTHS);
          return until(lastDay(last), months)
              .filter(until -> until.day().filter(day -> !day.isAfter(today)).isEmpty())
              .map(until -> new Hold(Reason.IVIG, until, dose.isPresent(), last.evidence()));
        });
  }

  /** Months of waiting after so many grams per kilogram. */
  static int months(BigDecimal gramsPerKilogram) {
    if (gramsPerKilogram.compareTo(LOW_DOSE) <= 0) {
      return 8;
    }
    return gramsPerKilogram.compareTo(MIDDLE_DOSE) <= 0 ? 10 : LONGEST_MONTHS;
  }

  /**
   * Grams per kilogram of the last week of infusions; empty where one of them is not told. An order
   * tells one dose of perhaps several, so it counts only where it says enough for the longest wait.
   */
  private static Optional<BigDecimal> courseDose(List<Exposure> counted, ClinicalDate last) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean onlyOrdered = false;
    for (Exposure each : counted) {
      boolean inCourse =
          last.day()
              .filter(day -> lastDay(each).isWithinDaysBefore(day, COURSE_DAYS - 1))
              .isPresent();
      if (!inCourse && lastDay(each).isKnown()) {
        continue;
      }
      Optional<BigDecimal> dose =
          each.doses().stream().flatMap(sent -> gramsPerKilogram(sent).stream()).findFirst();
      if (dose.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(dose.get());
      onlyOrdered |= !each.given();
    }
    BigDecimal total = sum;
    return Optional.of(total)
        .filter(_ -> total.signum() > 0)
        .filter(onlyOrdered ? LiveVaccineInterval::isLongest : _ -> true);
  }

  private static boolean isLongest(BigDecimal dose) {
    return months(dose) == LONGEST_MONTHS;
  }

  private static Optional<BigDecimal> gramsPerKilogram(Dose dose) {
    return switch (dose.unit().replace(" ", "")) {
      case "g/kg" -> Optional.of(dose.amount());
      case "mg/kg" -> Optional.of(dose.amount().divide(THOUSAND));
      default -> Optional.empty();
    };
  }

  /** ACTH counts whole; of a steroid a low dose holds nothing back, an unknown one may. */
  private static Optional<Hold> steroid(List<Exposure> courses, LocalDate today) {
    List<Exposure> steroids = courses.stream().filter(LiveVaccineInterval::maySuppress).toList();
    Optional<Exposure> current =
        steroids.stream()
            .filter(each -> each.current() && !each.end().isKnown())
            .max(Comparator.comparing(each -> each.start().day().orElse(LocalDate.MIN)));
    return current
        .map(each ->
            new Hold(Reason.STEROID_OR_ACTH, ClinicalDate.unknown(), isHigh(each), each.evidence()))
        .or(() ->
            steroids.stream()
                .max(Comparator.comparing(each -> lastDay(each).day().orElse(LocalDate.MIN)))
                .flatMap(each ->
                    hold(Reason.STEROID_OR_ACTH, each, 1, today)
                        .map(hold ->
                            new Hold(hold.reason(), hold.until(), isHigh(each), hold.evidence()))));
  }

  private static boolean maySuppress(Exposure exposure) {
    return exposure.drugClass() == DrugClass.ACTH
        || (exposure.drugClass() == DrugClass.STEROID && dose(exposure) != SteroidDose.LOW);
  }

  private static boolean isHigh(Exposure exposure) {
    return exposure.drugClass() == DrugClass.ACTH || dose(exposure) == SteroidDose.HIGH;
  }

  private static SteroidDose dose(Exposure exposure) {
    return SteroidDose.of(exposure.ingredient(), exposure.doses(), Optional.empty());
  }

  /** After the six months too, where the newest count since says that B cells are low. */
  private static Optional<Hold> rituximab(
      List<Exposure> courses, TestResults results, LocalDate today) {
    return newest(courses, DrugClass.RITUXIMAB)
        .flatMap(last ->
            hold(Reason.RITUXIMAB, last, 6, today)
                .or(() ->
                    results
                        .latest("R-CD19")
                        .filter(count -> isLowSince(count, last))
                        .map(count ->
                            new Hold(
                                Reason.RITUXIMAB,
                                ClinicalDate.unknown(),
                                false,
                                Evidence.of(count)))));
  }

  private static boolean isLowSince(TestResult count, Exposure last) {
    boolean since =
        count
            .date()
            .day()
            .filter(day -> lastDay(last).day().filter(day::isBefore).isEmpty())
            .isPresent();
    return count.outcome() == Outcome.LOW && since;
  }

  private static Optional<Exposure> newest(List<Exposure> courses, DrugClass drugClass) {
    return courses.stream()
        .filter(each -> each.drugClass() == drugClass)
        .max(Comparator.comparing(each -> lastDay(each).day().orElse(LocalDate.MIN)));
  }

  private static Optional<Hold> hold(Reason reason, Exposure last, int months, LocalDate today) {
    return until(lastDay(last), months)
        .filter(until -> until.day().filter(day -> !day.isAfter(today)).isEmpty())
        .map(until -> new Hold(reason, until, false, last.evidence()));
  }

  /** An unknown day holds, and nobody can say until when. */
  private static Optional<ClinicalDate> until(ClinicalDate last, int months) {
    return Optional.of(
        last.latestDay()
            .map(day -> ClinicalDate.on(day.plusMonths(months)))
            .orElseGet(ClinicalDate::unknown));
  }

  private static ClinicalDate lastDay(Exposure exposure) {
    return exposure.end().or(exposure.start());
  }
}
