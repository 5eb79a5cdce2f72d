package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.ImagingStudy;
import org.omscds.patient.Order;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ProcedureDone;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;

/** Tells from finished scans and open orders how far the imaging of the tumour search is. */
public final class TumourImagingReader {

  private final ScanRegions scanRegions;
  private final int lookBackDays;

  /**
   * Reads scans by the regions that they cover.
   *
   * @param lookBackDays a scan older than this does not answer today's question
   */
  public TumourImagingReader(ScanRegions scanRegions, int lookBackDays) {
    this.scanRegions = scanRegions;
    this.lookBackDays = lookBackDays;
  }

  /** A scan, or an order of one, with the regions that it covers. */
  private record Scan(Evidence evidence, Set<BodyRegion> regions) {
    Scan(String reference, String seen, ClinicalDate date, Set<BodyRegion> regions) {
      this(new Evidence(reference, seen, date), regions);
    }

    void addTo(Map<BodyRegion, Evidence> covered) {
      regions.forEach(region -> covered.putIfAbsent(region, evidence));
    }
  }

  /**
   * Reads finished scans and open orders.
   *
   * @param onset scans from before the neurological onset do not count
   */
  public TumourImaging read(PatientRecord patient, Optional<LocalDate> onset) {
    Predicate<ClinicalDate> counts = date -> counts(date, patient, onset);
    return read(patient, counts, counts);
  }

  /**
   * Reads the same since a day, at whatever distance from today.
   *
   * @param from scans before it do not count; of orders, those of the last half year do too
   */
  public TumourImaging readSince(PatientRecord patient, LocalDate from) {
    LocalDate today = patient.consultationDate();
    Predicate<ClinicalDate> since =
        date -> date.day().filter(day -> !day.isBefore(from) && !day.isAfter(today)).isPresent();
    return read(
        patient,
        since,
        date -> since.test(date) || date.isWithinDaysBefore(today, RepeatSchedule.OPEN_DAYS));
  }

  private TumourImaging read(
      PatientRecord patient, Predicate<ClinicalDate> counts, Predicate<ClinicalDate> open) {
    Map<BodyRegion, Evidence> done = new EnumMap<>(BodyRegion.class);
    finished(patient).stream()
        .filter(scan -> counts.test(scan.evidence().date()))
        .forEach(scan -> scan.addTo(done));
    Map<BodyRegion, Evidence> pending = new EnumMap<>(BodyRegion.class);
    withoutReport(patient).stream()
        .filter(scan -> counts.test(scan.evidence().date()))
        .forEach(scan -> scan.addTo(pending));
    ordered(patient).stream()
        .filter(scan -> !scan.evidence().date().isKnown() || open.test(scan.evidence().date()))
        .forEach(scan -> scan.addTo(pending));
    done.keySet().forEach(pending::remove);
    return new TumourImaging(done, pending, insufficient(patient, counts));
  }

  /** The newest finished MRI or CT of any region, however old it is. */
  public Optional<Evidence> latest(PatientRecord patient) {
    return finished(patient).stream()
        .filter(scan -> !scan.regions().isEmpty())
        .map(Scan::evidence)
        .filter(scan ->
            scan.date().day().filter(day -> !day.isAfter(patient.consultationDate())).isPresent())
        .max(
            Comparator.comparing((Evidence scan) -> scan.date().day().orElse(LocalDate.MIN))
                .thenComparing(Evidence::reference));
  }

  private List<Scan> finished(PatientRecord patient) {
    List<Scan> scans = new ArrayList<>();
    for (Report report : patient.reports()) {
      if (report.status() == ResultStatus.FINAL) {
        scans.add(
            new Scan(
                report.reference(),
                report.concept().display(),
                report.effective(),
                scanRegions.of(report, patient)));
      }
    }
    for (ProcedureDone procedure : patient.procedures()) {
      scans.add(
          new Scan(
              procedure.reference(),
              procedure.concept().display(),
              procedure.performed(),
              scanRegions.of(procedure.concept(), procedure.bodySites())));
    }
    return scans;
  }

  private List<Scan> withoutReport(PatientRecord patient) {
    List<Scan> scans = new ArrayList<>();
    for (ImagingStudy study : patient.imagingStudies()) {
      if (study.complete()) {
        scans.add(
            new Scan(
                study.reference(), study.description(), study.started(), scanRegions.of(study)));
      }
    }
    return scans;
  }

  private List<Scan> ordered(PatientRecord patient) {
    List<Scan> scans = new ArrayList<>();
    for (Order order : patient.requests()) {
      if (order.state() == Order.State.PENDING) {
        scans.add(
            new Scan(
                order.reference(),
                order.concept().display(),
                order.authored(),
                scanRegions.of(order.concept(), order.bodySites())));
      }
    }
    return scans;
  }

  /** Finished tests that are taken for a tumour search and complete none. */
  private List<Evidence> insufficient(PatientRecord patient, Predicate<ClinicalDate> counts) {
    return patient.reports().stream()
        .filter(report -> report.status() == ResultStatus.FINAL && counts.test(report.effective()))
        .filter(report -> scanRegions.isInsufficient(report.concept()))
        .map(report ->
            new Evidence(report.reference(), report.concept().display(), report.effective()))
        .toList();
  }

  private boolean counts(ClinicalDate date, PatientRecord patient, Optional<LocalDate> onset) {
    return date.day()
        .filter(day ->
            ChronoUnit.DAYS.between(day, patient.consultationDate()) <= lookBackDays
                && onset.filter(day::isBefore).isEmpty())
        .isPresent();
  }
}
