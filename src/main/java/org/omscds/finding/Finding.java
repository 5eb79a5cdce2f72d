package org.omscds.finding;

import java.util.List;

/** Whether a finding or a pillar is there: four answers, each with what it rests on. */
public sealed interface Finding {

  /** It is there. */
  record Present(List<Evidence> evidence) implements Finding {
    public Present {
      evidence = List.copyOf(evidence);
    }
  }

  /** It may be there: a family's report, an unspecific code, a suspicion. */
  record Possible(List<Evidence> evidence) implements Finding {
    public Possible {
      evidence = List.copyOf(evidence);
    }
  }

  /** A clinician looked, recently, and it was not there. */
  record Absent(List<Evidence> evidence) implements Finding {
    public Absent {
      evidence = List.copyOf(evidence);
    }
  }

  /** Nobody says. */
  record Unknown(Reason reason) implements Finding {}

  /** Why it is unknown. */
  enum Reason {
    /** The chart was read and does not say. */
    NOT_DOCUMENTED,
    /** The part of the chart that would say was not supplied. */
    NOT_SUPPLIED
  }

  /** Whether it is there. */
  default boolean isPresent() {
    return this instanceof Present;
  }

  /** Whether it may be there, but is not known to be. */
  default boolean isPossible() {
    return this instanceof Possible;
  }

  /** What the answer rests on; empty where it is unknown. */
  default List<Evidence> restsOn() {
    return switch (this) {
      case Present(List<Evidence> evidence) -> evidence;
      case Possible(List<Evidence> evidence) -> evidence;
      case Absent(List<Evidence> evidence) -> evidence;
      case Unknown _ -> List.of();
    };
  }
}
