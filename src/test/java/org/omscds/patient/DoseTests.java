package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doses in words. */
class DoseTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 g/kg                                  | 2    | g/kg
          2 g/kg over 2 days                      | 2    | g/kg
          1 g/kg/day for 2 days                   | 2    | g/kg
          1 g/kg/d x2 days                        | 2    | g/kg
          0,4 g/kg/day on 5 consecutive days      | 2.0  | g/kg
          1 g/kg/day                              | 1    | g/kg/day
          IVIG 400 mg / kg once                   | 400  | mg/kg
          375 mg/m² weekly                        | 375  | mg/m2
          20 mg/m2                                | 20   | mg/m2
          40 g                                    | 40   | g
          60 mg/day                               | 60   | mg/day
          """)
  void theFirstDoseOfATextIsRead(String text, BigDecimal amount, String unit) {
    assertThat(Dose.inWords(text)).contains(new Dose(amount, unit));
  }

  @Test
  void wordsWithoutADoseTellNone() {
    assertThat(Dose.inWords("as directed")).isEmpty();
    assertThat(Dose.inWords("5 mL twice a day")).isEmpty();
    assertThat(Dose.inWords("100 mg/mL")).isEmpty();
    assertThat(Dose.inWords("10 gtt")).isEmpty();
  }
}
