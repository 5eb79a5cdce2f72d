package org.omscds.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A code with its value: an Observation's own, or one component's.
 *
 * @param interpretations HL7 interpretation codes, upper case
 * @param upperLimit the high end of the reference range sent with it
 */
public record ObservedItem(
    Concept concept,
    ObservedValue value,
    List<String> interpretations,
    List<BigDecimal> upperLimit) {

  public ObservedItem {
    interpretations = List.copyOf(interpretations);
    upperLimit = List.copyOf(upperLimit);
  }

  /** The high end of the reference range, where one was sent. */
  public Optional<BigDecimal> highEnd() {
    return upperLimit.stream().findFirst();
  }
}
