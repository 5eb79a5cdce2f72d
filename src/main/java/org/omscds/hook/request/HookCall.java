package org.omscds.hook.request;

import java.time.LocalDate;
import org.omscds.fhir.Carried;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.Prefetched;
import org.omscds.wire.HookRequest;

/**
 * A call as it was read.
 *
 * @param request the part that is not FHIR
 * @param prefetch the part that is
 * @param carried the FHIR that the context carries beside the chart
 * @param consultationDate the day on which the chart is to be read: the one that the request names
 *     in its extension, else today
 */
public record HookCall(
    HookRequest request, Prefetch prefetch, Carried carried, LocalDate consultationDate) {

  /** How many resources it holds. */
  int resources() {
    int count = carried.draftOrders().size() + carried.conditions().size();
    for (Prefetched state : prefetch.states().values()) {
      if (state instanceof Prefetched.Resources chart) {
        count += chart.resources().size();
      }
    }
    return count;
  }

  /** The same call with more of the chart. */
  public HookCall withPrefetch(Prefetch completed) {
    return new HookCall(request, completed, carried, consultationDate);
  }
}
