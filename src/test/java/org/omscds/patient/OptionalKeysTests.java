package org.omscds.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;

/** What many EHRs cannot serve is not missed; what was asked for and failed is. */
class OptionalKeysTests {

  @Test
  void anAbsentOptionalKeyIsNoGapAndAnyOtherIs() {
    List<String> expected =
        Arrays.stream(PrefetchKey.values())
            .filter(key -> !key.isOptional())
            .map(PrefetchKey::key)
            .toList();
    assertThat(expected).hasSize(12);
    assertThat(read(Prefetch.none()).gaps()).extracting(DataGap::what).isEqualTo(expected);
  }

  @Test
  void anOptionalKeyThatFailedIsAGap() {
    Prefetch prefetch = new Prefetch(Map.of(PrefetchKey.ENCOUNTERS, new Prefetched.Failed("why")));
    assertThat(read(prefetch).gaps())
        .contains(new DataGap("encounters", DataGap.Reason.FAILED, "why"));
  }

  private static PatientRecord read(Prefetch prefetch) {
    return new PatientRecordReader()
        .read(FhirNode.nothing(), prefetch, ChartSamples.PATIENT_ID, LeanReading.TODAY);
  }
}
