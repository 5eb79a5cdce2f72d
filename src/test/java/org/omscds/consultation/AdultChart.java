package org.omscds.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;
import org.omscds.patient.Problem.ClinicalStatus;
import org.omscds.patient.Problem.Verification;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Speaker;

/** An adult's chart for tests of rules, built in memory: the day of the onset is a round one. */
public final class AdultChart {

  /** The day of the consultation. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final LocalDate birth;
  private final Sex sex;
  private final LocalDate onset;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Observed> observations = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();

  private AdultChart(LocalDate birth, Sex sex, LocalDate onset) {
    this.birth = birth;
    this.sex = sex;
    this.onset = onset;
  }

  /** Somebody without a sign, of an age in completed months; the onset is 20 days ago. */
  public static AdultChart of(int months, Sex sex) {
    return new AdultChart(TODAY.minusMonths(months), sex, TODAY.minusDays(20));
  }

  /** A woman of 60 with opsoclonus and ataxia since 20 days. */
  public static AdultChart withSigns() {
    return of(720, Sex.FEMALE).signs();
  }

  /** A man of 60 with opsoclonus and ataxia since some months. */
  public static AdultChart sinceMonths(int months) {
    return new AdultChart(TODAY.minusYears(60), Sex.MALE, TODAY.minusMonths(months)).signs();
  }

  /** The day of the onset. */
  public LocalDate onset() {
    return onset;
  }

  /** Opsoclonus and ataxia, begun at the onset and said again today. */
  public AdultChart signs() {
    return sign("Opsoclonus").sign("Ataxia");
  }

  /** A sign begun at the onset and said again today. */
  public AdultChart sign(String words) {
    return problem(
        words, ClinicalStatus.ACTIVE, Verification.CONFIRMED, onset, TODAY, ClinicalDate.unknown());
  }

  /** An active, confirmed problem of that day. */
  public AdultChart problem(String words, LocalDate day) {
    return problem(
        words, ClinicalStatus.ACTIVE, Verification.CONFIRMED, day, day, ClinicalDate.unknown());
  }

  /** A problem recorded with some verification. */
  public AdultChart problem(String words, Verification verification) {
    return problem(
        words, ClinicalStatus.ACTIVE, verification, onset, onset, ClinicalDate.unknown());
  }

  /** A confirmed problem that ended on a day. */
  public AdultChart ended(String words, LocalDate day) {
    return problem(
        words,
        ClinicalStatus.RESOLVED,
        Verification.CONFIRMED,
        day.minusYears(2),
        day.minusYears(2),
        ClinicalDate.on(day));
  }

  private AdultChart problem(
      String words,
      ClinicalStatus status,
      Verification verification,
      LocalDate began,
      LocalDate recorded,
      ClinicalDate ended) {
    problems.add(
        new Problem(
            "Condition/c" + problems.size(),
            Concept.inWords(words),
            status,
            verification,
            Concept.NONE,
            List.of(),
            List.of(),
            ClinicalDate.on(began),
            ended,
            ClinicalDate.on(recorded),
            List.of(),
            Speaker.CLINICIAN));
    return this;
  }

  /** A final laboratory result in words. */
  public AdultChart result(String test, String value) {
    observations.add(
        new Observed(
            "Observation/o" + observations.size(),
            ResultStatus.FINAL,
            List.of(
                new ObservedItem(
                    Concept.inWords(test), new ObservedValue.Words(value), List.of(), List.of())),
            ClinicalDate.on(onset),
            List.of(),
            Speaker.CLINICIAN));
    return this;
  }

  /** A final report. */
  public AdultChart report(String name, LocalDate day, String conclusion) {
    return report(name, ResultStatus.FINAL, day, conclusion);
  }

  /** A report of some status. */
  public AdultChart report(String name, ResultStatus status, LocalDate day, String conclusion) {
    reports.add(
        new Report(
            "DiagnosticReport/r" + reports.size(),
            status,
            new Concept(List.<Coding>of(), name),
            ClinicalDate.on(day),
            conclusion,
            List.of()));
    return this;
  }

  /** The record. */
  public PatientRecord record() {
    return new PatientRecord(
        "p1",
        TODAY,
        ClinicalDate.on(birth),
        sex,
        false,
        false,
        problems,
        observations,
        List.of(),
        List.of(),
        reports,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The consultation. */
  public Consultation consult() {
    return Charts.consult(record());
  }
}
