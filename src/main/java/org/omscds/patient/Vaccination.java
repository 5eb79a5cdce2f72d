package org.omscds.patient;

/** A FHIR Immunization that was given; {@code reference} is {@code Immunization/id}. */
public record Vaccination(String reference, Concept vaccine, ClinicalDate given) {}
