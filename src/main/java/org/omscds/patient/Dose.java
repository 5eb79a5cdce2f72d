package org.omscds.patient;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a drug was ordered or given at one time. It is read, and never written into anything
 * that this service emits.
 *
 * @param unit as sent, such as {@code g/kg}, {@code mg/m2} or {@code mg}
 * @param timesPerDay how often a day; zero where nobody said, or less often than daily
 */
public record Dose(BigDecimal amount, String unit, int timesPerDay) {

  /** A dose of which nobody said how often. */
  public Dose(BigDecimal amount, String unit) {
    this(amount, unit, 0);
  }

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d{1,6}(?:\\.\\d{1,4})?)\\s?(mg|g)(?:\\s?/\\s?(kg|m2|m²))?(\\s?/\\s?(?:day|d)\\b)?(?![\\w/])");

  private static final Pattern DAYS =
      Pattern.compile("(?:x|×|for|on)\\s?(\\d{1,2})\\s?(?:consecutive )?(?:days|day|d)\\b");

  /**
   * The first dose that a text names. A dose "per day" with its number of days counts whole: "1
   * g/kg/day for 2 days" is 2 g/kg; without that number the unit keeps "/day".
   */
  static Optional<Dose> inWords(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace(',', '.');
    Matcher amount = AMOUNT.matcher(plain);
    if (!amount.find()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(amount.group(1));
    String per = amount.group(3) == null ? "" : "/" + amount.group(3).replace('²', '2');
    String unit = amount.group(2) + per;
    if (amount.group(4) == null) {
      return Optional.of(new Dose(number, unit));
    }
    Matcher days = DAYS.matcher(plain);
    return Optional.of(
        days.find(amount.end())
            ? new Dose(number.multiply(new BigDecimal(days.group(1))), unit)
            : new Dose(number, unit + "/day"));
  }
}
