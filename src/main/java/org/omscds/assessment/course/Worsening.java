package org.omscds.assessment.course;

import java.util.List;
import java.util.Set;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.finding.Evidence;
import org.omscds.patient.ClinicalDate;

/**
 * The worsening of now in known OMS.
 *
 * @param kind what it is
 * @param began its first day, or unknown where there is none
 * @param lastingDays the days that it certainly lasted
 * @param reductionDays days from the last known end of a steroid or ACTH; negative where none
 * @param followsReduction T-TAPER: whether a steroid or ACTH ended at most 30 days before
 * @param infections T-INF: what speaks for an infection with it
 * @param offSteroid whether no steroid or ACTH was running when it began
 * @param relapses how many relapses the chart shows, this one among them
 * @param steroidDependent whether two or more of them followed a reduction within 30 days
 */
public record Worsening(
    Kind kind,
    Set<Sign> signs,
    ClinicalDate began,
    long lastingDays,
    List<Evidence> evidence,
    long reductionDays,
    boolean followsReduction,
    List<Evidence> infections,
    boolean offSteroid,
    int relapses,
    boolean steroidDependent) {

  /** Nothing became worse, or OMS is not known. */
  public static final Worsening NONE =
      new Worsening(
          Kind.NONE,
          Set.of(),
          ClinicalDate.unknown(),
          0,
          List.of(),
          -1,
          false,
          List.of(),
          false,
          0,
          false);

  public Worsening {
    signs = Set.copyOf(signs);
    evidence = List.copyOf(evidence);
    infections = List.copyOf(infections);
  }
}
