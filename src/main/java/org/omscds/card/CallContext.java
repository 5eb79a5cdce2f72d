package org.omscds.card;

/**
 * What a draft resource takes from the call that asked.
 *
 * @param patientId the patient's logical id
 * @param encounterId the encounter's logical id, or the empty string
 * @param userId the user's reference, such as {@code Practitioner/7}
 * @param fhirServer the base address of the caller's FHIR server, or the empty string
 */
public record CallContext(String patientId, String encounterId, String userId, String fhirServer) {}
