package org.omscds.hook.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.server.FhirCallWatcher;
import org.omscds.trust.outbound.Origin;

/**
 * Times the requests to FHIR servers, {@code omscds.fhir.calls} by server and outcome, and traces
 * them where a site wants traces. A server is named by its origin if the settings list it; this
 * machine, with its many ports, is one; anything else is {@code other}.
 */
public final class FhirServerMeters implements FhirCallWatcher {

  private static final String OTHER = "other";
  private static final String LOOPBACK = "this-machine";
  private static final String ANSWERED = "answered";

  private record Kind(String server, String outcome) {}

  private final MeterRegistry meters;
  private final Optional<Tracer> tracer;
  private final Map<Origin, String> names = new HashMap<>();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  /**
   * Measures in a registry.
   *
   * @param tracer makes the spans; empty where there are none
   * @param servers the origins that the settings list
   */
  public FhirServerMeters(MeterRegistry meters, Optional<Tracer> tracer, Collection<URI> servers) {
    this.meters = meters;
    this.tracer = tracer;
    servers.stream()
        .flatMap(each -> Origin.of(each).stream())
        .forEach(origin -> names.put(origin, origin.toString()));
  }

  @Override
  public Call call() {
    Optional<Span> parent = tracer.map(Tracer::currentSpan);
    return parent.isEmpty()
        ? server -> watched(server, Optional.empty())
        : server -> watched(server, Optional.of(span(parent.get(), name(server))));
  }

  private String name(Origin server) {
    String listed = names.get(server);
    if (listed != null) {
      return listed;
    }
    return server.isLoopback() ? LOOPBACK : OTHER;
  }

  private Span span(Span parent, String server) {
    return tracer
        .orElseThrow()
        .spanBuilder()
        .setParent(parent.context())
        .kind(Span.Kind.CLIENT)
        .name("fhir")
        .tag(SpanContents.SERVER, server)
        .start();
  }

  private Request watched(Origin server, Optional<Span> span) {
    long start = System.nanoTime();
    return why -> {
      String outcome = why.map(FhirServerMeters::word).orElse(ANSWERED);
      timers
          .computeIfAbsent(new Kind(name(server), outcome), this::timer)
          .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      span.ifPresent(each -> each.tag(SpanContents.OUTCOME, outcome).end());
    };
  }

  private static String word(FetchFailure why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Timer timer(Kind kind) {
    return Buckets.timer(
        meters,
        "omscds.fhir.calls",
        "Requests to FHIR servers, with the wait for a place",
        "server",
        kind.server(),
        "outcome",
        kind.outcome());
  }
}
