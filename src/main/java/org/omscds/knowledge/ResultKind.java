package org.omscds.knowledge;

/** What a test is made for. */
public enum ResultKind {
  TUMOUR_MARKER,
  IMAGING,
  CSF,
  ANTIBODY,
  HEPATITIS_B,
  IMMUNOGLOBULIN,
  SAFETY
}
