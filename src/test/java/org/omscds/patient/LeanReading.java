package org.omscds.patient;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.FhirReader;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON the lean way, as the service reads a call. */
final class LeanReading {

  /** The day on which all charts of these tests are read. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private static final JsonFactory JSON = new JsonFactory();

  private LeanReading() {}

  /** Reads a chart of which one key was sent and the others are known to be empty. */
  static PatientRecord read(String patient, PrefetchKey key, String value) {
    return read(patient, Map.of(key, value));
  }

  /** Reads a chart; the keys that are not named are known to be empty. */
  static PatientRecord read(String patient, Map<PrefetchKey, String> values) {
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    for (PrefetchKey key : PrefetchKey.values()) {
      states.put(key, Prefetched.of(node(values.getOrDefault(key, "null"))));
    }
    return new PatientRecordReader()
        .read(node(patient), new Prefetch(states), ChartSamples.PATIENT_ID, TODAY);
  }

  /** Reads one piece of JSON to its end. */
  static FhirNode node(String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      FhirNode node = FhirReader.read(parser);
      if (parser.nextToken() != null) {
        throw new IllegalStateException("the reader stopped before the end of " + json);
      }
      return node;
    }
  }
}
