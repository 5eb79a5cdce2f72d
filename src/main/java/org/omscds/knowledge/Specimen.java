package org.omscds.knowledge;

/** What a laboratory test was made on. */
public enum Specimen {
  /** Serum, plasma or whole blood. */
  SERUM,
  /** Cerebrospinal fluid. */
  CSF,
  URINE,
  OTHER,
  /** Nobody says. */
  UNKNOWN
}
