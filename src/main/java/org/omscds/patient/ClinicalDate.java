package org.omscds.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A date in a chart: a day, which may be a guess from a partial date, or not recorded at all. */
public sealed interface ClinicalDate {

  /**
   * A day.
   *
   * @param date the day, or the first day that is meant
   * @param latest the last day that is meant: later than {@code date} for a month or a year
   * @param approximate whether the day stands for a month, a year, an age or a range
   */
  record Known(LocalDate date, LocalDate latest, boolean approximate) implements ClinicalDate {}

  /** No date was recorded. */
  enum Unknown implements ClinicalDate {
    UNKNOWN
  }

  /** The date that nobody recorded. */
  static ClinicalDate unknown() {
    return Unknown.UNKNOWN;
  }

  /** An exact day. */
  static ClinicalDate on(LocalDate day) {
    return new Known(day, day, false);
  }

  /** A day that stands for something less exact. */
  static ClinicalDate about(LocalDate day) {
    return new Known(day, day, true);
  }

  /** Some day of a month or a year: from its first to its last. */
  static ClinicalDate between(LocalDate first, LocalDate last) {
    return new Known(first, last, true);
  }

  /** The day, or the first that is meant, where there is one. */
  default Optional<LocalDate> day() {
    return switch (this) {
      case Known(LocalDate date, _, _) -> Optional.of(date);
      case Unknown _ -> Optional.empty();
    };
  }

  /** The last day that is meant, where there is one. */
  default Optional<LocalDate> latestDay() {
    return switch (this) {
      case Known(_, LocalDate latest, _) -> Optional.of(latest);
      case Unknown _ -> Optional.empty();
    };
  }

  /** Whether a day is recorded. */
  default boolean isKnown() {
    return this instanceof Known;
  }

  /** Whether an exact day is recorded. */
  default boolean isExact() {
    return this instanceof Known(_, _, boolean approximate) && !approximate;
  }

  /** This date, or the other where this one is not recorded. */
  default ClinicalDate or(ClinicalDate other) {
    return isKnown() ? this : other;
  }

  /** The same date, marked as a guess. */
  default ClinicalDate asApproximate() {
    return switch (this) {
      case Known(LocalDate date, LocalDate latest, _) -> between(date, latest);
      case Unknown _ -> this;
    };
  }

  /** Whether the day is known and at most that many days before the given day, or after it. */
  default boolean isWithinDaysBefore(LocalDate reference, long days) {
    return day().filter(day -> ChronoUnit.DAYS.between(day, reference) <= days).isPresent();
  }

  /** The ISO day, with "about" before a guess, or "date not recorded". */
  default String display() {
    return switch (this) {
      case Known(LocalDate date, _, boolean approximate) ->
          approximate ? "about " + date : date.toString();
      case Unknown _ -> "date not recorded";
    };
  }

  /** The later of two dates; an unknown one gives way. */
  static ClinicalDate latest(ClinicalDate one, ClinicalDate other) {
    return switch (one) {
      case Unknown _ -> other;
      case Known(LocalDate date, _, _) ->
          other.day().filter(otherDay -> otherDay.isAfter(date)).isPresent() ? other : one;
    };
  }
}
