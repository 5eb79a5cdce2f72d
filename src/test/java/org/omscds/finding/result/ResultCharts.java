package org.omscds.finding.result;

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
import org.omscds.patient.ReferenceRange;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Speaker;

/** Charts of results, as of a fixed day. */
public final class ResultCharts {

  /** The day of every consultation on such a chart. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final List<Observed> observations = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();
  private final List<MedicationUse> medications = new ArrayList<>();

  /** A final result in words. */
  public ResultCharts words(String name, String value, int daysAgo) {
    return item(item(name, new ObservedValue.Words(value), List.of()), ResultStatus.FINAL, daysAgo);
  }

  /** A result with everything. */
  public ResultCharts item(ObservedItem item, ResultStatus status, int daysAgo) {
    return observed(List.of(item), status, ClinicalDate.on(TODAY.minusDays(daysAgo)), "", "");
  }

  /** An observation with its components. */
  public ResultCharts observed(
      List<ObservedItem> items,
      ResultStatus status,
      ClinicalDate date,
      String specimen,
      String method) {
    observations.add(
        new Observed(
            "Observation/o" + observations.size(),
            status,
            items,
            date,
            List.of(),
            Speaker.CLINICIAN,
            Concept.inWords(method),
            specimen));
    return this;
  }

  /** A report with its conclusion. */
  public ResultCharts report(Concept concept, String conclusion, ResultStatus status, int daysAgo) {
    reports.add(
        new Report(
            "DiagnosticReport/r" + reports.size(),
            status,
            concept,
            ClinicalDate.on(TODAY.minusDays(daysAgo)),
            conclusion,
            List.of()));
    return this;
  }

  /** A report whose conclusion is a code. */
  public ResultCharts coded(Concept concept, Concept conclusion, ResultStatus status, int daysAgo) {
    reports.add(
        new Report(
            "DiagnosticReport/r" + reports.size(),
            status,
            concept,
            ClinicalDate.on(TODAY.minusDays(daysAgo)),
            "",
            List.of(conclusion)));
    return this;
  }

  /** A drug. */
  public ResultCharts drug(MedicationUse use) {
    medications.add(use);
    return this;
  }

  /** A code and a value without interpretation or range. */
  public static ObservedItem loinc(String code, ObservedValue value, String... interpretations) {
    return new ObservedItem(
        new Concept(List.of(new Coding("http://loinc.org", code, "")), ""),
        value,
        List.of(interpretations),
        List.of());
  }

  /** A name and a value. */
  public static ObservedItem item(
      String name, ObservedValue value, List<String> interpretations, ReferenceRange... ranges) {
    return new ObservedItem(Concept.inWords(name), value, interpretations, List.of(ranges));
  }

  /** A number with its comparator and no unit. */
  public static ObservedValue number(String text) {
    String digits = text.replaceAll("[<>=]", "");
    return new ObservedValue.Measured(
        new BigDecimal(digits), "", text.substring(0, text.length() - digits.length()));
  }

  /** A range such as "3-9", "-9" or "3-". */
  public static ReferenceRange range(String ends) {
    String[] parts = ends.split("-", -1);
    return new ReferenceRange(end(parts[0]), end(parts[1]), "");
  }

  private static List<BigDecimal> end(String number) {
    return number.isEmpty() ? List.of() : List.of(new BigDecimal(number));
  }

  /** The record. */
  public PatientRecord record() {
    return new PatientRecord(
        "p1",
        TODAY,
        ClinicalDate.on(TODAY.minusYears(2)),
        Sex.UNKNOWN,
        false,
        false,
        List.of(),
        observations,
        medications,
        List.of(),
        reports,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
