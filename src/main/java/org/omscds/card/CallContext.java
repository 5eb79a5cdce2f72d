package org.omscds.card;

/**
 * What a draft resource takes from the call that asked.
 *
 * @param patientId the patient's logical id
 * @param encounterId the encounter's logical id, or the empty string
 * @param userId the user's reference, such as {@code Practitioner/7}
 * @param home where the patient's id is one of a kind: the client and its FHIR server, as one text
 */
public record CallContext(String patientId, String encounterId, String userId, String home) {}
