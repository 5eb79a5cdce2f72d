package org.omscds.knowledge;

/**
 * One code of a terminology for one concept, a row of {@code terms.tsv}.
 *
 * @param concept the concept's id
 * @param system the FHIR URI of the terminology
 * @param display the terminology's own term, or the empty string where its licence keeps it
 * @param text our own wording, where there is no display
 * @param verified whether code and meaning were seen together in the source named
 * @param tier T1 standards body, T2 real project data, T3 aggregator
 */
public record Term(
    String concept,
    String role,
    String system,
    String code,
    String display,
    String text,
    Relation relation,
    boolean verified,
    String tier,
    String provenance) {

  /** Whether this code may stand in a resource that we emit. */
  public boolean mayBeEmitted() {
    return relation == Relation.EXACT && verified && !tier.equals("T3");
  }
}
