package org.omscds.hook.meter;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets out of a span what is on this list and nothing else: no address, since a caller may write
 * anything into it, and no exception, since its message may quote a chart.
 */
final class SpanContents implements SpanFilter {

  static final String SERVER = "server";
  static final String OUTCOME = "outcome";

  private static final Set<String> KEPT = Set.of("method", "uri", "status", OUTCOME, SERVER);

  @Override
  public FinishedSpan map(FinishedSpan span) {
    Map<String, String> tags = new TreeMap<>(span.getTags());
    tags.keySet().retainAll(KEPT);
    return span.setTags(tags).setEvents(Collections.emptyList());
  }
}
