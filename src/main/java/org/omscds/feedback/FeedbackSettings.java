package org.omscds.feedback;

import org.jspecify.annotations.Nullable;
import org.omscds.store.KeyedHash;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site sets about the memory of cards, under {@code omscds.feedback}.
 *
 * @param key the secret from which the uuids of cards and the pseudonyms are made, at least 32
 *     bytes. Not set: made once and kept in the database. With another key earlier answers are lost
 * @param keepComments whether what clinicians write is kept; they may write names
 * @param queueSize how many issued cards may wait to be recorded
 */
@ConfigurationProperties("omscds.feedback")
public record FeedbackSettings(
    @Nullable String key,
    @DefaultValue("false") boolean keepComments,
    @DefaultValue("10000") int queueSize) {

  public FeedbackSettings {
    if (key != null && !KeyedHash.isLongEnough(key)) {
      throw new IllegalArgumentException(
          "omscds.feedback.key has less than "
              + KeyedHash.SHORTEST_KEY
              + " bytes; give a random secret, or none to have one made and kept in the database");
    }
    if (queueSize < 1) {
      throw new IllegalArgumentException(
          "omscds.feedback.queue-size is " + queueSize + "; give at least 1");
    }
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "FeedbackSettings[keepComments=" + keepComments + "]";
  }
}
