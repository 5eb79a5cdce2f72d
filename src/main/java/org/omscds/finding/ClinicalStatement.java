package org.omscds.finding;

import java.time.LocalDate;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * One place in the chart that says something about one finding.
 *
 * @param certainty what it says
 * @param course whether it still holds
 * @param onset when the finding began, as far as this statement tells
 * @param asserted when somebody last said so
 * @param ended when it ended, for what is over
 * @param confirmed whether a Condition's verification status says confirmed
 */
public record ClinicalStatement(
    FindingId finding,
    Certainty certainty,
    Course course,
    Speaker speaker,
    ClinicalDate onset,
    ClinicalDate asserted,
    ClinicalDate ended,
    boolean confirmed,
    Evidence evidence) {

  /** What a statement says of its finding. */
  public enum Certainty {
    PRESENT,
    POSSIBLE,
    ABSENT
  }

  /** How long a statement holds. */
  public enum Course {
    /** It was so at one time: an observation, a report. */
    OBSERVED,
    /** A problem that is not said to be over. */
    ONGOING,
    /** A problem that came back: recurrence or relapse. */
    RETURNED,
    /** A problem that is over. */
    OVER
  }

  /** Whether it says that the finding is there. */
  public boolean isPresent() {
    return certainty == Certainty.PRESENT;
  }

  /** Whether it is over. */
  public boolean isOver() {
    return course == Course.OVER;
  }

  /** Whether it is a problem that still stands. */
  public boolean isStanding() {
    return course == Course.ONGOING || course == Course.RETURNED;
  }

  /**
   * The first day of the finding by this statement; the reference day where nobody recorded one.
   */
  public LocalDate firstDay(LocalDate consultationDate) {
    return onset.or(asserted).day().orElse(consultationDate);
  }

  /**
   * The last day on which the finding can have begun: for an onset given as a month or a year its
   * end, but not after the finding was recorded.
   */
  public LocalDate latestFirstDay(LocalDate consultationDate) {
    LocalDate onsetAtLatest = onset.or(asserted).latestDay().orElse(consultationDate);
    LocalDate recorded = asserted.latestDay().orElse(consultationDate);
    LocalDate known = recorded.isBefore(consultationDate) ? recorded : consultationDate;
    LocalDate first = firstDay(consultationDate);
    LocalDate latest = onsetAtLatest.isBefore(known) ? onsetAtLatest : known;
    return latest.isBefore(first) ? first : latest;
  }

  /**
   * The day of the last word. Where nobody recorded one, a problem that stands counts as said
   * today.
   */
  public LocalDate lastSaid(LocalDate consultationDate) {
    ClinicalDate said = isStanding() ? asserted : asserted.or(onset);
    return said.day().orElse(consultationDate);
  }

  /** The same statement with another certainty. */
  public ClinicalStatement with(Certainty changed) {
    return new ClinicalStatement(
        finding, changed, course, speaker, onset, asserted, ended, confirmed, evidence);
  }
}
