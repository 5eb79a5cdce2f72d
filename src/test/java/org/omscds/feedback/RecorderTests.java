package org.omscds.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omscds.hook.Postgres;
import org.omscds.store.Database;
import org.omscds.store.TestDatabases;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written beside the calls. */
class RecorderTests {

  private static void keep(JdbcClient jdbc, String name) {
    jdbc.sql("insert into lease (name, held_until) values (?, current_timestamp)")
        .param(name)
        .update();
  }

  @Test
  void anEntryThatTheDatabaseRefusesTakesNoOtherWithIt() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Database database = TestDatabases.inMemory()) {
      Recorder recorder = new Recorder(database, 100, 10, new SimpleMeterRegistry());
      try (recorder) {
        recorder.record(jdbc -> {
          begun.countDown();
          await(goOn);
          keep(jdbc, "first");
        });
        begun.await();
        recorder.record(jdbc -> keep(jdbc, "before"));
        recorder.record(jdbc -> keep(jdbc, "x".repeat(1000)));
        recorder.record(jdbc -> keep(jdbc, "after"));
        goOn.countDown();
      }
      assertThat(names(database)).containsExactlyInAnyOrder("first", "before", "after");
      assertThat(recorder.dropped()).isEqualTo(1);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of("h2", "postgresql")
        .flatMap(database ->
            Stream.of(
                    "select no_such_column from lease",
                    "insert into no_such_table (name) values ('x')",
                    "select cast('x' as integer) from lease",
                    "insert into lease (name, held_until) values (null, current_timestamp)",
                    "insert into lease (name, held_until) values ('first', current_timestamp)")
                .map(statement -> Arguments.of(database, statement)));
  }

  /** Syntax, data, integrity: the database is there and will never take it. */
  @ParameterizedTest
  @MethodSource("refusals")
  void aStatementThatIsRefusedIsDroppedAloneAndCounted(String kind, String statement) {
    try (Database database = database(kind)) {
      Recorder recorder = new Recorder(database, 100, 10, new SimpleMeterRegistry());
      try (recorder) {
        recorder.record(jdbc -> keep(jdbc, "first"));
        recorder.record(jdbc -> {
          if (statement.startsWith("select")) {
            jdbc.sql(statement).query().listOfRows();
          } else {
            jdbc.sql(statement).update();
          }
        });
        recorder.record(jdbc -> keep(jdbc, "after"));
      }
      assertThat(names(database)).containsExactlyInAnyOrder("first", "after");
      assertThat(recorder.dropped()).isEqualTo(1);
      assertThat(database.isUp()).isTrue();
    }
  }

  private static Database database(String kind) {
    if (kind.equals("h2")) {
      return TestDatabases.inMemory();
    }
    return TestDatabases.at(
        Postgres.settings("recorder").get("omscds.store.url").toString(), "postgres");
  }

  private static List<String> names(Database database) {
    return database.inTransaction(
        jdbc -> jdbc.sql("select name from lease").query(String.class).list());
  }

  /** What may be over by and by is tried until it is: here a lock that somebody else holds. */
  @Test
  void whatFailsForAWhileIsWrittenAfterwards() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(3);
    try (Database database = TestDatabases.inMemory()) {
      Recorder recorder = new Recorder(database, 100, 10, new SimpleMeterRegistry());
      try (recorder) {
        recorder.record(jdbc -> {
          tried.countDown();
          if (tried.getCount() > 0) {
            throw new CannotAcquireLockException("held", new SQLException("held", "40001"));
          }
          keep(jdbc, "at last");
        });
        recorder.record(jdbc -> keep(jdbc, "after"));
        tried.await();
      }
      assertThat(names(database)).containsExactlyInAnyOrder("at last", "after");
      assertThat(recorder.dropped()).isZero();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
