package org.omscds.consultation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;
import org.omscds.patient.ReferenceRange;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Speaker;
import org.omscds.patient.Vaccination;

/** Writes small charts in the record's own words, as of a fixed day. */
public final class TestCharts {

  /** The day of every consultation on such a chart. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final ClinicalDate birthDate;
  private boolean deceased;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Observed> observations = new ArrayList<>();
  private final List<MedicationUse> medications = new ArrayList<>();
  private final List<Vaccination> vaccinations = new ArrayList<>();

  private TestCharts(ClinicalDate birthDate) {
    this.birthDate = birthDate;
  }

  /** A chart of somebody of that age in completed months today. */
  public static TestCharts child(int months) {
    return new TestCharts(ClinicalDate.on(TODAY.minusMonths(months).minusDays(1)));
  }

  /** A chart without a birth date. */
  public static TestCharts ofUnknownAge() {
    return new TestCharts(ClinicalDate.unknown());
  }

  /** The patient has died. */
  public TestCharts deceased() {
    deceased = true;
    return this;
  }

  /** An active, confirmed problem that began and was recorded some days ago. */
  public TestCharts problem(String system, String code, int daysAgo) {
    return problem(system, code, daysAgo, daysAgo);
  }

  /** An active, confirmed problem that began some days ago and was recorded later. */
  public TestCharts problem(String system, String code, int beganDaysAgo, int recordedDaysAgo) {
    problems.add(
        new Problem(
            "Condition/c" + problems.size(),
            new Concept(List.of(new Coding(system, code, "")), ""),
            Problem.ClinicalStatus.ACTIVE,
            Problem.Verification.CONFIRMED,
            Concept.NONE,
            List.of(),
            List.of(),
            ClinicalDate.on(TODAY.minusDays(beganDaysAgo)),
            ClinicalDate.unknown(),
            ClinicalDate.on(TODAY.minusDays(recordedDaysAgo)),
            List.of(),
            Speaker.CLINICIAN));
    return this;
  }

  /** An active, confirmed problem in words that began and was recorded some days ago. */
  public TestCharts problem(String words, int daysAgo) {
    problems.add(
        new Problem(
            "Condition/c" + problems.size(),
            Concept.inWords(words),
            Problem.ClinicalStatus.ACTIVE,
            Problem.Verification.CONFIRMED,
            Concept.NONE,
            List.of(),
            List.of(),
            ClinicalDate.on(TODAY.minusDays(daysAgo)),
            ClinicalDate.unknown(),
            ClinicalDate.on(TODAY.minusDays(daysAgo)),
            List.of(),
            Speaker.CLINICIAN));
    return this;
  }

  /** A drug ordered some days ago and taken since. */
  public TestCharts drug(String name, int sinceDaysAgo) {
    return drug(name, sinceDaysAgo, MedicationUse.State.CURRENT, ClinicalDate.unknown());
  }

  /** A drug taken from one day to another. */
  public TestCharts drug(String name, int sinceDaysAgo, int untilDaysAgo) {
    ClinicalDate end = ClinicalDate.on(TODAY.minusDays(untilDaysAgo));
    return drug(name, sinceDaysAgo, MedicationUse.State.PAST, end);
  }

  private TestCharts drug(
      String name, int sinceDaysAgo, MedicationUse.State state, ClinicalDate end) {
    medications.add(
        new MedicationUse(
            "MedicationRequest/m" + medications.size(),
            MedicationUse.Kind.ORDERED,
            List.of(Concept.inWords(name)),
            List.of(),
            state,
            ClinicalDate.on(TODAY.minusDays(sinceDaysAgo)),
            end,
            List.of()));
    return this;
  }

  /** A vaccine given some days ago. */
  public TestCharts vaccinated(String vaccine, int daysAgo) {
    vaccinations.add(
        new Vaccination(
            "Immunization/v" + vaccinations.size(),
            Concept.inWords(vaccine),
            ClinicalDate.on(TODAY.minusDays(daysAgo))));
    return this;
  }

  /** A final observation of a finding by its code. */
  public TestCharts observation(String system, String code, int daysAgo) {
    return observation(
        new Concept(List.of(new Coding(system, code, "")), ""),
        new ObservedValue.Flag(true),
        daysAgo,
        Speaker.CLINICIAN);
  }

  /** A final observation in words. */
  public TestCharts words(String question, String answer, int daysAgo) {
    return observation(
        new Concept(List.of(), question),
        new ObservedValue.Words(answer),
        daysAgo,
        Speaker.CLINICIAN,
        List.of());
  }

  /** A final observation. */
  public TestCharts observation(
      Concept concept, ObservedValue value, int daysAgo, Speaker speaker) {
    return observation(concept, value, daysAgo, speaker, List.of());
  }

  private TestCharts observation(
      Concept concept,
      ObservedValue value,
      int daysAgo,
      Speaker speaker,
      List<BigDecimal> upperLimit) {
    observations.add(
        new Observed(
            "Observation/o" + observations.size(),
            ResultStatus.FINAL,
            List.of(
                new ObservedItem(
                    concept,
                    value,
                    List.of(),
                    List.of(new ReferenceRange(List.of(), upperLimit, "")))),
            ClinicalDate.on(TODAY.minusDays(daysAgo)),
            List.of(),
            speaker));
    return this;
  }

  /** The record. */
  public PatientRecord record() {
    return new PatientRecord(
        "p1",
        TODAY,
        birthDate,
        Sex.UNKNOWN,
        deceased,
        false,
        problems,
        observations,
        medications,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        vaccinations,
        List.of());
  }
}
