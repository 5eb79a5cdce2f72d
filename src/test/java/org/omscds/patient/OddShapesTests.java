package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.fhir.PrefetchKey;

/**
 * Reads FHIR as clients really send it, row by row of {@link OddElements}, {@link OddValues},
 * {@link OddCharts} and {@link OddNotes}, and says beside each what HAPI's lenient parser makes of
 * it.
 */
class OddShapesTests {

  static Stream<OddShape> rows() {
    return Stream.of(OddElements.rows(), OddValues.rows(), OddCharts.rows(), OddNotes.rows())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anOddShapeIsReadForWhatItSays(OddShape shape) {
    shape.check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"deceasedDateTime":"2026-01-01"}  | true
          {"deceasedDateTime":["2026-01-01"]}| true
          {"deceasedBoolean":"true"}         | true
          {"deceasedDateTime":""}            | false
          {"deceasedDateTime":{}}            | false
          {"deceasedDateTime":[]}            | false
          {"deceasedDateTime":null}          | false
          {"deceasedBoolean":1}              | false
          """)
  void onlyADateOrAYesSaysThatThePatientDied(String patient, boolean deceased) {
    assertThat(LeanReading.read(patient, PrefetchKey.CONDITIONS, "null").deceased())
        .isEqualTo(deceased);
  }

  @Test
  void aPatientInNoKnownShapeIsAPatientOfWhomNothingIsKnown() {
    for (String patient : new String[] {"null", "[]", "{}", "7", "\"Patient/child-7\""}) {
      PatientRecord record = LeanReading.read(patient, PrefetchKey.CONDITIONS, "null");
      assertThat(record.birthDate()).isEqualTo(ClinicalDate.unknown());
      assertThat(record.sex()).isEqualTo(Sex.UNKNOWN);
      assertThat(record.testPatient() || record.deceased()).isFalse();
    }
  }
}
