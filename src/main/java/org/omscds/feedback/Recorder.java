package org.omscds.feedback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.omscds.store.Database;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.store.StatementRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes to the database beside the calls, in the order in which things happened. What the database
 * does not take now waits, up to a bound; beyond it things are dropped and counted. Everything that
 * is written can be written twice without harm.
 */
final class Recorder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Recorder.class);
  private static final int BATCH = 200;
  private static final int LAST_TRIES = 3;

  private final Database database;
  private final BlockingQueue<Consumer<JdbcClient>> waiting;
  private final AtomicInteger unwritten = new AtomicInteger();
  private final Counter full;
  private final Counter refused;
  private final long pauseMillis;
  private final Thread writer = new Thread(this::write, "recorder");
  private volatile boolean closing;

  Recorder(Database database, int capacity, long pauseMillis, MeterRegistry metrics) {
    this.database = database;
    this.pauseMillis = pauseMillis;
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.full = dropped("full", metrics);
    this.refused = dropped("refused", metrics);
    Gauge.builder("omscds.recorder.capacity", () -> capacity)
        .description("How many things may wait to be recorded")
        .register(metrics);
    Gauge.builder("omscds.recorder.waiting", this, Recorder::waiting)
        .description("Things that wait to be recorded")
        .register(metrics);
    writer.setDaemon(true);
    writer.start();
  }

  private static Counter dropped(String reason, MeterRegistry metrics) {
    return Counter.builder("omscds.recorder.dropped")
        .description("Things that were not recorded: the queue was full, or the database refused")
        .tag("reason", reason)
        .register(metrics);
  }

  /** Takes something to be written soon, or drops it where too much waits already. */
  void record(Consumer<JdbcClient> entry) {
    unwritten.incrementAndGet();
    if (closing || !waiting.offer(entry)) {
      unwritten.decrementAndGet();
      drop();
    }
  }

  /** Counts something that cannot be recorded. */
  void drop() {
    full.increment();
  }

  /** How much is not written yet. */
  int waiting() {
    return unwritten.get();
  }

  /** How much was dropped since the start. */
  long dropped() {
    return (long) (full.count() + refused.count());
  }

  private void write() {
    List<Consumer<JdbcClient>> batch = new ArrayList<>();
    while (!closing || !waiting.isEmpty()) {
      try {
        Consumer<JdbcClient> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          writeAll(batch);
        }
      } catch (InterruptedException _) {
        closing = true;
      }
      unwritten.addAndGet(-batch.size());
      batch.clear();
    }
  }

  private void writeAll(List<Consumer<JdbcClient>> batch) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        database.inTransaction(jdbc -> {
          batch.forEach(each -> each.accept(jdbc));
          return batch.size();
        });
        return;
      } catch (StatementRefused e) {
        dropWhatCannotBeWritten(batch, e);
        return;
      } catch (DatabaseUnavailable _) {
        if (closing && tries >= LAST_TRIES) {
          batch.forEach(_ -> drop());
          return;
        }
        Thread.sleep(pauseMillis);
      } catch (RuntimeException e) {
        dropWhatCannotBeWritten(batch, e);
        return;
      }
    }
  }

  /** One entry that the database refuses takes no other with it. */
  private void dropWhatCannotBeWritten(List<Consumer<JdbcClient>> batch, RuntimeException refusal)
      throws InterruptedException {
    if (batch.size() > 1) {
      for (Consumer<JdbcClient> each : batch) {
        writeAll(List.of(each));
      }
    } else {
      log.error("an entry could not be recorded: {}", reason(refusal));
      refused.increment();
    }
  }

  private static String reason(RuntimeException refusal) {
    return refusal instanceof StatementRefused
        ? String.valueOf(refusal.getMessage())
        : refusal.getClass().getName();
  }

  /** Writes what waits, as far as the database takes it within a few seconds. */
  @Override
  public void close() {
    closing = true;
    try {
      writer.join(TimeUnit.SECONDS.toMillis(8));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
