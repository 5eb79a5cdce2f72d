package org.omscds.fhir;

import java.util.List;
import java.util.Set;

/**
 * The FHIR that a hook's context carries beside the chart (CDS Hooks library, the hooks' context
 * tables).
 *
 * @param draftOrders the orders of order-select and order-sign
 * @param selections which of them were just chosen, as {@code Type/id} or a bare id; empty for all
 * @param conditions what problem-list-item-create added
 */
public record Carried(
    List<WholeResource> draftOrders, Set<String> selections, List<WholeResource> conditions) {

  public Carried {
    draftOrders = List.copyOf(draftOrders);
    selections = Set.copyOf(selections);
    conditions = List.copyOf(conditions);
  }

  /** A context without FHIR. */
  public static Carried nothing() {
    return new Carried(List.of(), Set.of(), List.of());
  }
}
