package org.omscds.patient;

/**
 * A code of a terminology.
 *
 * @param system the system's URI as sent, or the empty string
 * @param code the code as sent
 * @param display the sender's words for it, or the empty string
 */
public record Coding(String system, String code, String display) {}
