package org.omscds.finding;

import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * Where in the chart words and codes stand, and how they are therefore to be taken.
 *
 * @param reference {@code Type/id} of the resource
 * @param element the element of the resource, as FHIR names it
 * @param course whether what stands there still holds
 * @param onset when it began, as far as the resource tells
 * @param asserted when somebody last said so
 * @param ended when it ended, for what is over
 * @param confirmed whether a Condition's verification status says confirmed
 * @param tumourAtMost the most that the name of a tumour can mean here: an imaging report or a
 *     provisional entry does not prove one
 * @param atMost the most that anything can mean here
 * @param speaker who says so
 */
record Place(
    String reference,
    String element,
    Course course,
    ClinicalDate onset,
    ClinicalDate asserted,
    ClinicalDate ended,
    boolean confirmed,
    Certainty tumourAtMost,
    Certainty atMost,
    Speaker speaker) {

  /** A place of one moment, such as an observation or a report. */
  static Place observed(
      String reference,
      ClinicalDate date,
      Certainty tumourAtMost,
      Certainty atMost,
      Speaker speaker) {
    return new Place(
        reference,
        "",
        Course.OBSERVED,
        date,
        date,
        ClinicalDate.unknown(),
        false,
        tumourAtMost,
        atMost,
        speaker);
  }

  /** The same place, for what stands beside the code: a status of the code does not reach it. */
  Place beside() {
    return new Place(
        reference,
        element,
        course,
        onset,
        asserted,
        ended,
        false,
        Certainty.POSSIBLE,
        atMost,
        speaker);
  }

  /** Another element of the same resource. */
  Place at(String other) {
    return new Place(
        reference, other, course, onset, asserted, ended, confirmed, tumourAtMost, atMost, speaker);
  }

  /** The same place, where the family's words are quoted. */
  Place byFamily() {
    return new Place(
        reference,
        element,
        course,
        onset,
        asserted,
        ended,
        confirmed,
        tumourAtMost,
        atMost,
        Speaker.FAMILY);
  }

  /**
   * The same place, for something that it calls past: it is over, and nobody says when it began.
   */
  Place longAgo() {
    return new Place(
        reference,
        element,
        Course.OVER,
        ClinicalDate.unknown(),
        asserted,
        asserted,
        confirmed,
        tumourAtMost,
        atMost,
        speaker);
  }
}
