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
    return at(url, "omscds");
  }

  /** The same for a user. */
  public static Database at(String url, String username) {
    Database database = new Database(settings(url, username));
    database.open();
    return database;
  }

  /** Settings for a database, with short waits. */
  private static StoreSettings settings(String url, String username) {
    return new StoreSettings(
        url, username, "", 4, Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofDays(730));
  }
}
