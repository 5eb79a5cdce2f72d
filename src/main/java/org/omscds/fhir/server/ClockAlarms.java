package org.omscds.fhir.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Alarms by the real clock, on one thread of their own. */
final class ClockAlarms implements Alarms, AutoCloseable {

  private final Clock clock;
  private final ScheduledThreadPoolExecutor timer;

  ClockAlarms(Clock clock) {
    this.clock = clock;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fhir-alarms").factory());
    this.timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable set(Instant moment, Runnable task) {
    long nanos = Math.max(0, Duration.between(clock.instant(), moment).toNanos());
    Future<?> set = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    return () -> set.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
