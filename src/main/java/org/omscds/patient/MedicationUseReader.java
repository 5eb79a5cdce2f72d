package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.patient.MedicationUse.Kind;
import org.omscds.patient.MedicationUse.State;

/** Reads a FHIR MedicationRequest, MedicationAdministration or MedicationStatement. */
final class MedicationUseReader {

  private MedicationUseReader() {}

  /**
   * Reads one drug.
   *
   * @param medications the Medication resources sent along, by their ids
   */
  static MedicationUse read(FhirNode resource, Map<String, FhirNode> medications) {
    boolean ordered = resource.resourceType().equals("MedicationRequest");
    List<Concept> routes = new ArrayList<>();
    List<Dose> doses = new ArrayList<>();
    for (Element dosage : List.of(Element.DOSAGE_INSTRUCTION, Element.DOSAGE)) {
      for (FhirNode each : resource.each(dosage)) {
        Concept route = FhirShapes.concept(each.at(Element.ROUTE));
        if (!route.isEmpty()) {
          routes.add(route);
        }
        dose(each).ifPresent(doses::add);
      }
    }
    return new MedicationUse(
        FhirShapes.reference(resource),
        ordered ? Kind.ORDERED : Kind.GIVEN,
        drugs(resource, medications),
        routes,
        state(resource),
        FhirDates.first(
            resource,
            Element.EFFECTIVE_DATE_TIME,
            Element.EFFECTIVE_PERIOD,
            Element.AUTHORED_ON,
            Element.DATE_ASSERTED),
        FhirDates.endOf(resource.at(Element.EFFECTIVE_PERIOD)),
        doses);
  }

  /** The quantity of one dose; where none is sent, the first that the words name. */
  private static Optional<Dose> dose(FhirNode dosage) {
    return Stream.of(
            dosage.at(Element.DOSE_AND_RATE).at(Element.DOSE_QUANTITY),
            dosage.at(Element.DOSE),
            dosage.at(Element.DOSE_QUANTITY))
        .flatMap(quantity -> ObservedReader.measured(quantity).stream())
        .map(measured -> new Dose(measured.number(), measured.unit()))
        .findFirst()
        .or(() -> dosage.text(Element.TEXT).flatMap(Dose::inWords))
        .map(dose -> new Dose(dose.amount(), dose.unit(), DoseTiming.timesPerDay(dosage)));
  }

  /** On hold, a statement says that the drug is not taken, whereas an order still stands. */
  private static boolean isStatement(FhirNode resource) {
    return resource.resourceType().equals("MedicationStatement");
  }

  private static List<Concept> drugs(FhirNode resource, Map<String, FhirNode> medications) {
    List<Concept> drugs = new ArrayList<>();
    drugs.add(FhirShapes.concept(resource.at(Element.MEDICATION_CODEABLE_CONCEPT)));
    FhirNode referred = resource.at(Element.MEDICATION_REFERENCE);
    String reference = FhirShapes.target(referred).orElse("");
    drugs.add(new Concept(List.of(), referred.text(Element.DISPLAY).orElse("")));
    if (reference.startsWith("#")) {
      for (FhirNode contained : resource.each(Element.CONTAINED)) {
        if (contained.text(Element.ID).orElse("").equals(reference.substring(1))) {
          drugs.add(FhirShapes.concept(contained.at(Element.CODE)));
        }
      }
    } else {
      FhirNode medication =
          medications.getOrDefault(ReferenceId.of(reference).id(), FhirNode.nothing());
      drugs.add(FhirShapes.concept(medication.at(Element.CODE)));
    }
    return drugs.stream().filter(drug -> !drug.isEmpty()).toList();
  }

  private static State state(FhirNode resource) {
    if (resource.flag(Element.DO_NOT_PERFORM).orElse(false)) {
      return State.VOID;
    }
    return switch (FhirShapes.code(resource, Element.STATUS)) {
      case "completed", "stopped" -> State.PAST;
      case "cancelled", "entered-in-error", "not-done", "not-taken", "intended" -> State.VOID;
      case "on-hold" -> isStatement(resource) ? State.VOID : State.CURRENT;
      default -> State.CURRENT;
    };
  }
}
