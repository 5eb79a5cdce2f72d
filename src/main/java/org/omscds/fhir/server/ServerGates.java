package org.omscds.fhir.server;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.omscds.trust.outbound.Origin;

/** The gate of each FHIR server: so many requests at once, and none while it keeps failing. */
final class ServerGates {

  /** The state of a server is judged by its last requests, once there are enough of them. */
  private static final int JUDGED = 40;

  private static final int ENOUGH = 20;
  private static final float TOO_MANY_PERCENT = 50;

  /** After the pause so many requests try whether it answers again. */
  private static final int TRIALS = 5;

  /** What holds back the requests to one server. */
  record Gate(CircuitBreaker breaker, Semaphore places) {}

  private final CircuitBreakerConfig config;
  private final int placesPerServer;
  private final Map<Origin, Gate> gates = new ConcurrentHashMap<>();

  ServerGates(FhirFetchSettings settings, Clock clock) {
    this.placesPerServer = settings.maxCallsPerServer();
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindow(JUDGED, ENOUGH, SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(TOO_MANY_PERCENT)
            .waitDurationInOpenState(settings.pause())
            .permittedNumberOfCallsInHalfOpenState(TRIALS)
            .clock(clock)
            .build();
  }

  /** The gate of a server, which the guard has let pass, so that there are only so many. */
  Gate of(Origin server) {
    return gates.computeIfAbsent(
        server,
        each ->
            new Gate(
                CircuitBreaker.of(each.toString(), config), new Semaphore(placesPerServer, true)));
  }
}
