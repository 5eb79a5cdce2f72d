package org.omscds.planted.fhir;

import ca.uhn.fhir.context.FhirContext;

/** Uses HAPI FHIR, which is on no line of the plan. */
public record ParsesWithHapi(FhirContext context) {}
