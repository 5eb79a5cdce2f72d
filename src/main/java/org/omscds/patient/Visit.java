package org.omscds.patient;

/**
 * The circumstances of a call, as far as its FHIR tells.
 *
 * @param emergency whether the visit is an emergency (HL7 ActCode EMER)
 * @param breakGlass whether the chart was opened by breaking the glass (HL7 ActReason BTG)
 * @param supportRole whether whoever asks works in pharmacy, dentistry or billing, and in nothing
 *     else
 */
public record Visit(boolean emergency, boolean breakGlass, boolean supportRole) {}
