package org.omscds.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.omscds.store.Database;
import org.omscds.store.DatabaseUnavailable;

/**
 * The used tokens of all replicas, in the database. While it is away each replica knows its own
 * alone.
 */
final class SharedReplayMemory {

  private final Database database;

  SharedReplayMemory(Database database) {
    this.database = database;
  }

  /**
   * Notes the use of a token.
   *
   * @param token what tells it apart from all others
   * @param until when it has run out in any case
   * @return whether it was not used before, as far as can be known now
   */
  boolean use(String token, Instant until) {
    try {
      return database.inTransaction(jdbc ->
          jdbc.sql("insert into used_token (token, gone_at) values (?, ?) on conflict do nothing")
              .params(hash(token), Timestamp.from(until))
              .update())
          == 1;
    } catch (DatabaseUnavailable _) {
      return true;
    }
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
