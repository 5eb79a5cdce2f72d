package org.omscds.assessment.course;

import java.util.List;
import java.util.Set;

/**
 * What the follow-up of known OMS lacks, from three months after the onset or after any relapse
 * (flowchart nodes 3, 3a, 3b and 3b-i).
 *
 * @param gaps what is due and neither done nor on its way, the worst first
 * @param needs what else the chart calls for; it makes no gap of its own
 */
public record FollowUpGaps(List<Gap> gaps, Set<Need> needs) {

  /** Nothing is looked for: OMS is not known, or it began lately. */
  public static final FollowUpGaps NONE = new FollowUpGaps(List.of(), Set.of());

  public FollowUpGaps {
    gaps = List.copyOf(gaps);
    needs = Set.copyOf(needs);
  }

  /** Something whose lack calls for a reminder. */
  public enum Gap {
    COGNITIVE_TEST("cognitive testing"),
    SPEECH_THERAPY("speech therapy"),
    PHYSIOTHERAPY("physiotherapy"),
    OCCUPATIONAL_THERAPY("occupational therapy"),
    SCHOOL_PLAN("school plan");

    private final String label;

    Gap(String label) {
      this.label = label;
    }

    /** The words that cards use. */
    public String label() {
      return label;
    }
  }

  /** Something to offer beside the gaps. */
  public enum Need {
    PSYCHOLOGY,
    SLEEP,
    DIETITIAN,
    EYES,
    TRANSITION
  }
}
