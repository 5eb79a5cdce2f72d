package org.omscds.patient;

/** Who says so. A family's report of eye movements counts less than a clinician's. */
public enum Speaker {
  CLINICIAN,
  FAMILY
}
