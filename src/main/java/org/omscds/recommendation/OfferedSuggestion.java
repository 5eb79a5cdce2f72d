package org.omscds.recommendation;

import java.util.List;
import org.omscds.knowledge.OrderDefinition;

/**
 * A suggestion with the orders that are still needed.
 *
 * @param id unique within its card
 * @param recommended whether the card stars it
 */
public record OfferedSuggestion(
    String id, String label, boolean recommended, List<OrderDefinition> orders) {
  public OfferedSuggestion {
    orders = List.copyOf(orders);
  }
}
