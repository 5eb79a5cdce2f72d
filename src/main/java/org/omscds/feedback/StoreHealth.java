package org.omscds.feedback;

import org.omscds.store.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Says whether cards and answers are kept. A service without its database is degraded and not down:
 * it shows every card that it would show to somebody who never answered one.
 */
final class StoreHealth implements HealthIndicator {

  /** Works, and forgets. */
  static final Status DEGRADED = new Status("DEGRADED", "cards are shown and not remembered");

  private final Database database;
  private final Recorder recorder;

  StoreHealth(Database database, Recorder recorder) {
    this.database = database;
    this.recorder = recorder;
  }

  @Override
  public Health health() {
    boolean up = database.isUp();
    return Health.status(up ? Status.UP : DEGRADED)
        .withDetail("database", up ? "up" : "away")
        .withDetail("waiting", recorder.waiting())
        .withDetail("dropped", recorder.dropped())
        .build();
  }
}
