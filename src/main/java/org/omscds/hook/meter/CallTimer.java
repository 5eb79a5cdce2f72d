package org.omscds.hook.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Times every call, feedback and explanation from its first line to its last byte, whoever refused
 * it: {@code omscds.calls} by service, {@code omscds.feedback} and {@code omscds.explanations}, all
 * by outcome.
 */
public final class CallTimer implements Filter {

  private static final String CALLS = "/cds-services/";
  private static final String FEEDBACK = "/feedback";
  private static final String EXPLANATIONS = "/explanations/";
  private static final int FAILED = 500;
  private static final int REFUSED = 400;

  /** The timers of one kind of call. */
  private record Timers(Timer answered, Timer refused, Timer failed) {

    Timer of(int status) {
      if (status >= FAILED) {
        return failed;
      }
      return status >= REFUSED ? refused : answered;
    }
  }

  private final Map<String, Timers> calls = new HashMap<>();
  private final Timers otherCalls;
  private final Timers feedback;
  private final Timers explanations;

  /**
   * Makes the timers.
   *
   * @param services the ids of all services; a call to anything else counts as {@code other}
   */
  public CallTimer(MeterRegistry meters, Collection<String> services) {
    services.forEach(id -> calls.put(id, ofService(meters, id)));
    this.otherCalls = ofService(meters, "other");
    this.feedback =
        new Timers(
            plain(meters, "omscds.feedback", "answered"),
            plain(meters, "omscds.feedback", "refused"),
            plain(meters, "omscds.feedback", "failed"));
    this.explanations =
        new Timers(
            plain(meters, "omscds.explanations", "answered"),
            plain(meters, "omscds.explanations", "refused"),
            plain(meters, "omscds.explanations", "failed"));
  }

  private static Timers ofService(MeterRegistry meters, String id) {
    return new Timers(
        call(meters, id, "answered"), call(meters, id, "refused"), call(meters, id, "failed"));
  }

  private static Timer call(MeterRegistry meters, String id, String outcome) {
    return Buckets.timer(
        meters,
        "omscds.calls",
        "Calls of the services, from the first line to the last byte",
        "service",
        id,
        "outcome",
        outcome);
  }

  private static Timer plain(MeterRegistry meters, String name, String outcome) {
    return Timer.builder(name).tag("outcome", outcome).register(meters);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Timers> timers = timers((HttpServletRequest) request);
    if (timers.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long start = System.nanoTime();
    int status = FAILED;
    try {
      chain.doFilter(request, response);
      status = ((HttpServletResponse) response).getStatus();
    } finally {
      timers.get().of(status).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private Optional<Timers> timers(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!request.getMethod().equals("POST")) {
      return Optional.empty();
    }
    if (path.startsWith(EXPLANATIONS)) {
      return Optional.of(explanations);
    }
    if (!path.startsWith(CALLS)) {
      return Optional.empty();
    }
    return Optional.of(
        path.endsWith(FEEDBACK)
            ? feedback
            : calls.getOrDefault(path.substring(CALLS.length()), otherCalls));
  }
}
