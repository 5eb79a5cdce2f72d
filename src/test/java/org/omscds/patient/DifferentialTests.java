package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omscds.fhir.PrefetchKey;
import org.omscds.patient.ChartSamples.Sample;

/**
 * Reads valid R4 charts the lean way and through HAPI FHIR's object model, and wants the same
 * facts.
 */
class DifferentialTests {

  private static final long SEED = 20261101L;
  private static final int CHARTS = 240;

  private final HapiOracle hapi = HapiOracle.lenient();
  private final Map<String, Integer> read = new HashMap<>();

  @Test
  void theLeanReaderFindsTheFactsThatTheObjectModelHolds() {
    ChartSamples samples = new ChartSamples(SEED);
    for (int chart = 0; chart < CHARTS; chart++) {
      String patient = samples.patient().toString();
      read.merge("Patient", 1, Integer::sum);
      for (String type : samples.resourceTypes()) {
        compare(patient, samples.sample(type));
      }
    }
    assertThat(read)
        .hasSize(17)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(100));
    assertThat(read.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(2000);
  }

  /** The only gap of a chart that is well formed: a drug of which nobody says what it is. */
  private static List<DataGap> namelessDrugs(PrefetchKey key, PatientRecord expected) {
    long nameless =
        expected.medications().stream()
            .filter(use -> use.concepts().isEmpty() && use.state() != MedicationUse.State.VOID)
            .count();
    return nameless == 0
        ? List.of()
        : List.of(
            new DataGap(
                key.key(),
                DataGap.Reason.PARTIAL,
                "drugs whose name could not be read: " + nameless));
  }

  private void compare(String patient, Sample sample) {
    String bundle = sample.bundle().toString();
    PatientRecord lean = LeanReading.read(patient, sample.key(), bundle);
    PatientRecord expected = hapi.read(patient, bundle);
    assertThat(lean)
        .as("of the patient %s%nand the chart %s", patient, bundle)
        .usingRecursiveComparison()
        .ignoringFields("gaps")
        .isEqualTo(expected);
    assertThat(lean.gaps()).as(bundle).isEqualTo(namelessDrugs(sample.key(), expected));
    read.merge(sample.resource().get("resourceType").asString(), 1, Integer::sum);
    read.merge("Medication", sample.alongside().size(), Integer::sum);
  }
}
