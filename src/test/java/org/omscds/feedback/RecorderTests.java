package org.omscds.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.omscds.store.Database;
import org.omscds.store.TestDatabases;
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
      List<String> written =
          database.inTransaction(
              jdbc -> jdbc.sql("select name from lease").query(String.class).list());
      assertThat(written).containsExactlyInAnyOrder("first", "before", "after");
      assertThat(recorder.dropped()).isEqualTo(1);
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
