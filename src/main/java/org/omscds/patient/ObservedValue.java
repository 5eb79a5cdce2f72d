package org.omscds.patient;

import java.math.BigDecimal;

/** The value of an Observation or of one of its components. */
public sealed interface ObservedValue {

  /** {@code valueBoolean}. */
  record Flag(boolean yes) implements ObservedValue {}

  /** {@code valueCodeableConcept}. */
  record Coded(Concept concept) implements ObservedValue {}

  /** {@code valueString}. */
  record Words(String text) implements ObservedValue {}

  /**
   * {@code valueQuantity} or {@code valueInteger}.
   *
   * @param unit the unit as sent, or the empty string
   * @param comparator {@code <}, {@code <=}, {@code >=}, {@code >} or the empty string
   */
  record Measured(BigDecimal number, String unit, String comparator) implements ObservedValue {}

  /** No value; {@code reason} is the code of {@code dataAbsentReason} or the empty string. */
  record NotGiven(String reason) implements ObservedValue {}
}
