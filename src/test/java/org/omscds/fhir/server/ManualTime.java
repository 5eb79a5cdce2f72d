package org.omscds.fhir.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Time that passes only when a test says so, and then rings what was set for it. */
public final class ManualTime extends Clock implements Alarms {

  private record Set(Instant moment, Runnable task) {}

  private final List<Set> alarms = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");

  /** Lets time pass. */
  public void pass(Duration length) {
    List<Runnable> due = new ArrayList<>();
    synchronized (this) {
      now = now.plus(length);
      for (Iterator<Set> each = alarms.iterator(); each.hasNext(); ) {
        Set alarm = each.next();
        if (!alarm.moment.isAfter(now)) {
          due.add(alarm.task);
          each.remove();
        }
      }
    }
    due.forEach(Runnable::run);
  }

  @Override
  public Runnable set(Instant moment, Runnable task) {
    Set alarm = new Set(moment, task);
    synchronized (this) {
      if (moment.isAfter(now)) {
        alarms.add(alarm);
        return () -> {
          synchronized (this) {
            alarms.remove(alarm);
          }
        };
      }
    }
    task.run();
    return () -> {};
  }

  /** How many alarms are set. */
  public synchronized int waiting() {
    return alarms.size();
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
