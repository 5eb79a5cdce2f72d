package org.omscds.finding;

/**
 * Where a question and its answer stand in their resource, as FHIR names the elements.
 *
 * @param code the element of the question
 * @param value the element of the answer
 */
record ItemElement(String code, String value) {

  private static final ItemElement OF_A_VISIT = new ItemElement("reasonCode", "reasonCode");
  private static final ItemElement OF_A_QUESTIONNAIRE =
      new ItemElement("item.text", "item.answer.value");
  private static final ItemElement OF_AN_OBSERVATION = new ItemElement("code", "value");

  /**
   * The elements of an item of an observation, or of what is read like one.
   *
   * @param reference {@code Type/id} of the resource
   * @param index 0 for the observation itself, from 1 on for its components
   */
  static ItemElement of(String reference, int index) {
    if (reference.startsWith("Encounter/")) {
      return OF_A_VISIT;
    }
    if (reference.startsWith("QuestionnaireResponse/")) {
      return OF_A_QUESTIONNAIRE;
    }
    if (index == 0) {
      return OF_AN_OBSERVATION;
    }
    String component = "component[" + (index - 1) + "].";
    return new ItemElement(component + "code", component + "value");
  }
}
