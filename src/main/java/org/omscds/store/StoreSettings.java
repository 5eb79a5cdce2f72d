package org.omscds.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where what is kept is kept, under {@code omscds.store}.
 *
 * @param url the JDBC address of an H2 file, for one process; or of a PostgreSQL (14 or later),
 *     {@code jdbc:postgresql://host/database}, which any number of replicas share
 * @param username the user of the database, who must be allowed to make tables
 * @param password its password
 * @param maxConnections how many connections are held at most
 * @param maxWait how long a call waits for a connection; at least 250ms
 * @param pause how long a database that failed is left alone before one call tries it again
 * @param retention how long cards, answers and sightings are kept; what is older is deleted, once a
 *     day, by one replica; at least 90 days
 */
@ConfigurationProperties("omscds.store")
public record StoreSettings(
    @DefaultValue("jdbc:h2:file:./data/oms-cds") String url,
    @DefaultValue("omscds") String username,
    @DefaultValue("") String password,
    @DefaultValue("8") int maxConnections,
    @DefaultValue("500ms") Duration maxWait,
    @DefaultValue("2s") Duration pause,
    @DefaultValue("730d") Duration retention) {

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(90);

  public StoreSettings {
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "omscds.store.url must begin with jdbc:postgresql: or jdbc:h2:");
    }
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "omscds.store.max-connections is " + maxConnections + "; give at least 1");
    }
    if (maxWait.compareTo(SHORTEST_WAIT) < 0) {
      throw new IllegalArgumentException(
          "omscds.store.max-wait is " + maxWait + "; give at least " + SHORTEST_WAIT);
    }
    if (!pause.isPositive()) {
      throw new IllegalArgumentException("omscds.store.pause is " + pause + "; give more than 0");
    }
    if (retention.compareTo(SHORTEST_RETENTION) < 0) {
      throw new IllegalArgumentException(
          "omscds.store.retention is "
              + retention
              + "; give at least 90 days, the length of the longest answer to a card");
    }
  }

  boolean isPostgresql() {
    return url.startsWith("jdbc:postgresql:");
  }

  /**
   * The address with what this service needs of H2: its dialect, and no delay of what is said to be
   * written.
   */
  String fullUrl() {
    return isPostgresql()
        ? url
        : url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Shows no address and no password, since both may hold secrets. */
  @Override
  public String toString() {
    return "StoreSettings[" + (isPostgresql() ? "postgresql" : "h2") + "]";
  }
}
