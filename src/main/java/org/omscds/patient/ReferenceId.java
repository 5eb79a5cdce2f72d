package org.omscds.patient;

/**
 * The type and logical id of a FHIR reference, relative, absolute, with or without a version.
 *
 * @param type the resource type, or the empty string where the reference does not tell
 * @param id the logical id, or the empty string
 */
public record ReferenceId(String type, String id) {

  public static ReferenceId of(String reference) {
    String plain = reference;
    int version = plain.indexOf("/_history/");
    if (version >= 0) {
      plain = plain.substring(0, version);
    }
    if (plain.startsWith("urn:uuid:")) {
      return new ReferenceId("", plain.substring("urn:uuid:".length()));
    }
    int idStart = plain.lastIndexOf('/') + 1;
    if (idStart == 0) {
      return new ReferenceId("", plain);
    }
    String before = plain.substring(0, idStart - 1);
    return new ReferenceId(before.substring(before.lastIndexOf('/') + 1), plain.substring(idStart));
  }

  @Override
  public String toString() {
    return type + "/" + id;
  }
}
