package org.omscds.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Everything that one request tells about one patient, on one day.
 *
 * @param patientId the logical id
 * @param consultationDate the day on which the chart is read; nothing else asks the clock
 * @param deceased whether the record says that the patient has died
 * @param testPatient whether the record is marked as one for tests (HL7 ActReason HTEST)
 * @param drafts orders that are being written in this call and are no part of the chart yet
 * @param newProblems the problems that were just added in this call, by reference, each as it was
 *     sent; they stand among the problems too
 * @param gaps what could not be looked at
 */
public record PatientRecord(
    String patientId,
    LocalDate consultationDate,
    ClinicalDate birthDate,
    Sex sex,
    boolean deceased,
    boolean testPatient,
    List<Problem> problems,
    List<Observed> observations,
    List<MedicationUse> medications,
    List<ProcedureDone> procedures,
    List<Report> reports,
    List<ImagingStudy> imagingStudies,
    List<Order> orders,
    List<Allergy> allergies,
    List<Vaccination> vaccinations,
    List<DraftOrder> drafts,
    Map<String, Map<String, Object>> newProblems,
    List<DataGap> gaps) {

  public PatientRecord {
    problems = List.copyOf(problems);
    observations = List.copyOf(observations);
    medications = List.copyOf(medications);
    procedures = List.copyOf(procedures);
    reports = List.copyOf(reports);
    imagingStudies = List.copyOf(imagingStudies);
    orders = List.copyOf(orders);
    allergies = List.copyOf(allergies);
    vaccinations = List.copyOf(vaccinations);
    drafts = List.copyOf(drafts);
    newProblems = Map.copyOf(newProblems);
    gaps = List.copyOf(gaps);
  }

  /** A chart alone, without anything that is being written. */
  public PatientRecord(
      String patientId,
      LocalDate consultationDate,
      ClinicalDate birthDate,
      Sex sex,
      boolean deceased,
      boolean testPatient,
      List<Problem> problems,
      List<Observed> observations,
      List<MedicationUse> medications,
      List<ProcedureDone> procedures,
      List<Report> reports,
      List<ImagingStudy> imagingStudies,
      List<Order> orders,
      List<Allergy> allergies,
      List<Vaccination> vaccinations,
      List<DataGap> gaps) {
    this(
        patientId,
        consultationDate,
        birthDate,
        sex,
        deceased,
        testPatient,
        problems,
        observations,
        medications,
        procedures,
        reports,
        imagingStudies,
        orders,
        allergies,
        vaccinations,
        List.of(),
        Map.of(),
        gaps);
  }

  /** The same chart with orders that are being written. */
  public PatientRecord withDrafts(List<DraftOrder> written) {
    return new PatientRecord(
        patientId,
        consultationDate,
        birthDate,
        sex,
        deceased,
        testPatient,
        problems,
        observations,
        medications,
        procedures,
        reports,
        imagingStudies,
        orders,
        allergies,
        vaccinations,
        written,
        newProblems,
        gaps);
  }

  /**
   * What was asked for: the orders of the chart, then the tests, scans and referrals among the
   * drafts, so that nothing is suggested that somebody is writing already.
   */
  public List<Order> requests() {
    if (drafts.isEmpty()) {
      return orders;
    }
    List<Order> requests = new ArrayList<>(orders);
    for (DraftOrder draft : drafts) {
      if (draft.content() instanceof DraftOrder.Content.Service(Order order)) {
        requests.add(order);
      }
    }
    return requests;
  }

  /** Completed months of life on a day; empty where the birth date is not recorded. */
  public OptionalLong ageInMonths(LocalDate day) {
    return birthDate instanceof ClinicalDate.Known(LocalDate birth, _, _)
        ? OptionalLong.of(Math.max(0, ChronoUnit.MONTHS.between(birth, day)))
        : OptionalLong.empty();
  }

  /** Whether a gap of that kind was recorded for a prefetch key. */
  public boolean lacks(String what) {
    for (DataGap gap : gaps) {
      if (gap.what().equals(what)
          && (gap.reason() == DataGap.Reason.NOT_SUPPLIED
              || gap.reason() == DataGap.Reason.FAILED)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A date of this record, as far as it can be true: one after the day of the consultation is an
   * error of the record and counts as not recorded. A day of grace is left to time zones.
   */
  public ClinicalDate notInFuture(ClinicalDate date) {
    boolean future =
        date instanceof ClinicalDate.Known(LocalDate day, _, _)
            && ChronoUnit.DAYS.between(consultationDate, day) > 1;
    return future ? ClinicalDate.unknown() : date;
  }
}
