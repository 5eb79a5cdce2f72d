package org.omscds.assessment.safety;

import org.omscds.assessment.workup.SteroidDose;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.patient.DraftOrder;

/**
 * A draft that asks for something with checks.
 *
 * @param name the ingredient, test or vaccine, in lower case where the lists have it so
 * @param reason why it stands on the pitfalls list; what the list calls it for all others
 * @param dose of a steroid how high it is; {@code UNKNOWN} for all others
 */
public record DraftedAgent(
    DraftOrder draft, SafetyAgent agent, String name, String reason, SteroidDose dose) {

  /**
   * Whether samples come before it: a steroid at a high or unknown dose, ACTH, IVIG or rituximab.
   */
  public boolean isImmunotherapy() {
    return (agent == SafetyAgent.STEROID && dose != SteroidDose.LOW)
        || agent == SafetyAgent.ACTH
        || agent == SafetyAgent.IVIG
        || agent == SafetyAgent.RITUXIMAB;
  }

  /** Whether it is a drug of that class. */
  public boolean isOfClass(DrugClass drugClass) {
    return agent.name().equals(drugClass.name());
  }
}
