package org.omscds.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.WholeResource;

/**
 * Reads an order that is being written. Sandboxes and EHRs send drafts that a strict parser
 * refuses: a MedicationRequest without intent or drug, an empty coding, an object where a list
 * belongs.
 */
final class DraftOrderReader {

  private DraftOrderReader() {}

  /**
   * Reads one draft; empty for one that is cancelled, in error or a prohibition.
   *
   * @param reference {@code Type/id}, also where the client sent no id
   * @param medications the Medication resources sent along, by their ids
   */
  static Optional<DraftOrder> read(
      WholeResource draft, String reference, boolean selected, Map<String, FhirNode> medications) {
    FhirNode node = draft.node();
    boolean off =
        switch (FhirShapes.code(node, Element.STATUS)) {
          case "entered-in-error", "cancelled", "revoked" -> true;
          default -> node.flag(Element.DO_NOT_PERFORM).orElse(false);
        };
    return off
        ? Optional.empty()
        : Optional.of(
            new DraftOrder(
                reference,
                selected,
                FhirShapes.code(node, Element.PRIORITY),
                content(node, reference, medications),
                draft.json()));
  }

  private static DraftOrder.Content content(
      FhirNode node, String reference, Map<String, FhirNode> medications) {
    return switch (node.resourceType()) {
      case "MedicationRequest" ->
          new DraftOrder.Content.Drug(
              MedicationUseReader.read(node, medications).withReference(reference));
      case "ServiceRequest" -> {
        Order order = ServiceReaders.order(node);
        yield new DraftOrder.Content.Service(
            new Order(
                reference,
                order.concept(),
                order.bodySites(),
                Order.State.PENDING,
                order.authored(),
                order.notes()));
      }
      case "Immunization" -> new DraftOrder.Content.Drug(vaccine(node, reference));
      default -> new DraftOrder.Content.Other();
    };
  }

  private static MedicationUse vaccine(FhirNode node, String reference) {
    return new MedicationUse(
        reference,
        MedicationUse.Kind.ORDERED,
        FhirShapes.concepts(node, Element.VACCINE_CODE),
        List.of(),
        MedicationUse.State.CURRENT,
        FhirDates.first(node, Element.OCCURRENCE_DATE_TIME),
        ClinicalDate.unknown(),
        List.of());
  }
}
