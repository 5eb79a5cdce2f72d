package org.omscds.assessment.paraneoplastic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.ScanRegions;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.CancerSearchDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;

/**
 * Tells whether a cancer was found, was searched for and not found, or nobody looked. "Not found"
 * takes a report since the onset whose own words say so: a scan alone says nothing.
 */
public final class CancerSearchReader {

  private final CancerSearchDefinition search;
  private final ScanRegions scanRegions;
  private final PhraseIndex<Boolean> nothingFound = new PhraseIndex<>();

  /** Compiles the words of a report that found nothing. */
  public CancerSearchReader(KnowledgeBase knowledge, ScanRegions scanRegions) {
    this.search = knowledge.cancerSearch();
    this.scanRegions = scanRegions;
    search.nothingFound().forEach(phrase -> nothingFound.add(phrase, Boolean.TRUE));
  }

  /** Reads the search; {@code orders} tell which reports are whole-body scans. */
  public CancerSearch read(
      PatientRecord patient,
      Optional<LocalDate> onset,
      RecordedCancers cancers,
      Antibodies antibodies,
      OrderHistory orders) {
    if (!cancers.found().isEmpty()) {
      return found(cancers.found(), antibodies);
    }
    if (!cancers.possible().isEmpty()) {
      return new CancerSearch.Unsettled(
          cancers.possible().stream().map(ClinicalStatement::evidence).distinct().toList());
    }
    return scans(patient, onset, orders);
  }

  private static CancerSearch found(List<RecordedCancers.Cancer> cancers, Antibodies antibodies) {
    List<RecordedCancers.Cancer> fitting =
        cancers.stream().filter(each -> fits(each, antibodies)).toList();
    boolean exception = fitting.stream().anyMatch(each -> each.type().omsException());
    return new CancerSearch.Found(cancers, !fitting.isEmpty(), exception);
  }

  /** A confirmed antibody that goes with certain tumours decides; else the phenotype. */
  private static boolean fits(RecordedCancers.Cancer cancer, Antibodies antibodies) {
    return antibodies.tumours().isEmpty()
        ? cancer.type().fitsOms()
        : antibodies.goWith(cancer.type());
  }

  private CancerSearch scans(
      PatientRecord patient, Optional<LocalDate> onset, OrderHistory orders) {
    List<CancerSearch.Scan> nothing = new ArrayList<>();
    List<Evidence> open = new ArrayList<>();
    Set<BodyRegion> covered = EnumSet.noneOf(BodyRegion.class);
    for (Report report : patient.reports()) {
      boolean counts = report.status() == ResultStatus.FINAL && isSince(report.effective(), onset);
      boolean pet = counts && isWholeBody(report, orders);
      Set<BodyRegion> regions = counts ? scanRegions.of(report, patient) : Set.of();
      if (pet || search.regions().stream().anyMatch(regions::contains)) {
        Evidence evidence =
            new Evidence(report.reference(), report.concept().display(), report.effective());
        if (saysNothingFound(report)) {
          nothing.add(new CancerSearch.Scan(pet, evidence));
          covered.addAll(pet ? search.regions() : regions);
        } else {
          open.add(evidence);
        }
      }
    }
    List<Evidence> negative = nothing.stream().map(CancerSearch.Scan::evidence).toList();
    if (covered.containsAll(search.regions()) && lastDay(open).isBefore(lastDay(negative))) {
      return new CancerSearch.NotFound(nothing);
    }
    open.addAll(negative);
    return open.isEmpty() ? new CancerSearch.NotSearched() : new CancerSearch.Open(open);
  }

  private static LocalDate lastDay(List<Evidence> scans) {
    return scans.stream()
        .flatMap(each -> each.date().day().stream())
        .max(LocalDate::compareTo)
        .orElse(LocalDate.MIN);
  }

  private boolean isWholeBody(Report report, OrderHistory orders) {
    return orders.results().stream()
        .filter(each -> each.evidence().reference().equals(report.reference()))
        .anyMatch(each -> search.orders().stream().anyMatch(each.orders()::contains));
  }

  private boolean saysNothingFound(Report report) {
    return !nothingFound.find(report.conclusion()).isEmpty();
  }

  private static boolean isSince(ClinicalDate date, Optional<LocalDate> onset) {
    return date.day().filter(day -> onset.filter(day::isBefore).isEmpty()).isPresent();
  }
}
