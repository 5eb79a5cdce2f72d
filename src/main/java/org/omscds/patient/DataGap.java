package org.omscds.patient;

/**
 * Something that this consultation could not look at.
 *
 * @param what the prefetch key or the resource
 * @param detail one sentence for the reader, without patient data
 */
public record DataGap(String what, Reason reason, String detail) {

  /** Why it could not be looked at. */
  public enum Reason {
    /** The request did not hold it. */
    NOT_SUPPLIED,
    /** The client tried to supply it and failed. */
    FAILED,
    /** Only a part was supplied. */
    PARTIAL,
    /** It was there and could not be read. */
    UNREADABLE,
    /** It belongs to another patient and was dropped. */
    OTHER_PATIENT
  }
}
