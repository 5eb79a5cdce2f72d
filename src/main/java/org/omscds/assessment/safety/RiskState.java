package org.omscds.assessment.safety;

import java.util.List;
import org.omscds.finding.Evidence;

/** Whether a risk is seen in a chart. */
sealed interface RiskState {

  /** It is on record. */
  record Seen(List<Evidence> evidence, String remark) implements RiskState {
    public Seen {
      evidence = List.copyOf(evidence);
    }
  }

  /** What must be known is not on record, or was not available to this service. */
  record NotOnRecord(String remark) implements RiskState {}

  /** Nothing speaks for it. */
  record NotSeen() implements RiskState {}

  /** Seen where there is evidence. */
  static RiskState of(List<Evidence> evidence) {
    return evidence.isEmpty() ? new NotSeen() : new Seen(evidence, "");
  }

  /** The other where this one does not see it. */
  default RiskState or(RiskState other) {
    return this instanceof NotSeen ? other : this;
  }
}
