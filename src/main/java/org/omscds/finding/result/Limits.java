package org.omscds.finding.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omscds.patient.ReferenceRange;

/**
 * The ends of a reference range. FHIR's ends belong to the range; "less than 10" in words does not
 * hold 10.
 *
 * @param highIsOut whether the high end itself lies above
 */
record Limits(List<BigDecimal> low, List<BigDecimal> high, boolean highIsOut, boolean titre) {

  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,6})?)";
  private static final Pattern FROM_TO =
      Pattern.compile("(?<![\\d.])" + NUMBER + "\\s?(?:-|to)\\s?" + NUMBER + "(?![\\d.])");
  private static final Pattern ABOVE = Pattern.compile(">=?\\s?" + NUMBER);
  private static final Pattern UP_TO =
      Pattern.compile("(<=?|up to|less than|below)\\s?(1\\s?[:/]\\s?)?" + NUMBER);

  Limits {
    low = low.stream().filter(end -> end.signum() > 0).limit(1).toList();
    high = high.stream().limit(1).toList();
  }

  private boolean isOpen() {
    return low.isEmpty() && high.isEmpty();
  }

  /** The ends that a range names, in numbers or in words. */
  static Optional<Limits> of(ReferenceRange range) {
    Limits limits = new Limits(range.low(), range.high(), false, false);
    if (!limits.isOpen()) {
      return Optional.of(limits);
    }
    return inWords(range.text());
  }

  /** The ends that words name: "0.5-2.1", "< 10", "up to 5", "<1:10". */
  static Optional<Limits> inWords(String text) {
    String plain = Amount.plain(text);
    Matcher upTo = UP_TO.matcher(plain);
    if (upTo.find()) {
      boolean out = !upTo.group(1).equals("<=") && !upTo.group(1).equals("up to");
      BigDecimal end = new BigDecimal(upTo.group(3));
      return Optional.of(new Limits(List.of(), List.of(end), out, upTo.group(2) != null));
    }
    Matcher fromTo = FROM_TO.matcher(plain);
    if (fromTo.find()) {
      BigDecimal from = new BigDecimal(fromTo.group(1));
      BigDecimal to = new BigDecimal(fromTo.group(2));
      return from.compareTo(to) <= 0
          ? Optional.of(new Limits(List.of(from), List.of(to), false, false))
          : Optional.empty();
    }
    Matcher above = ABOVE.matcher(plain);
    return above.find()
        ? Optional.of(new Limits(List.of(new BigDecimal(above.group(1))), List.of(), false, false))
        : Optional.empty();
  }

  /** Where an amount lies; empty where "less than" or "more than" leaves it open. */
  Optional<Outcome> place(Amount amount) {
    if (amount.titre() != titre) {
      return Optional.empty();
    }
    BigDecimal number = amount.number();
    return switch (amount.comparator()) {
      case "<", "<=" -> placeBelow(number, amount.comparator().equals("<"));
      case ">", ">=" -> placeAbove(number, amount.comparator().equals(">"));
      default -> Optional.of(placeOf(number));
    };
  }

  private Outcome placeOf(BigDecimal number) {
    if (high.stream().anyMatch(end -> isAbove(number, end, highIsOut))) {
      return Outcome.POSITIVE;
    }
    return low.stream().anyMatch(end -> number.compareTo(end) < 0) ? Outcome.LOW : Outcome.NEGATIVE;
  }

  /** The value is smaller than the number, or at most as large. */
  private Optional<Outcome> placeBelow(BigDecimal number, boolean strictly) {
    if (!low.isEmpty()) {
      boolean under = number.compareTo(low.getFirst()) < (strictly ? 1 : 0);
      return under ? Optional.of(Outcome.LOW) : Optional.empty();
    }
    boolean within =
        !high.isEmpty() && number.compareTo(high.getFirst()) <= (strictly || !highIsOut ? 0 : -1);
    return within ? Optional.of(Outcome.NEGATIVE) : Optional.empty();
  }

  /** The value is larger than the number, or at least as large. */
  private Optional<Outcome> placeAbove(BigDecimal number, boolean strictly) {
    if (!high.isEmpty()) {
      boolean over = isAbove(number, high.getFirst(), strictly || highIsOut);
      return over ? Optional.of(Outcome.POSITIVE) : Optional.empty();
    }
    boolean within = !low.isEmpty() && number.compareTo(low.getFirst()) >= 0;
    return within ? Optional.of(Outcome.NEGATIVE) : Optional.empty();
  }

  private static boolean isAbove(BigDecimal number, BigDecimal end, boolean endIsAbove) {
    return number.compareTo(end) > (endIsAbove ? -1 : 0);
  }
}
