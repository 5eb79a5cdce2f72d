package org.omscds.planted.patient;

import org.omscds.planted.fhir.FhirNode;
import org.omscds.planted.fhir.ParsesWithHapi;

/** Sees a node, which is allowed, and what makes it, which is not. */
record ReadsJson(FhirNode node, ParsesWithHapi parser) {}
