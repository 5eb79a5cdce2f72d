package org.omscds.recommendation;

import java.util.List;
import org.omscds.knowledge.OrderDefinition;

/**
 * A suggestion with the orders that are still needed.
 *
 * @param id unique within its card
 * @param recommended whether the card stars it
 * @param orders what is created
 * @param changes what is updated as a whole; never a MedicationRequest
 */
public record OfferedSuggestion(
    String id,
    String label,
    boolean recommended,
    List<OrderDefinition> orders,
    List<Change> changes) {

  public OfferedSuggestion {
    orders = List.copyOf(orders);
    changes = List.copyOf(changes);
  }

  /** A suggestion that only creates. */
  public OfferedSuggestion(
      String id, String label, boolean recommended, List<OrderDefinition> orders) {
    this(id, label, recommended, orders, List.of());
  }
}
