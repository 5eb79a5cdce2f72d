package org.omscds.patient;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the laboratory calls normal, for this patient's age and sex.
 *
 * @param low the low end, or nothing where there is none
 * @param high the high end, or nothing where there is none
 * @param text the range in words, or the empty string
 */
public record ReferenceRange(List<BigDecimal> low, List<BigDecimal> high, String text) {

  public ReferenceRange {
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /** Whether it says anything. */
  boolean isEmpty() {
    return low.isEmpty() && high.isEmpty() && text.isEmpty();
  }
}
