package org.omscds.assessment.workup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omscds.patient.Dose;

/**
 * Whether a steroid is ordered at a dose that suppresses immunity: at least 2 mg/kg or 20 mg of
 * prednisone-equivalent a day, or as a pulse (CDC/ACIP general best practice). The equivalents
 * serve this question alone and are never shown: 5 mg of prednisone or prednisolone are 4 mg of
 * methylprednisolone, 0.75 mg of dexamethasone and 20 mg of hydrocortisone.
 */
public enum SteroidDose {
  HIGH,
  LOW,
  /** No dose is told, or how often, or the weight that would decide. */
  UNKNOWN;

  private static final BigDecimal HIGH_MG = new BigDecimal("20");
  private static final BigDecimal HIGH_MG_PER_KG = new BigDecimal("2");
  private static final BigDecimal PREDNISONE_MG = new BigDecimal("5");
  private static final BigDecimal THOUSAND = new BigDecimal("1000");
  private static final String HYDROCORTISONE = "hydrocortisone";

  private static final Map<String, BigDecimal> SAME_AS_5_MG_OF_PREDNISONE =
      Map.of(
          "prednisone",
          PREDNISONE_MG,
          "prednisolone",
          PREDNISONE_MG,
          "methylprednisolone",
          new BigDecimal("4"),
          "dexamethasone",
          new BigDecimal("0.75"),
          HYDROCORTISONE,
          new BigDecimal("20"));

  /**
   * The dose of an order, of which the highest part counts.
   *
   * @param kilograms the body weight, where it is known
   */
  public static SteroidDose of(
      String ingredient, List<Dose> doses, Optional<BigDecimal> kilograms) {
    BigDecimal same = SAME_AS_5_MG_OF_PREDNISONE.get(ingredient);
    if (same == null || doses.isEmpty()) {
      return UNKNOWN;
    }
    SteroidDose highest = LOW;
    for (Dose dose : doses) {
      SteroidDose one = of(ingredient, dose, same, kilograms);
      if (one == HIGH) {
        return HIGH;
      }
      highest = one == UNKNOWN ? UNKNOWN : highest;
    }
    return highest;
  }

  private static SteroidDose of(
      String ingredient, Dose dose, BigDecimal same, Optional<BigDecimal> kilograms) {
    String unit = dose.unit().replace(" ", "").replace('²', '2');
    boolean perDay = unit.endsWith("/day") || unit.endsWith("/d");
    String plain = unit.replaceAll("/(day|d)$", "");
    BigDecimal times =
        perDay || dose.timesPerDay() == 0 ? BigDecimal.ONE : BigDecimal.valueOf(dose.timesPerDay());
    boolean toldHowOften = perDay || dose.timesPerDay() > 0;
    BigDecimal amount = dose.amount().multiply(times);
    BigDecimal prednisone = amount.multiply(PREDNISONE_MG).divide(same, MathContext.DECIMAL32);
    SteroidDose below = toldHowOften ? LOW : UNKNOWN;
    return switch (plain) {
      case "mg" -> ofMilligrams(prednisone, kilograms, below);
      case "g" -> ofMilligrams(prednisone.multiply(THOUSAND), kilograms, below);
      case "mg/kg" ->
          prednisone.compareTo(HIGH_MG_PER_KG) >= 0
              ? HIGH
              : perKilogram(prednisone, kilograms, below);
      case "mg/m2" -> perSquareMetre(ingredient, below);
      default -> UNKNOWN;
    };
  }

  /** By body surface dexamethasone and methylprednisolone are pulses, hydrocortisone replaces. */
  private static SteroidDose perSquareMetre(String ingredient, SteroidDose below) {
    return switch (ingredient) {
      case "dexamethasone", "methylprednisolone" -> HIGH;
      case HYDROCORTISONE -> below;
      default -> UNKNOWN;
    };
  }

  private static SteroidDose ofMilligrams(
      BigDecimal milligrams, Optional<BigDecimal> kilograms, SteroidDose below) {
    if (milligrams.compareTo(HIGH_MG) >= 0) {
      return HIGH;
    }
    return kilograms
        .map(weight -> milligrams.compareTo(HIGH_MG_PER_KG.multiply(weight)) >= 0 ? HIGH : below)
        .orElse(UNKNOWN);
  }

  private static SteroidDose perKilogram(
      BigDecimal perKilogram, Optional<BigDecimal> kilograms, SteroidDose below) {
    return kilograms
        .map(weight -> perKilogram.multiply(weight).compareTo(HIGH_MG) >= 0 ? HIGH : below)
        .orElse(UNKNOWN);
  }
}
