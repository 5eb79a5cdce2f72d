package org.omscds.finding.result;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a laboratory found: a number, or the denominator of a titre.
 *
 * @param comparator {@code <}, {@code <=}, {@code >=}, {@code >} or the empty string
 */
record Amount(BigDecimal number, String comparator, boolean titre) {

  private static final String COMPARATOR = "([<>]=?)?\\s?";
  private static final Pattern TITRE =
      Pattern.compile(COMPARATOR + "\\b1\\s?[:/]\\s?(\\d{1,9})\\b");
  private static final Pattern NUMBER =
      Pattern.compile("^" + COMPARATOR + "(\\d{1,9}(?:\\.\\d{1,6})?)(?![\\d.:/-])");

  /** The titre that a text names, or the number with which it begins. */
  static Optional<Amount> in(String text) {
    String plain = plain(text);
    return find(TITRE, plain, true).or(() -> find(NUMBER, plain, false));
  }

  /** One way to write signs and decimals. */
  static String plain(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace("≤", "<=")
        .replace("≥", ">=")
        .replaceAll("(?<=\\d),(?=\\d)", ".")
        .replace('–', '-');
  }

  private static Optional<Amount> find(Pattern pattern, String text, boolean titre) {
    Matcher found = pattern.matcher(text);
    return found.find()
        ? Optional.of(
            new Amount(
                new BigDecimal(found.group(2)),
                found.group(1) == null ? "" : found.group(1),
                titre))
        : Optional.empty();
  }
}
