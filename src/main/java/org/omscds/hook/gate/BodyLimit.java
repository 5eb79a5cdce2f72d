package org.omscds.hook.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Refuses bodies over the limit, and takes in what is left of any body before the answer is
 * written. Left to itself, Tomcat closes the connection under a client that is still sending when
 * the status is 400, 413 or 500, whatever its maxSwallowSize, and the client then sees a broken
 * connection instead of the refusal; and once an answer is written whole, Tomcat lets nobody read
 * the body.
 */
final class BodyLimit implements Filter {

  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
  private static final int PIECE = 16 * 1024;

  private final DataSize limit;
  private final DataSize drainLimit;
  private final Duration timeLimit;
  private final Clock clock;

  BodyLimit(DataSize limit, DataSize drainLimit, Duration timeLimit, Clock clock) {
    this.limit = limit;
    this.drainLimit = drainLimit;
    this.timeLimit = timeLimit;
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    DrainingResponse draining = new DrainingResponse(request, (HttpServletResponse) response);
    Instant end = clock.instant().plus(timeLimit);
    chain.doFilter(
        new LimitedRequest((HttpServletRequest) request, limit, () -> clock.instant().isAfter(end)),
        draining);
    draining.drain();
  }

  /** A response that throws away the rest of the request before it takes its first byte. */
  private final class DrainingResponse extends HttpServletResponseWrapper {
    private final ServletRequest request;
    private boolean drained;

    DrainingResponse(ServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      drain();
      return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      drain();
      return super.getWriter();
    }

    void drain() {
      if (drained) {
        return;
      }
      drained = true;
      try {
        ServletInputStream body = request.getInputStream();
        if (!body.isFinished() && !reachesEnd(body)) {
          setHeader(HttpHeaders.CONNECTION, "close");
        }
      } catch (IOException _) {
        // The client has gone or sends no more; what is left is to try and answer it.
        setHeader(HttpHeaders.CONNECTION, "close");
      }
    }

    private boolean reachesEnd(ServletInputStream body) throws IOException {
      byte[] thrownAway = new byte[PIECE];
      long left = drainLimit.toBytes();
      long start = System.nanoTime();
      while (left > 0 && System.nanoTime() - start < LONGEST_DRAIN.toNanos()) {
        int count = body.read(thrownAway);
        if (count < 0) {
          return true;
        }
        left -= count;
      }
      return false;
    }
  }
}
