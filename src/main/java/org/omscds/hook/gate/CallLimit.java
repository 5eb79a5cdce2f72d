package org.omscds.hook.gate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.omscds.hook.meter.Refusals;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many calls in at once and so many wait for a moment; all others are asked to come back. A
 * service that takes in more than it can answer answers nobody in time.
 */
final class CallLimit extends OncePerRequestFilter {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final String COME_BACK_AFTER_SECONDS = "1";

  private final Semaphore places;
  private final int maxQueued;
  private final Refusals refusals;
  private final AtomicInteger queued = new AtomicInteger();

  CallLimit(int maxConcurrent, int maxQueued, Refusals refusals, MeterRegistry meters) {
    this.places = new Semaphore(maxConcurrent, true);
    this.maxQueued = maxQueued;
    this.refusals = refusals;
    Gauge.builder("omscds.places.used", () -> maxConcurrent - places.availablePermits())
        .description("Calls that are being answered")
        .register(meters);
    Gauge.builder("omscds.places.limit", () -> maxConcurrent)
        .description("Calls that may be answered at the same time")
        .register(meters);
    Gauge.builder("omscds.places.waiting", queued, AtomicInteger::get)
        .description("Calls that wait for a place")
        .register(meters);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals(HttpMethod.POST.name());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!enters()) {
      refusals.count(HttpStatus.SERVICE_UNAVAILABLE.value(), "no-place");
      refuse(response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private boolean enters() {
    if (places.tryAcquire()) {
      return true;
    }
    if (queued.incrementAndGet() > maxQueued) {
      queued.decrementAndGet();
      return false;
    }
    try {
      return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      queued.decrementAndGet();
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            JsonAnswers.bytes(
                OperationOutcome.error(
                    "transient",
                    "The service has more calls than it can answer; the chart was not assessed.",
                    "Try again in " + COME_BACK_AFTER_SECONDS + " s.")));
  }
}
