package org.omscds.hook.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.trust.Caller;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A request whose body can be read up to a size and for a time; beyond them, reading is refused
 * with 413 or 408.
 */
public final class LimitedRequest extends HttpServletRequestWrapper {

  private final DataSize limit;
  private final BooleanSupplier isLate;
  private @Nullable LimitedStream stream;

  /**
   * A request within limits.
   *
   * @param isLate whether the time for its body is over
   */
  LimitedRequest(HttpServletRequest request, DataSize limit, BooleanSupplier isLate) {
    super(request);
    this.limit = limit;
    this.isLate = isLate;
  }

  /** The body of a request within the limits of its client; the time is limited further out. */
  public static InputStream bodyOf(HttpServletRequest request, Caller caller) throws IOException {
    return caller.maxBodySize().isPresent()
        ? new LimitedRequest(request, caller.maxBodySize().get(), () -> false).getInputStream()
        : request.getInputStream();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (getContentLengthLong() > limit.toBytes()) {
      throw tooLarge();
    }
    if (stream == null) {
      stream = new LimitedStream(super.getInputStream());
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private HookRefusal tooLarge() {
    return new HookRefusal(
        HttpStatus.CONTENT_TOO_LARGE,
        OperationOutcome.error(
            "too-long",
            "The request body is larger than " + limit.toKilobytes() + " kB.",
            "Send fewer or smaller prefetch resources, or ask the operator of this service to"
                + " raise omscds.hook.max-body-size or the client's max-body-size."));
  }

  private static HookRefusal tooSlow() {
    return new HookRefusal(
        HttpStatus.REQUEST_TIMEOUT,
        OperationOutcome.error(
            "timeout",
            "The request body took too long to arrive.",
            "Send it again, or ask the operator of this service to raise"
                + " omscds.hook.max-body-time."));
  }

  /** Counts what is read. */
  private final class LimitedStream extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    LimitedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = body.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) {
      read += more;
      if (read > limit.toBytes()) {
        throw tooLarge();
      }
      if (isLate.getAsBoolean()) {
        throw tooSlow();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
