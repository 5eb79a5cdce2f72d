package org.omscds.patient;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/**
 * Reads FHIR's dates, ages, periods and ranges as clinical dates. A partial date stands for its
 * first day and is marked as approximate; what is no date is unknown.
 */
final class FhirDates {

  private static final int DAYS_PER_WEEK = 7;

  /** The highest age, in whichever unit, that is taken for one. */
  private static final BigDecimal OLDEST = BigDecimal.valueOf(1500);

  private FhirDates() {}

  /** The first of the elements that holds a date or the start (else the end) of a period. */
  static ClinicalDate first(FhirNode resource, Element... elements) {
    ClinicalDate found = ClinicalDate.unknown();
    for (Element element : elements) {
      found = found.or(dateOrPeriod(resource.at(element)));
    }
    return found;
  }

  /** The onset of a Condition in whichever form it was written. */
  static ClinicalDate onset(FhirNode condition, ClinicalDate birthDate) {
    return first(condition, Element.ONSET_DATE_TIME, Element.ONSET_PERIOD, Element.ONSET_STRING)
        .or(atAge(condition.at(Element.ONSET_AGE), birthDate))
        .or(atAge(condition.at(Element.ONSET_RANGE).at(Element.LOW), birthDate))
        .or(atAge(condition.at(Element.ONSET_RANGE).at(Element.HIGH), birthDate));
  }

  /** The abatement of a Condition in whichever form it was written. */
  static ClinicalDate abatement(FhirNode condition, ClinicalDate birthDate) {
    return first(condition, Element.ABATEMENT_DATE_TIME)
        .or(endOf(condition.at(Element.ABATEMENT_PERIOD)))
        .or(atAge(condition.at(Element.ABATEMENT_AGE), birthDate))
        .or(atAge(condition.at(Element.ABATEMENT_RANGE).at(Element.HIGH), birthDate))
        .or(atAge(condition.at(Element.ABATEMENT_RANGE).at(Element.LOW), birthDate))
        .or(first(condition, Element.ABATEMENT_STRING));
  }

  /** The end of a period. */
  static ClinicalDate endOf(FhirNode period) {
    return period.text(Element.END).map(FhirDates::parse).orElse(ClinicalDate.unknown());
  }

  /**
   * A FHIR date, dateTime or instant; the day is the one written, whatever the time zone. There is
   * no year 0000 in FHIR.
   */
  static ClinicalDate parse(String text) {
    if (text.startsWith("0000")) {
      return ClinicalDate.unknown();
    }
    try {
      if (text.length() == 4 && Character.isDigit(text.charAt(0))) {
        Year year = Year.parse(text);
        return ClinicalDate.between(year.atDay(1), year.atMonth(12).atEndOfMonth());
      }
      if (text.length() == 7) {
        YearMonth month = YearMonth.parse(text);
        return ClinicalDate.between(month.atDay(1), month.atEndOfMonth());
      }
      boolean day = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
      if (day && (text.length() == 10 || text.charAt(10) == 'T')) {
        return ClinicalDate.on(
            LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
      }
      return ClinicalDate.unknown();
    } catch (DateTimeException | NumberFormatException _) {
      return ClinicalDate.unknown();
    }
  }

  /** The number that some digits make. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new NumberFormatException("no digit");
      }
      number = 10 * number + (digit - '0');
    }
    return number;
  }

  private static ClinicalDate dateOrPeriod(FhirNode value) {
    Optional<String> text = value.text();
    if (text.isPresent()) {
      return parse(text.get());
    }
    if (!value.exists()) {
      return ClinicalDate.unknown();
    }
    return value
        .text(Element.START)
        .map(FhirDates::parse)
        .orElse(ClinicalDate.unknown())
        .or(endOf(value));
  }

  private static ClinicalDate atAge(FhirNode age, ClinicalDate birthDate) {
    Optional<BigDecimal> number = age.number(Element.VALUE);
    Optional<LocalDate> birth = birthDate.day();
    if (number.isEmpty() || birth.isEmpty() || number.get().abs().compareTo(OLDEST) > 0) {
      return ClinicalDate.unknown();
    }
    double count = number.get().doubleValue();
    String unit =
        age.text(Element.CODE)
            .or(() -> age.text(Element.UNIT))
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("s$", "");
    return switch (unit) {
      case "a", "year", "yr", "y" ->
          ClinicalDate.about(birth.get().plusMonths(Math.round(count * 12)));
      case "mo", "month" -> ClinicalDate.about(birth.get().plusMonths(Math.round(count)));
      case "wk", "week" ->
          ClinicalDate.about(birth.get().plusDays(Math.round(count * DAYS_PER_WEEK)));
      case "d", "day" -> ClinicalDate.about(birth.get().plusDays(Math.round(count)));
      default -> ClinicalDate.unknown();
    };
  }
}
