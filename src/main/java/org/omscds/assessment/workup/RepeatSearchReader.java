package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.workup.RepeatSearch.Search;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.PatientRecord;

/** Works out from the searches of a chart when the next one is due. */
public final class RepeatSearchReader {

  private static final String MIBG = "MIBG";

  private final TumourImagingReader imagingReader;
  private final ScanRegions scanRegions;

  /** Reads scans by their regions. */
  public RepeatSearchReader(TumourImagingReader imagingReader, ScanRegions scanRegions) {
    this.imagingReader = imagingReader;
    this.scanRegions = scanRegions;
  }

  /**
   * The repeat search of a child with known OMS and no tumour recorded. Urine alone is no search.
   *
   * @param onset first day of the disease
   */
  public RepeatSearch ofChild(PatientRecord patient, LocalDate onset, TumourSearch searched) {
    LocalDate today = patient.consultationDate();
    Optional<Search> last =
        searched.all().stream()
            .filter(each -> !each.regions().isEmpty() || each.modality().equals(MIBG))
            .flatMap(each -> search(each).stream())
            .filter(each -> !each.day().isBefore(onset) && !each.day().isAfter(today))
            .max(Comparator.comparing(Search::day));
    if (last.isEmpty()) {
      return new RepeatSearch.NotCalledFor();
    }
    Search newest = last.get();
    if (!today.isBefore(onset.plusMonths(RepeatSchedule.CHILD_UNTIL_MONTHS))) {
      return new RepeatSearch.NotDue(newest);
    }
    for (int months : RepeatSchedule.CHILD_MONTHS) {
      LocalDate due = onset.plusMonths(months);
      if (due.isAfter(today)) {
        break;
      }
      TumourImaging since =
          imagingReader.readSince(patient, due.minusDays(RepeatSchedule.DONE_WITHIN_DAYS));
      if (!since.missing().isEmpty()) {
        return open(due, newest, since, today);
      }
    }
    return new RepeatSearch.NotDue(newest);
  }

  private static RepeatSearch open(
      LocalDate due, Search last, TumourImaging since, LocalDate today) {
    Collection<Evidence> orders = since.pending().values();
    return since.toOrder().isEmpty()
        ? new RepeatSearch.Pending(due, orders.iterator().next())
        : new RepeatSearch.Due(due, ChronoUnit.DAYS.between(due, today), last, since.toOrder());
  }

  private Optional<Search> search(TumourSearch.NotDetected each) {
    String modality =
        each.modality().equals(MIBG) ? MIBG : scanRegions.modality(each.evidence().seen());
    return each.date().day().map(day -> new Search(modality, day, each.evidence()));
  }

  /**
   * The repeat search of an adult whose last whole search found nothing.
   *
   * @param schedule the rule of the site
   * @param searches the scans since the onset that found nothing, at least one of them dated
   * @param order AD11
   */
  public static RepeatSearch ofAdult(
      RepeatSchedule.Adult schedule,
      LocalDate onset,
      List<Search> searches,
      OrderHistory orders,
      OrderDefinition order) {
    List<LocalDate> days = searches.stream().map(Search::day).distinct().sorted().toList();
    Optional<Search> last = searches.stream().max(Comparator.comparing(Search::day));
    if (last.isEmpty()) {
      return new RepeatSearch.NotCalledFor();
    }
    LocalDate today = orders.today();
    LocalDate due = days.getLast().plusMonths(schedule.monthsAfter(days.size()));
    boolean open = schedule.isOpen(onset, due) && schedule.isOpen(onset, today);
    if (due.isAfter(today) || !open) {
      return new RepeatSearch.NotDue(last.get());
    }
    return switch (orders.state(order, Optional.of(onset))) {
      case OrderHistory.State.Pending(Evidence pending) -> new RepeatSearch.Pending(due, pending);
      case OrderHistory.State.Done _ -> new RepeatSearch.NotDue(last.get());
      case OrderHistory.State.Due() ->
          new RepeatSearch.Due(due, ChronoUnit.DAYS.between(due, today), last.get(), List.of());
    };
  }
}
