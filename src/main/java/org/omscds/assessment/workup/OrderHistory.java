package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.ClinicalDate;

/**
 * What of all that can be ordered was done lately or is already on its way.
 *
 * @param today the day of the consultation
 * @param results what was done, with the orders that it answers
 * @param requests what was asked for and is not void
 */
public record OrderHistory(LocalDate today, List<Entry> results, List<Entry> requests) {

  /** An order that stood open for longer is no longer on its way. */
  private static final int OPEN_DAYS = 180;

  /** A visit that was asked for longer ago is no answer to one that is due now. */
  private static final int OPEN_VISIT_DAYS = 30;

  public OrderHistory {
    results = List.copyOf(results);
    requests = List.copyOf(requests);
  }

  /**
   * Something done or asked for.
   *
   * @param orders ids of the orders that it means
   * @param open whether it is still on its way
   */
  public record Entry(Set<String> orders, ClinicalDate date, boolean open, Evidence evidence) {
    public Entry {
      orders = Set.copyOf(orders);
    }
  }

  /** Whether something was done, is on its way, or is due. */
  public sealed interface State {
    /** A result or procedure is there and recent enough. */
    record Done(Evidence evidence) implements State {}

    /** An open order is there. */
    record Pending(Evidence evidence) implements State {}

    /** Neither. */
    record Due() implements State {}
  }

  /**
   * The state of an order.
   *
   * @param onset first day of the neurological signs, for orders that count only since then
   */
  public State state(OrderDefinition order, Optional<LocalDate> onset) {
    Optional<LocalDate> notBefore = order.afterOnset() ? onset : Optional.empty();
    Optional<State> done =
        results.stream()
            .filter(_ -> order.lookBackDays() > 0)
            .filter(each -> each.orders().contains(order.id()))
            .filter(each -> isRecent(each.date(), order.lookBackDays(), notBefore))
            .findFirst()
            .map(each -> new State.Done(each.evidence()));
    return done.or(() -> pending(order)).orElseGet(State.Due::new);
  }

  /** Whether it was asked for in the last days. */
  public boolean wasAsked(OrderDefinition order, int days) {
    return requests.stream()
        .filter(each -> each.orders().contains(order.id()))
        .anyMatch(each -> each.date().isWithinDaysBefore(today, days));
  }

  /** The orders that a request means. */
  Set<String> askedBy(String reference) {
    return requests.stream()
        .filter(each -> each.evidence().reference().equals(reference))
        .flatMap(each -> each.orders().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one of them was done or asked for in the last days. */
  boolean wasAskedOrDone(Set<String> orderIds, int days) {
    return Stream.concat(results.stream(), requests.stream())
        .filter(each -> each.orders().stream().anyMatch(orderIds::contains))
        .anyMatch(each -> each.date().isWithinDaysBefore(today, days) || each.open());
  }

  /** Whether the same was done or asked for in the last days by anything but that request. */
  boolean isDouble(Set<String> orderIds, String reference, int days) {
    return Stream.concat(results.stream(), requests.stream())
        .filter(each -> !each.evidence().reference().equals(reference))
        .filter(each -> each.orders().stream().anyMatch(orderIds::contains))
        .anyMatch(each -> each.date().isWithinDaysBefore(today, days));
  }

  private Optional<State> pending(OrderDefinition order) {
    return requests.stream()
        .filter(Entry::open)
        .filter(each -> each.orders().contains(order.id()))
        .filter(each -> isOnItsWay(order, each.date()))
        .findFirst()
        .map(each -> new State.Pending(each.evidence()));
  }

  /** A visit must come within its days: one that is asked for a later day is not the one due. */
  private boolean isOnItsWay(OrderDefinition order, ClinicalDate date) {
    if (order.kind() != OrderDefinition.OrderKind.APPOINTMENT) {
      return !date.isKnown() || date.isWithinDaysBefore(today, OPEN_DAYS);
    }
    return date.day()
        .filter(day -> !day.isBefore(today.minusDays(OPEN_VISIT_DAYS)))
        .filter(day -> !day.isAfter(today.plusDays(order.toDays())))
        .isPresent();
  }

  private boolean isRecent(ClinicalDate date, int days, Optional<LocalDate> notBefore) {
    return date.isWithinDaysBefore(today, days)
        && notBefore.filter(first -> date.day().filter(first::isAfter).isPresent()).isEmpty();
  }
}
