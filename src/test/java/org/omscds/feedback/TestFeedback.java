package org.omscds.feedback;

import java.time.Clock;
import org.omscds.store.Database;

/** The store of feedback for tests. */
public final class TestFeedback {

  private TestFeedback() {}

  /** What the key in a database makes of a name. */
  public static String keyOf(Database database) {
    return new SecretKey(new FeedbackSettings(null, false, 100), database, Clock.systemUTC())
        .lasting()
        .orElseThrow()
        .pseudonym("name");
  }

  /** A store in a database, by the usual settings. */
  public static FeedbackStore in(Database database) {
    FeedbackSettings settings = new FeedbackSettings(null, false, 100);
    Clock clock = Clock.systemUTC();
    return new FeedbackStore(database, new SecretKey(settings, database, clock), settings, clock);
  }
}
