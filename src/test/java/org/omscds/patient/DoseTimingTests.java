package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;

/** How often a day, in the forms of FHIR's Dosage; zero where nobody said, or not daily. */
class DoseTimingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"timing\":{\"repeat\":{\"frequency\":2,\"period\":1,\"periodUnit\":\"d\"}}}; 2",
        "{\"timing\":{\"repeat\":{\"period\":1,\"periodUnit\":\"d\"}}}; 1",
        "{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":8,\"periodUnit\":\"h\"}}}; 3",
        "{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":2,\"periodUnit\":\"d\"}}}; 0",
        "{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"wk\"}}}; 0",
        "{\"timing\":{\"repeat\":{\"frequency\":2}}}; 0",
        "{\"timing\":{\"code\":{\"coding\":[{\"code\":\"BID\"}]}}}; 2",
        "{\"timing\":{\"code\":{\"coding\":[{\"code\":\"tid\"}]}}}; 3",
        "{\"timing\":{\"code\":{\"text\":\"twice daily\"}}}; 2",
        "{\"text\":\"5 mg once daily\"}; 1",
        "{\"text\":\"5 mg three times a day\"}; 3",
        "{\"text\":\"5 mg every 6 hours\"}; 4",
        "{\"text\":\"5 mg bid\"}; 2",
        "{\"text\":\"as directed\"}; 0",
        "{}; 0"
      })
  void timesPerDay(String dosage, int expected) {
    assertThat(DoseTiming.timesPerDay(Charts.read(Charts.parse(dosage)))).isEqualTo(expected);
  }
}
