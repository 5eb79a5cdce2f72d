package org.omscds.patient;

/** The administrative gender as recorded. */
public enum Sex {
  FEMALE,
  MALE,
  UNKNOWN
}
