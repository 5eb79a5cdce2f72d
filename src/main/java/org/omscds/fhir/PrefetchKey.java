package org.omscds.fhir;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The prefetch keys that this service reads. {@code cds-services.json} may name these and no
 * others; what a key's template asks for stands there and only there.
 */
public enum PrefetchKey {
  PATIENT("patient"),
  CONDITIONS("conditions"),
  OBSERVATIONS("observations"),
  FINDING_OBSERVATIONS("findingObservations", true),
  VITAL_SIGNS("vitalSigns"),
  MEDICATION_REQUESTS("medicationRequests"),
  MEDICATION_ADMINISTRATIONS("medicationAdministrations"),
  PROCEDURES("procedures"),
  DIAGNOSTIC_REPORTS("diagnosticReports"),
  IMAGING_STUDIES("imagingStudies"),
  SERVICE_REQUESTS("serviceRequests"),
  ALLERGIES("allergies"),
  IMMUNIZATIONS("immunizations"),
  ENCOUNTERS("encounters", true),
  CLINICAL_IMPRESSIONS("clinicalImpressions", true),
  QUESTIONNAIRE_RESPONSES("questionnaireResponses", true),
  DOCUMENT_REFERENCES("documentReferences", true),
  MEDICATION_STATEMENTS("medicationStatements", true),
  /** Who asks: it tells for whom the cards are and says nothing of the patient. */
  PRACTITIONER_ROLE("practitionerRole", true);

  private static final Map<String, PrefetchKey> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(PrefetchKey::key, Function.identity()));

  private final String key;
  private final boolean optional;

  PrefetchKey(String key) {
    this(key, false);
  }

  PrefetchKey(String key, boolean optional) {
    this.key = key;
    this.optional = optional;
  }

  /** The key as it stands in discovery and in requests. */
  public String key() {
    return key;
  }

  /**
   * Whether a call that does not name the key lacks nothing: many EHRs cannot serve it, and to say
   * so in every answer would only teach readers to skip the line.
   */
  public boolean isOptional() {
    return optional;
  }

  /** The key of that name, or empty where this service does not read it. */
  public static Optional<PrefetchKey> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
