package org.omscds.fhir.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read up to a limit, so that no answer fills the memory. */
final class LimitedStream extends FilterInputStream {

  /** The body is larger than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  LimitedStream(InputStream body, long limit) {
    super(body);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    take(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    take(Math.max(0, count));
    return count;
  }

  private void take(int count) throws TooLarge {
    left -= count;
    if (left < 0) {
      throw new TooLarge();
    }
  }
}
