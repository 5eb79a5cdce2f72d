package org.omscds.patient;

/** How far an Observation or a DiagnosticReport may be relied on, from FHIR's status codes. */
public enum ResultStatus {
  /** Final, amended, corrected, appended, or not stated. */
  FINAL,
  /** Preliminary, partial, registered or unknown. */
  PRELIMINARY,
  /** Cancelled or entered in error: it says nothing. */
  VOID
}
