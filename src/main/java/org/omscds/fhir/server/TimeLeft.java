package org.omscds.fhir.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * The time that the fetching for one call has.
 *
 * @param deadline when all of it ends
 */
record TimeLeft(Clock clock, Alarms alarms, Instant deadline) {

  /** Whether a wait of that length still ends before the deadline. */
  boolean has(Duration wait) {
    return clock.instant().plus(wait).isBefore(deadline);
  }

  /**
   * Waits.
   *
   * @return false if the thread was interrupted meanwhile, and still is
   */
  boolean waited(Duration length) {
    CountDownLatch over = new CountDownLatch(1);
    Runnable off = alarms.set(clock.instant().plus(length), over::countDown);
    try {
      over.await();
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      off.run();
    }
  }
}
