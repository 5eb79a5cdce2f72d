package org.omscds.knowledge;

import java.util.List;

/**
 * How the report of a cancer search is read, {@code cancer-search.yaml}.
 *
 * @param regions what CT or MRI must cover together
 * @param orders orders whose scans are a search each by itself
 * @param nothingFound words of a conclusion that say that nothing was found
 */
public record CancerSearchDefinition(
    List<BodyRegion> regions,
    List<String> orders,
    List<String> nothingFound,
    List<String> sources) {

  public CancerSearchDefinition {
    regions = List.copyOf(regions);
    orders = List.copyOf(orders);
    nothingFound = List.copyOf(nothingFound);
    sources = List.copyOf(sources);
  }
}
