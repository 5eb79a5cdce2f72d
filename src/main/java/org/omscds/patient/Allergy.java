package org.omscds.patient;

import java.util.List;

/**
 * A FHIR AllergyIntolerance that is active or not stated to be over, and not refuted.
 *
 * @param reference {@code AllergyIntolerance/id}
 * @param substances what the patient reacts to
 * @param reactions what happened
 * @param recorded when it was written down
 */
public record Allergy(
    String reference, List<Concept> substances, List<Concept> reactions, ClinicalDate recorded) {

  public Allergy {
    substances = List.copyOf(substances);
    reactions = List.copyOf(reactions);
  }
}
