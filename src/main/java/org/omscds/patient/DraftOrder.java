package org.omscds.patient;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order that a clinician has written and not signed yet, as order-select and order-sign carry it
 * in {@code context.draftOrders}. It is no part of the chart: nothing of it counts as given or
 * done.
 *
 * @param reference {@code Type/id}; where a client sends no id, the type and the place in the
 *     Bundle, such as {@code MedicationRequest/draft-1}
 * @param selected whether the clinician has just chosen it; at signing all are
 * @param priority FHIR's request priority, or the empty string
 * @param content what is asked for
 * @param resource the whole resource as it was sent, for a card that proposes an update of it
 */
public record DraftOrder(
    String reference,
    boolean selected,
    String priority,
    Content content,
    Map<String, Object> resource) {

  public DraftOrder {
    resource = Collections.unmodifiableMap(new LinkedHashMap<>(resource));
  }

  /** What a draft asks for. */
  public sealed interface Content {
    /** A test, scan, referral or procedure: a ServiceRequest. */
    record Service(Order order) implements Content {}

    /** A drug or vaccine: a MedicationRequest. */
    record Drug(MedicationUse use) implements Content {}

    /** Something that this service does not look at, such as a nutrition order. */
    record Other() implements Content {}
  }

  /** The names of what is asked for; empty where nothing is chosen yet. */
  public List<Concept> concepts() {
    return switch (content) {
      case Content.Service(Order order) ->
          order.concept().isEmpty() ? List.of() : List.of(order.concept());
      case Content.Drug(MedicationUse use) -> use.concepts();
      case Content.Other() -> List.of();
    };
  }
}
