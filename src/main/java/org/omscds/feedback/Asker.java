package org.omscds.feedback;

/**
 * Who asked about whom, as far as cards and answers are kept apart by it.
 *
 * @param clientName the client's name in the settings
 * @param issuer the client's issuer, or the empty string
 * @param tenant its tenant, or the empty string
 * @param fhirServer the base address of its FHIR server, or the empty string
 * @param patientId the patient's logical id there
 * @param userId the user's reference, or the empty string
 * @param role the kind of user: the type of the reference, or {@code support}
 */
public record Asker(
    String clientName,
    String issuer,
    String tenant,
    String fhirServer,
    String patientId,
    String userId,
    String role) {

  /** Where the patient's id is one of a kind, as one text. */
  public String home() {
    return String.join("\n", issuer, tenant, fhirServer);
  }
}
