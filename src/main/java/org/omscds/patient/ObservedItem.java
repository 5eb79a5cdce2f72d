package org.omscds.patient;

import java.util.List;

/**
 * A code with its value: an Observation's own, or one component's.
 *
 * @param interpretations HL7 interpretation codes, upper case; words where no code was sent
 * @param ranges the reference ranges sent with it; more than one where they differ by circumstance
 */
public record ObservedItem(
    Concept concept,
    ObservedValue value,
    List<String> interpretations,
    List<ReferenceRange> ranges) {

  public ObservedItem {
    interpretations = List.copyOf(interpretations);
    ranges = List.copyOf(ranges);
  }
}
