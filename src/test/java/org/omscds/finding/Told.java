package org.omscds.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.omscds.consultation.TestCharts;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * What a chart tells of one finding, in days before {@link TestCharts#TODAY}. It starts as a
 * clinician's word; every change gives a copy.
 */
public record Told(ClinicalStatement statement) {

  private static final LocalDate TODAY = TestCharts.TODAY;

  /** A confirmed problem that began and was recorded on that day, and still stands. */
  public static Told problem(FindingId finding, int daysAgo) {
    return of(finding, Course.ONGOING, day(daysAgo), true);
  }

  /** An examination of that day that found it. */
  public static Told seen(FindingId finding, int daysAgo) {
    return of(finding, Course.OBSERVED, day(daysAgo), false);
  }

  private static Told of(FindingId finding, Course course, ClinicalDate date, boolean confirmed) {
    String reference = (confirmed ? "Condition/" : "Observation/") + finding + date.display();
    return new Told(
        new ClinicalStatement(
            finding,
            Certainty.PRESENT,
            course,
            Speaker.CLINICIAN,
            date,
            date,
            ClinicalDate.unknown(),
            confirmed,
            new Evidence(reference, finding.name(), date)));
  }

  /** An exact day. */
  public static ClinicalDate day(int daysAgo) {
    return ClinicalDate.on(TODAY.minusDays(daysAgo));
  }

  /** Findings of a chart that tells this and nothing else. */
  public static Findings findings(Told... told) {
    return findings(List.of(), told);
  }

  /** Findings of a chart with some drugs. */
  public static Findings findings(List<Exposure> exposures, Told... told) {
    return Findings.of(
        Stream.of(told).map(Told::statement).toList(), List.of(), exposures, TestResults.none());
  }

  /** A drug that is taken since that day. */
  public static Exposure drug(DrugClass drugClass, String name, int daysAgo) {
    return new Exposure(
        drugClass,
        name,
        false,
        true,
        day(daysAgo),
        ClinicalDate.unknown(),
        new Evidence("MedicationRequest/" + name + daysAgo, name, day(daysAgo)));
  }

  /** A drug that was given on that day only. */
  public static Exposure dose(DrugClass drugClass, String name, int daysAgo) {
    return new Exposure(
        drugClass,
        name,
        true,
        false,
        day(daysAgo),
        day(daysAgo),
        new Evidence("MedicationAdministration/" + name + daysAgo, name, day(daysAgo)));
  }

  /** Last said on that day. */
  public Told recorded(int daysAgo) {
    return recorded(day(daysAgo));
  }

  /** Last said on that date. */
  public Told recorded(ClinicalDate asserted) {
    return new Told(
        copy(
            statement.certainty(),
            statement.course(),
            statement.onset(),
            asserted,
            statement.ended(),
            statement.speaker(),
            statement.confirmed()));
  }

  /** Begun on that date. */
  public Told begun(ClinicalDate onset) {
    return new Told(
        copy(
            statement.certainty(),
            statement.course(),
            onset,
            statement.asserted(),
            statement.ended(),
            statement.speaker(),
            statement.confirmed()));
  }

  /** Without any date. */
  public Told undated() {
    return begun(ClinicalDate.unknown()).recorded(ClinicalDate.unknown());
  }

  /** Over since that day. */
  public Told overSince(int daysAgo) {
    return new Told(
        copy(
            statement.certainty(),
            Course.OVER,
            statement.onset(),
            statement.asserted(),
            day(daysAgo),
            statement.speaker(),
            statement.confirmed()));
  }

  /** Recorded as a recurrence. */
  public Told returned() {
    return new Told(
        copy(
            statement.certainty(),
            Course.RETURNED,
            statement.onset(),
            statement.asserted(),
            statement.ended(),
            statement.speaker(),
            statement.confirmed()));
  }

  /** Perhaps. */
  public Told possible() {
    return new Told(statement.with(Certainty.POSSIBLE));
  }

  /** Not there. */
  public Told absent() {
    return new Told(statement.with(Certainty.ABSENT));
  }

  /** In the words of the family. */
  public Told byFamily() {
    return new Told(
        copy(
            statement.certainty(),
            statement.course(),
            statement.onset(),
            statement.asserted(),
            statement.ended(),
            Speaker.FAMILY,
            statement.confirmed()));
  }

  /** Without the status "confirmed". */
  public Told unconfirmed() {
    return new Told(
        copy(
            statement.certainty(),
            statement.course(),
            statement.onset(),
            statement.asserted(),
            statement.ended(),
            statement.speaker(),
            false));
  }

  private ClinicalStatement copy(
      Certainty certainty,
      Course course,
      ClinicalDate onset,
      ClinicalDate asserted,
      ClinicalDate ended,
      Speaker speaker,
      boolean confirmed) {
    return new ClinicalStatement(
        statement.finding(),
        certainty,
        course,
        speaker,
        onset,
        asserted,
        ended,
        confirmed,
        statement.evidence());
  }
}
