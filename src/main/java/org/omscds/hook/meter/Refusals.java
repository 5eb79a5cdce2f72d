package org.omscds.hook.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was not answered: {@code omscds.refusals} by HTTP status and reason. */
public final class Refusals {

  private record Kind(int status, String reason) {}

  private final MeterRegistry meters;
  private final Map<Kind, Counter> counters = new ConcurrentHashMap<>();

  /** Counts in a registry. */
  public Refusals(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Counts a refusal or failure.
   *
   * @param reason a word of this service's own: the code of the OperationOutcome, or closer
   */
  public void count(int status, String reason) {
    counters.computeIfAbsent(new Kind(status, reason), this::counter).increment();
  }

  private Counter counter(Kind kind) {
    return Counter.builder("omscds.refusals")
        .description("Requests that were refused or failed")
        .tags("status", Integer.toString(kind.status()), "reason", kind.reason())
        .register(meters);
  }
}
