package org.omscds.store;

import java.time.Duration;
import java.util.UUID;

/** Databases for tests. */
public final class TestDatabases {

  private TestDatabases() {}

  /** A database in memory, with the schema of the service. */
  public static Database inMemory() {
    return at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** The database at an address, with the schema of the service. */
  public static Database at(String url) {
    Database database = new Database(settings(url));
    database.open();
    return database;
  }

  /** Settings for a database, with short waits. */
  public static StoreSettings settings(String url) {
    return new StoreSettings(
        url, "omscds", "", 4, Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofDays(730));
  }
}
