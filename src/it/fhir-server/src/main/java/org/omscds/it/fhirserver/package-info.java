/** A real FHIR R4 server for integration tests, with its data in memory. */
package org.omscds.it.fhirserver;
