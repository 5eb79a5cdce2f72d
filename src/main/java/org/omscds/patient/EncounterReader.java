package org.omscds.patient;

import java.util.List;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/**
 * Reads the reasons of a FHIR Encounter: what a child was brought for often stands nowhere else in
 * codes.
 */
final class EncounterReader {

  private EncounterReader() {}

  /** The reasons, or empty where there is none or the visit did not take place. */
  static Optional<Observed> read(FhirNode encounter) {
    List<ObservedItem> reasons =
        FhirShapes.concepts(encounter, Element.REASON_CODE).stream()
            .map(EncounterReader::reason)
            .toList();
    return switch (FhirShapes.code(encounter, Element.STATUS)) {
      case "cancelled", "entered-in-error" -> Optional.empty();
      default ->
          Optional.of(
                  new Observed(
                      FhirShapes.reference(encounter),
                      ResultStatus.FINAL,
                      reasons,
                      FhirDates.first(encounter, Element.PERIOD),
                      List.of(),
                      Speaker.CLINICIAN))
              .filter(observed -> !observed.items().isEmpty());
    };
  }

  /** A reason is read as an answer without a question, so that "suspected" before it holds. */
  private static ObservedItem reason(Concept concept) {
    return new ObservedItem(Concept.NONE, new ObservedValue.Coded(concept), List.of(), List.of());
  }
}
