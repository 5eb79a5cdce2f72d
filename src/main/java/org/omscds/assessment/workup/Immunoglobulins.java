package org.omscds.assessment.workup;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.patient.ObservedValue;

/**
 * The immunoglobulins of the serum against the age range that the laboratory sent with them.
 *
 * @param antiIga whether antibodies to IgA were found: with an IgA that cannot be detected they are
 *     the hard stop for IVIG
 */
public record Immunoglobulins(Level iga, Level igg, Level igm, Antibody antiIga) {

  /** How much there is. */
  public enum Level {
    NOT_LOW,
    LOW,
    /** Low, and below what the laboratory can measure. */
    UNDETECTABLE,
    /** Not measured, pending, or without a range. */
    UNKNOWN
  }

  /** Whether antibodies to IgA were found. */
  public enum Antibody {
    FOUND,
    NOT_FOUND,
    UNKNOWN
  }

  /** Reads the newest answer of each. */
  public static Immunoglobulins of(TestResults results) {
    return new Immunoglobulins(
        level(results.latest("R-IGA")),
        level(results.latest("R-IGG")),
        level(results.latest("R-IGM")),
        results.latest("R-ANTI-IGA").map(Immunoglobulins::antibody).orElse(Antibody.UNKNOWN));
  }

  private static Level level(Optional<TestResult> latest) {
    return latest.map(Immunoglobulins::level).orElse(Level.UNKNOWN);
  }

  private static Level level(TestResult result) {
    return switch (result.outcome()) {
      case LOW -> isUndetectable(result.value()) ? Level.UNDETECTABLE : Level.LOW;
      case NEGATIVE, POSITIVE -> Level.NOT_LOW;
      case INDETERMINATE, PENDING -> Level.UNKNOWN;
    };
  }

  /** Zero, "less than" the smallest amount that is measured, or words without a number. */
  private static boolean isUndetectable(ObservedValue value) {
    return switch (value) {
      case ObservedValue.Measured(BigDecimal number, _, String comparator) ->
          number.signum() == 0 || comparator.startsWith("<");
      case ObservedValue.Words(String text) ->
          text.strip().startsWith("<")
              || text.toLowerCase(Locale.ROOT).matches(".*(undetect|not detect|absent).*");
      case ObservedValue.Coded _, ObservedValue.Flag _, ObservedValue.NotGiven _ -> false;
    };
  }

  private static Antibody antibody(TestResult result) {
    return switch (result.outcome()) {
      case POSITIVE -> Antibody.FOUND;
      case NEGATIVE, LOW -> Antibody.NOT_FOUND;
      case INDETERMINATE, PENDING -> Antibody.UNKNOWN;
    };
  }
}
