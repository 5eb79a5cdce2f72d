package org.omscds.assessment.workup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.BodyRegion;

/**
 * How far MRI or CT covers the four regions of the tumour search.
 *
 * @param done regions that a finished scan covers, with where that stands
 * @param pending regions that an open order covers, or a study whose report is not there yet
 * @param insufficient finished tests that do not complete the search, such as an ultrasound
 */
public record TumourImaging(
    Map<BodyRegion, Evidence> done,
    Map<BodyRegion, Evidence> pending,
    List<Evidence> insufficient) {

  public TumourImaging {
    done = Map.copyOf(done);
    pending = Map.copyOf(pending);
    insufficient = List.copyOf(insufficient);
  }

  /** Regions that no finished scan covers, in the body's order. */
  public List<BodyRegion> missing() {
    Set<BodyRegion> missing = new TreeSet<>(List.of(BodyRegion.values()));
    missing.removeAll(done.keySet());
    return List.copyOf(missing);
  }

  /** Regions that are neither covered nor ordered. */
  public List<BodyRegion> toOrder() {
    Set<BodyRegion> open = new TreeSet<>(missing());
    open.removeAll(pending.keySet());
    return List.copyOf(open);
  }
}
