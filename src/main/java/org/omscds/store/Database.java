package org.omscds.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The gate to the database. After a failure it stays shut for a moment, so that calls do not wait
 * for a database that is away; then one caller tries again. The schema is brought up to date before
 * the first use, whenever that is.
 */
public final class Database implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  /** The class of SQL states that says that user or password are wrong. */
  private static final String WRONG_CREDENTIALS = "28";

  /** The error of H2 for a file that another process has open. */
  private static final int FILE_IN_USE = 90020;

  /**
   * The classes of SQL states that speak of the statement and not of the database (ISO 9075):
   * cardinality, data, integrity, syntax or access, check option; and PostgreSQL's own for what is
   * too large.
   */
  private static final List<String> REFUSALS = List.of("21", "22", "23", "42", "44", "54");

  private final HikariDataSource source;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final CircuitBreaker breaker;
  private volatile boolean migrated;

  Database(StoreSettings settings) {
    this.source = new HikariDataSource(pool(settings));
    this.client = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.breaker =
        CircuitBreaker.of(
            "database",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(1)
                .minimumNumberOfCalls(1)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(settings.pause())
                .ignoreException(failure -> !isAway(failure))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> log.info("database gate {}", event.getStateTransition().getToState()));
  }

  private static HikariConfig pool(StoreSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("store");
    pool.setJdbcUrl(settings.fullUrl());
    pool.setUsername(settings.username());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(settings.maxConnections());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(settings.maxWait().toMillis());
    pool.setValidationTimeout(settings.maxWait().toMillis());
    pool.setInitializationFailTimeout(-1);
    if (settings.isPostgresql()) {
      pool.addDataSourceProperty("connectTimeout", 2);
      pool.addDataSourceProperty("socketTimeout", 5);
      pool.addDataSourceProperty("tcpKeepAlive", true);
    }
    return pool;
  }

  /**
   * Opens the database at the start of the service. One that is away is no reason not to start: it
   * is tried again with the first use.
   *
   * @throws IllegalStateException if it is there and cannot be used: wrong credentials, a file in
   *     use
   */
  void open() {
    try (Connection _ = source.getConnection()) {
      migrate();
    } catch (SQLException e) {
      SQLException cause = rootOf(e);
      String state = cause.getSQLState() == null ? "" : cause.getSQLState();
      if (state.startsWith(WRONG_CREDENTIALS)) {
        throw new IllegalStateException(
            "omscds.store: the database refuses omscds.store.username and omscds.store.password");
      }
      if (cause.getErrorCode() == FILE_IN_USE) {
        throw new IllegalStateException(
            "omscds.store: another process has the H2 file of omscds.store.url open; give each its"
                + " own, or a PostgreSQL, which several share");
      }
      breaker.transitionToOpenState();
      log.warn("the database is away (SQL state {}); cards are shown without it", state);
    }
  }

  private static SQLException rootOf(SQLException failure) {
    SQLException root = failure;
    while (root.getCause() instanceof SQLException cause) {
      root = cause;
    }
    return root;
  }

  /**
   * Works in one transaction: what is written is kept once this returns.
   *
   * @throws DatabaseUnavailable if the database is away
   * @throws StatementRefused if it is there and refuses a statement
   */
  public <T> T inTransaction(Function<JdbcClient, T> work) {
    try {
      return breaker.executeSupplier(() -> {
        migrate();
        return transaction.execute(_ -> work.apply(client));
      });
    } catch (CallNotPermittedException _) {
      throw new DatabaseUnavailable("the database failed a moment ago");
    } catch (DataAccessException | TransactionException | FlywayException e) {
      if (!isAway(e)) {
        log.warn("the database refuses a statement (SQL state {})", sqlState(e));
        throw new StatementRefused(sqlState(e));
      }
      log.warn("the database failed: {}", e.getClass().getSimpleName());
      throw new DatabaseUnavailable("the database failed");
    }
  }

  /** Whatever is no refusal of a statement may be over by and by: it is tried again. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof TransactionException
        || failure instanceof FlywayException
        || (failure instanceof DataAccessException
            && REFUSALS.stream().noneMatch(sqlState(failure)::startsWith));
  }

  private static String sqlState(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    String state = cause instanceof SQLException e ? rootOf(e).getSQLState() : null;
    return state == null ? "" : state;
  }

  /** Whether the database answers now. */
  public boolean isUp() {
    try {
      return inTransaction(jdbc -> jdbc.sql("select 1").query(Integer.class).single()) == 1;
    } catch (DatabaseUnavailable _) {
      return false;
    }
  }

  private void migrate() {
    if (!migrated) {
      migrateOnce();
    }
  }

  private synchronized void migrateOnce() {
    if (!migrated) {
      Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
      migrated = true;
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
