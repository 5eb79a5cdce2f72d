package org.omscds.hook;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Feedback with the PostgreSQL of the public image {@code postgres:17}. */
@Tag("containers")
class FeedbackOnContainerTests extends FeedbackCases {

  private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:17");

  @Override
  Map<String, Object> database() {
    postgres.start();
    return Map.of(
        "omscds.store.url", postgres.getJdbcUrl(),
        "omscds.store.username", postgres.getUsername(),
        "omscds.store.password", postgres.getPassword());
  }

  @AfterAll
  void stopContainer() {
    postgres.stop();
  }
}
