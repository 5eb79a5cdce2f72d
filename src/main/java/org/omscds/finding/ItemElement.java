package org.omscds.finding;

import org.omscds.patient.ReferenceId;

/**
 * Where a question and its answer stand in their resource, as FHIR names the elements.
 *
 * @param code the element of the question
 * @param value the element of the answer
 */
record ItemElement(String code, String value) {

  /**
   * The elements of an item of an observation, or of what is read like one.
   *
   * @param reference {@code Type/id} of the resource
   * @param index 0 for the observation itself, from 1 on for its components
   */
  static ItemElement of(String reference, int index) {
    return switch (ReferenceId.of(reference).type()) {
      case "Encounter" -> new ItemElement("reasonCode", "reasonCode");
      case "QuestionnaireResponse" -> new ItemElement("item.text", "item.answer.value");
      default ->
          index == 0
              ? new ItemElement("code", "value")
              : new ItemElement(
                  "component[" + (index - 1) + "].code", "component[" + (index - 1) + "].value");
    };
  }
}
