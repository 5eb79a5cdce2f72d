package org.omscds.feedback;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.omscds.store.Database;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.store.KeyedHash;
import org.omscds.store.StatementRefused;
import org.omscds.wire.Coding;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what clients say of cards. All entries of a post are kept or none; an entry that comes
 * again word by word is kept once.
 */
public final class FeedbackStore {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Database database;
  private final SecretKey key;
  private final boolean keepsComments;
  private final Clock clock;

  FeedbackStore(Database database, SecretKey key, FeedbackSettings settings, Clock clock) {
    this.database = database;
    this.key = key;
    this.keepsComments = settings.keepComments();
    this.clock = clock;
  }

  /**
   * Keeps the entries; once this returns, none of them is lost.
   *
   * @param service the id of the service that they were sent to
   * @return whether they are kept; false while the database is away
   */
  public boolean keep(Sender sender, String service, List<FeedbackEntry> entries) {
    try {
      KeyedHash hash = key.lasting().orElse(null);
      if (hash == null) {
        return false;
      }
      Instant now = clock.instant();
      database.inTransaction(jdbc -> {
        entries.forEach(entry -> insert(jdbc, hash, sender, service, entry, now));
        return entries.size();
      });
      return true;
    } catch (StatementRefused e) {
      throw e;
    } catch (DatabaseUnavailable _) {
      return false;
    }
  }

  /**
   * Who sends feedback.
   *
   * @param name the client's name in the settings
   */
  public record Sender(String name, String issuer, String tenant) {}

  private void insert(
      JdbcClient jdbc,
      KeyedHash hash,
      Sender sender,
      String service,
      FeedbackEntry entry,
      Instant now) {
    Coding reason = entry.reason();
    String comment = entry.userComment();
    jdbc.sql(
            """
            insert into feedback (id, client, client_name, service, digest, card, outcome,
              reason_system, reason_code, commented, accepted, outcome_at, received_at, comment)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
        .params(
            UUID.randomUUID(),
            Pseudonyms.client(sender.issuer(), sender.tenant(), hash),
            sender.name(),
            service,
            digest(hash, entry),
            name(hash, entry.card()),
            entry.outcome().name().toLowerCase(Locale.ROOT),
            reason == null ? "" : reason.system(),
            reason == null ? "" : reason.code(),
            comment != null && !comment.isBlank(),
            String.join("\n", suggestions(hash, entry)),
            Timestamp.from(entry.outcomeTimestamp()),
            Timestamp.from(now))
        .param(keepsComments ? comment : null)
        .update();
  }

  private static List<String> suggestions(KeyedHash hash, FeedbackEntry entry) {
    return entry.acceptedSuggestions().stream().map(each -> name(hash, each)).sorted().toList();
  }

  /** What is no uuid was not made here and may be anything: it is kept as a pseudonym. */
  private static String name(KeyedHash hash, String given) {
    String lower = given.toLowerCase(Locale.ROOT);
    return UUID_FORM.matcher(lower).matches() ? lower : hash.pseudonym("other", given);
  }

  private static String digest(KeyedHash hash, FeedbackEntry entry) {
    Coding reason = entry.reason();
    return hash.pseudonym(
        entry.card(),
        entry.outcome().name(),
        String.join(" ", suggestions(hash, entry)),
        reason == null ? "" : reason.system() + " " + reason.code(),
        text(entry.userComment()),
        entry.outcomeTimestamp().toString());
  }

  private static String text(@Nullable String comment) {
    return comment == null ? "" : comment;
  }
}
