package org.omscds.feedback;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omscds.store.Database;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.store.KeyedHash;

/**
 * The key of this service: the one that is set, else the one in the database, which the first
 * replica makes. While a database that should have it is away, cards are named by a key that is
 * forgotten afterwards.
 */
public final class SecretKey {

  private static final String NAME = "cards";
  private static final int KEY_BYTES = 48;

  private final Database database;
  private final Clock clock;
  private final KeyedHash passing = new KeyedHash(random());
  private volatile @Nullable KeyedHash lasting;

  SecretKey(FeedbackSettings settings, Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.lasting =
        settings.key() == null
            ? null
            : new KeyedHash(settings.key().getBytes(StandardCharsets.UTF_8));
  }

  /** The key that every replica uses, now and later; empty while it cannot be read. */
  public Optional<KeyedHash> lasting() {
    KeyedHash known = lasting;
    if (known == null) {
      try {
        known = new KeyedHash(kept());
        lasting = known;
      } catch (DatabaseUnavailable _) {
        return Optional.empty();
      }
    }
    return Optional.of(known);
  }

  /** The key for names that must be given at once: the lasting one wherever it is known. */
  public KeyedHash present() {
    return lasting().orElse(passing);
  }

  private byte[] kept() {
    return database.inTransaction(jdbc -> {
      jdbc.sql(
              "insert into secret (name, content, created_at) values (?, ?, ?)"
                  + " on conflict do nothing")
          .params(
              NAME, Base64.getEncoder().encodeToString(random()), Timestamp.from(clock.instant()))
          .update();
      String content =
          jdbc.sql("select content from secret where name = ?")
              .param(NAME)
              .query(String.class)
              .single();
      return Base64.getDecoder().decode(content);
    });
  }

  private static byte[] random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
