package org.omscds.feedback;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.omscds.store.Database;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.store.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is older than the site keeps it: once a day, by one replica. */
final class Purge implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Purge.class);
  private static final Duration ONCE_IN = Duration.ofHours(24);
  private static final String LEASE = "purge";

  private final Database database;
  private final Lease lease;
  private final Duration retention;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "purge");
        thread.setDaemon(true);
        return thread;
      });

  Purge(Database database, Lease lease, Duration retention, Clock clock) {
    this.database = database;
    this.lease = lease;
    this.retention = retention;
    this.clock = clock;
    Future<?> _ = timer.scheduleWithFixedDelay(this::run, 1, 30, TimeUnit.MINUTES);
  }

  /**
   * Deletes what is too old, unless a replica did within the last day.
   *
   * @return how many rows went, or -1 where it was not the turn of this replica
   */
  int run() {
    try {
      if (!lease.take(LEASE, ONCE_IN)) {
        return -1;
      }
      Instant now = clock.instant();
      int gone = database.inTransaction(jdbc -> purge(jdbc, now));
      log.atInfo().addKeyValue("omscds.rows", gone).log("purged rows={}", gone);
      return gone;
    } catch (DatabaseUnavailable _) {
      return -1;
    } catch (RuntimeException e) {
      log.error("the purge failed: {}", e.getClass().getName());
      return -1;
    }
  }

  private int purge(JdbcClient jdbc, Instant now) {
    Timestamp oldest = Timestamp.from(now.minus(retention));
    return jdbc.sql("delete from issued_card where issued_at < ?").param(oldest).update()
        + jdbc.sql("delete from feedback where received_at < ?").param(oldest).update()
        + jdbc.sql("delete from diagnosed where first_seen < ?").param(oldest).update()
        + jdbc.sql("delete from used_token where gone_at < ?").param(Timestamp.from(now)).update();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
