package org.omscds.hook;

import java.util.Map;

/** Feedback with a PostgreSQL. */
class FeedbackOnPostgresTests extends FeedbackCases {

  @Override
  Map<String, Object> database() {
    return Postgres.settings("feedback");
  }
}
