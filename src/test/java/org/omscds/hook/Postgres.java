package org.omscds.hook;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for all tests, started when the first one asks, with databases by name. */
public final class Postgres {

  private static @Nullable EmbeddedPostgres server;

  private Postgres() {}

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().setServerConfig("max_connections", "60").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = running;
    }
    return running;
  }

  /** The settings of a service for a database, which is made anew. */
  public static Map<String, Object> settings(String database) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + database + " with (force)");
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return existing(database);
  }

  /** The same for one that is there. */
  static Map<String, Object> existing(String database) {
    return Map.of(
        "omscds.store.url",
        "jdbc:postgresql://localhost:" + server().getPort() + "/" + database,
        "omscds.store.username",
        "postgres",
        "omscds.store.pause",
        "100ms");
  }
}
