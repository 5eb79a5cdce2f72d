package org.omscds.hook;

import java.util.Map;

/** Feedback with the database that needs no set-up. */
class FeedbackOnH2Tests extends FeedbackCases {

  @Override
  Map<String, Object> database() {
    return Map.of("omscds.store.url", "jdbc:h2:mem:feedback;DB_CLOSE_DELAY=-1");
  }
}
