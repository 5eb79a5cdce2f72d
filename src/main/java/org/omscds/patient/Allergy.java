package org.omscds.patient;

import java.util.List;

/**
 * A FHIR AllergyIntolerance that is active or not stated to be over, and not refuted.
 *
 * @param reference {@code AllergyIntolerance/id}
 * @param substances what the patient reacts to
 * @param reactions what happened
 * @param recorded when it was written down
 * @param highCriticality whether it is recorded with criticality high
 */
public record Allergy(
    String reference,
    List<Concept> substances,
    List<Concept> reactions,
    ClinicalDate recorded,
    boolean highCriticality) {

  /** An allergy of which nobody recorded the criticality. */
  public Allergy(
      String reference, List<Concept> substances, List<Concept> reactions, ClinicalDate recorded) {
    this(reference, substances, reactions, recorded, false);
  }

  public Allergy {
    substances = List.copyOf(substances);
    reactions = List.copyOf(reactions);
  }
}
