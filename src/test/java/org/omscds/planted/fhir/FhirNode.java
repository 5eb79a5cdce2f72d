package org.omscds.planted.fhir;

/** Stands for JSON that has been read, which the patient room may see. */
public record FhirNode(String text) {}
