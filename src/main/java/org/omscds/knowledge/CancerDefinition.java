package org.omscds.knowledge;

import java.util.List;

/**
 * A cancer of the search behind opsoclonus-myoclonus, a row of {@code cancers.yaml}.
 *
 * @param finding id of the finding that names it
 * @param fitsOms whether its type is known with the syndrome
 * @param omsException whether PNS-Care calls the syndrome definite with it, whatever the antibody
 * @param sources keys of the sources
 * @param confidence H, M or L
 */
public record CancerDefinition(
    String finding,
    boolean fitsOms,
    boolean omsException,
    List<String> sources,
    String confidence) {

  public CancerDefinition {
    sources = List.copyOf(sources);
  }

  /** The finding that names it. */
  public FindingId named() {
    return FindingId.of(finding)
        .orElseThrow(() -> new IllegalStateException("unknown finding " + finding));
  }
}
