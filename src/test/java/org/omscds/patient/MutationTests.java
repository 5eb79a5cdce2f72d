package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omscds.patient.ChartSamples.Sample;
import org.omscds.patient.Mutator.Damaged;

/**
 * Damages charts at random and reads them: the reader never throws, its gaps repeat nothing of the
 * chart, and where the damaged chart is still FHIR it holds the facts that HAPI finds.
 */
class MutationTests {

  private static final long SEED = 4711L;
  private static final int ROUNDS = 1000;

  /** Every sentence that a gap may hold; resource types and issue codes are FHIR's own. */
  private static final Pattern GAP =
      Pattern.compile(
          "not supplied with the call"
              + "|the value is not a FHIR resource"
              + "|the EHR reported an error( \\((unknown issue|[a-z]+(-[a-z]+)*)\\))?"
              + "|only the first page was supplied"
              + "|a resource of a type that is not read here was left out"
              + "|a document with more than 200 kB of text was left out"
              + "|a document whose text cannot be decoded was left out"
              + "|a (resource|AllergyIntolerance|ClinicalImpression|Condition|DiagnosticReport"
              + "|DocumentReference|Encounter|ImagingStudy|Immunization|Medication"
              + "|MedicationAdministration|MedicationRequest|MedicationStatement|Observation"
              + "|Patient|Procedure|QuestionnaireResponse|ServiceRequest) of another patient was"
              + " left out"
              + "|[0-9]+ of type [A-Za-z]+ of another patient were left out"
              + "|drugs whose name could not be read: [0-9]+");

  private final ChartSamples samples = new ChartSamples(SEED);
  private final Dice dice = new Dice(SEED + 1);
  private final Mutator mutator = new Mutator(dice);

  @Test
  void damagedChartsAreReadWithoutThrowingAndWithoutRepeatingTheirContent() {
    int stillFhir = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String type : samples.resourceTypes()) {
        Sample sample = samples.sample(type);
        Damaged patient = mutator.damage(samples.patient(), dice.between(0, 1));
        Damaged bundle = mutator.damage(sample.bundle(), dice.between(1, 4));
        stillFhir += readsAsItMust(sample, patient, bundle) ? 1 : 0;
      }
    }
    assertThat(stillFhir).as("damaged charts that are still FHIR").isGreaterThan(500);
  }

  /** Checks one chart and tells whether it was FHIR still, and so compared with HAPI. */
  private static boolean readsAsItMust(Sample sample, Damaged patient, Damaged bundle) {
    PatientRecord lean = read(patient.json(), sample, bundle.json());
    assertThat(lean.gaps())
        .as("of the chart %s", bundle.json())
        .allSatisfy(gap -> assertThat(gap.detail()).matches(GAP));
    if (patient.ambiguous() || bundle.ambiguous()) {
      return false;
    }
    Optional<PatientRecord> expected = strictly(patient.json(), bundle.json());
    expected.ifPresent(record -> compare(patient.json(), bundle.json(), lean, record));
    return expected.isPresent();
  }

  private static PatientRecord read(String patient, Sample sample, String bundle) {
    try {
      return LeanReading.read(patient, sample.key(), bundle);
    } catch (RuntimeException | StackOverflowError thrown) {
      return fail("the patient " + patient + " and the chart " + bundle, thrown);
    }
  }

  private static void compare(
      String patient, String bundle, PatientRecord lean, PatientRecord expected) {
    assertThat(lean)
        .as("of the patient %s%nand the chart %s", patient, bundle)
        .usingRecursiveComparison()
        .ignoringFields("gaps")
        .isEqualTo(expected);
  }

  private static Optional<PatientRecord> strictly(String patient, String bundle) {
    try {
      return Optional.of(HapiOracle.strict().read(patient, bundle));
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }
}
