package org.omscds.fhir;

import java.util.Arrays;
import java.util.Optional;

/**
 * The prefetch keys that this service reads. {@code cds-services.json} may name these and no
 * others; what a key's template asks for stands there and only there.
 */
public enum PrefetchKey {
  PATIENT("patient"),
  CONDITIONS("conditions"),
  OBSERVATIONS("observations"),
  VITAL_SIGNS("vitalSigns"),
  MEDICATION_REQUESTS("medicationRequests"),
  MEDICATION_ADMINISTRATIONS("medicationAdministrations"),
  PROCEDURES("procedures"),
  DIAGNOSTIC_REPORTS("diagnosticReports"),
  IMAGING_STUDIES("imagingStudies"),
  SERVICE_REQUESTS("serviceRequests"),
  ALLERGIES("allergies"),
  IMMUNIZATIONS("immunizations");

  private final String key;

  PrefetchKey(String key) {
    this.key = key;
  }

  /** The key as it stands in discovery and in requests. */
  public String key() {
    return key;
  }

  /** The key of that name, or empty where this service does not read it. */
  public static Optional<PrefetchKey> named(String name) {
    return Arrays.stream(values()).filter(each -> each.key.equals(name)).findFirst();
  }
}
