package org.omscds.assessment.workup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.patient.Dose;

/**
 * 2 mg/kg or 20 mg of prednisone-equivalent a day, or a pulse; both sides of each edge. The
 * equivalents: prednisone 5, prednisolone 5, methylprednisolone 4, dexamethasone 0.75,
 * hydrocortisone 20.
 */
class SteroidDoseTests {

  @ParameterizedTest
  @CsvSource({
    "prednisone, 20, mg, 1, 40, HIGH",
    "prednisone, 19.9, mg, 1, 40, LOW",
    "prednisolone, 10, mg, 2, 40, HIGH",
    "prednisolone, 9, mg, 2, 40, LOW",
    "prednisolone, 5, mg, 4, 40, HIGH",
    "methylprednisolone, 16, mg, 1, 40, HIGH",
    "methylprednisolone, 15.9, mg, 1, 40, LOW",
    "dexamethasone, 3, mg, 1, 40, HIGH",
    "dexamethasone, 2.9, mg, 1, 40, LOW",
    "hydrocortisone, 80, mg, 1, 60, HIGH",
    "hydrocortisone, 79, mg, 1, 60, LOW",
    "methylprednisolone, 1, g, 1, 70, HIGH",
    "prednisone, 20, mg/day, 0, 40, HIGH",
    "prednisone, 10, mg/day, 0, 40, LOW",
    // Below 20 mg the weight decides: 2 mg/kg of 8 kg are 16 mg.
    "prednisolone, 16, mg, 1, 8, HIGH",
    "prednisolone, 15.9, mg, 1, 8, LOW",
    // By the kilogram, and what comes of it in all.
    "prednisolone, 2, mg/kg, 1, 8, HIGH",
    "prednisolone, 1, mg/kg, 2, 8, HIGH",
    "prednisolone, 1.9, mg/kg, 1, 8, LOW",
    "prednisolone, 1, mg/kg, 1, 20, HIGH",
    "prednisolone, 1, mg/kg, 1, 19.9, LOW",
    "prednisolone, 2, mg/kg/day, 0, 8, HIGH",
    // By body surface: pulses, and the replacement.
    "dexamethasone, 20, mg/m2/day, 0, 12, HIGH",
    "methylprednisolone, 500, mg/m², 1, 12, HIGH",
    "hydrocortisone, 10, mg/m2/day, 0, 12, LOW",
    "prednisone, 40, mg/m2/day, 0, 12, UNKNOWN",
    // Nobody said how often: what is high once a day is high.
    "prednisone, 20, mg, 0, 40, HIGH",
    "prednisone, 10, mg, 0, 40, UNKNOWN",
    "prednisone, 5, tablets, 1, 40, UNKNOWN",
    "beclomethasone, 100, mg, 1, 40, UNKNOWN"
  })
  void theDoseOfADayIsComparedInPrednisone(
      String drug, BigDecimal amount, String unit, int times, BigDecimal weight, String expected) {
    assertThat(SteroidDose.of(drug, List.of(new Dose(amount, unit, times)), Optional.of(weight)))
        .isEqualTo(SteroidDose.valueOf(expected));
  }

  @Test
  void withoutTheWeightASmallDoseIsUnknown() {
    Dose small = new Dose(new BigDecimal("10"), "mg", 1);
    Dose large = new Dose(new BigDecimal("20"), "mg", 1);
    Dose perKilogram = new Dose(new BigDecimal("1"), "mg/kg", 1);
    Optional<BigDecimal> none = Optional.empty();

    assertThat(SteroidDose.of("prednisone", List.of(small), none)).isEqualTo(SteroidDose.UNKNOWN);
    assertThat(SteroidDose.of("prednisone", List.of(large), none)).isEqualTo(SteroidDose.HIGH);
    assertThat(SteroidDose.of("prednisone", List.of(perKilogram), none))
        .isEqualTo(SteroidDose.UNKNOWN);
  }

  @Test
  void theHighestPartOfATaperCounts() {
    Optional<BigDecimal> weight = Optional.of(new BigDecimal("40"));
    Dose low = new Dose(new BigDecimal("5"), "mg", 1);
    Dose high = new Dose(new BigDecimal("30"), "mg", 1);
    Dose untold = new Dose(new BigDecimal("5"), "drops", 1);

    assertThat(SteroidDose.of("prednisone", List.of(low, high), weight))
        .isEqualTo(SteroidDose.HIGH);
    assertThat(SteroidDose.of("prednisone", List.of(low, untold), weight))
        .isEqualTo(SteroidDose.UNKNOWN);
    assertThat(SteroidDose.of("prednisone", List.of(), weight)).isEqualTo(SteroidDose.UNKNOWN);
  }
}
