package org.omscds.hook.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Keeps the service answering for a while after the signal to stop, when it already calls itself
 * not ready, so that whoever spreads the calls hears of it before the first one is refused. The
 * answers of this time end their connections, which would else be cut with the next call on them.
 */
final class Drain
    implements Filter,
        SmartLifecycle,
        ApplicationListener<AvailabilityChangeEvent<ReadinessState>>,
        Ordered {

  private final Duration length;
  private volatile boolean running;
  private volatile boolean draining;

  /** Takes how long it lasts; not at all where that is zero. */
  Drain(Duration length) {
    this.length = length;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (draining) {
      ((HttpServletResponse) response).setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }

  /** From before anybody is told that the service takes no more calls. */
  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> change) {
    draining = change.getState() == ReadinessState.REFUSING_TRAFFIC;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    try {
      Thread.sleep(length);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The last one to start and the first one to stop: before any port is closed. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
