package org.omscds.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets one of several replicas do what only one should do. */
public final class Lease {

  private final Database database;
  private final Clock clock;

  /** Keeps leases in a database. */
  public Lease(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes a lease, if nobody holds it.
   *
   * @param length for how long nobody else gets it
   * @return whether it was taken
   * @throws DatabaseUnavailable if the database is away
   */
  public boolean take(String name, Duration length) {
    Instant now = clock.instant();
    return database.inTransaction(jdbc -> {
      jdbc.sql("insert into lease (name, held_until) values (?, ?) on conflict do nothing")
          .params(name, Timestamp.from(Instant.EPOCH))
          .update();
      return jdbc.sql("update lease set held_until = ? where name = ? and held_until <= ?")
          .params(Timestamp.from(now.plus(length)), name, Timestamp.from(now))
          .update();
    })
        == 1;
  }
}
