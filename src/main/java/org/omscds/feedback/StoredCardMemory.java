package org.omscds.feedback;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omscds.recommendation.Snooze;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.store.KeyedHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The memory of cards in the database; what it notes is written beside the call. */
final class StoredCardMemory implements CardMemory {

  private final SecretKey key;
  private final Recorder recorder;
  private final SnoozeReader snoozeReader;
  private final Clock clock;

  StoredCardMemory(SecretKey key, Recorder recorder, SnoozeReader snoozeReader, Clock clock) {
    this.key = key;
    this.recorder = recorder;
    this.snoozeReader = snoozeReader;
    this.clock = clock;
  }

  @Override
  public UUID uuid(String name) {
    return key.present().uuid(name);
  }

  @Override
  public List<Snooze> snoozes(Asker asker) {
    Optional<KeyedHash> hash = key.lasting();
    if (hash.isEmpty()) {
      return List.of();
    }
    try {
      return snoozeReader.read(Pseudonyms.of(asker, hash.get()), clock.instant());
    } catch (DatabaseUnavailable _) {
      return List.of();
    }
  }

  @Override
  public void issued(Asker asker, List<IssuedCard> cards) {
    Instant now = clock.instant();
    key.lasting()
        .ifPresentOrElse(
            hash -> {
              Pseudonyms who = Pseudonyms.of(asker, hash);
              for (IssuedCard card : cards) {
                UUID id = UUID.randomUUID();
                recorder.record(jdbc -> insert(jdbc, id, who, asker, card, now));
              }
            },
            () -> cards.forEach(_ -> recorder.drop()));
  }

  private static void insert(
      JdbcClient jdbc, UUID id, Pseudonyms who, Asker asker, IssuedCard card, Instant now) {
    jdbc.sql(
            """
            insert into issued_card (id, card_uuid, client, client_name, patient, clinician,
              clinician_role, hook, card, rule, drafts, tier, indicator, pillars, findings,
              evidence, suggestions, knowledge_version, issued_at, episode)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
        .params(
            id,
            card.uuid(),
            who.client(),
            asker.clientName(),
            who.patient(),
            who.clinician(),
            asker.role(),
            card.hook(),
            card.card(),
            card.rule(),
            joined(card.drafts()),
            card.grounds().tier(),
            card.indicator(),
            joined(card.grounds().pillars()),
            joined(card.grounds().findings()),
            joined(card.grounds().records()),
            joined(card.suggestions()),
            card.knowledgeVersion(),
            Timestamp.from(now))
        .param(card.episode().map(Date::valueOf).orElse(null))
        .update();
  }

  /** A reference is what a client sent: what no database can hold is left out of it. */
  private static String joined(Collection<String> words) {
    return String.join("\n", new TreeSet<>(words)).replace("\0", "");
  }

  private static String joined(Map<String, String> suggestions) {
    return new TreeMap<>(suggestions)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("\n"));
  }

  @Override
  public void diagnosed(Asker asker, Optional<LocalDate> since) {
    Instant now = clock.instant();
    key.lasting()
        .map(hash -> Pseudonyms.of(asker, hash))
        .ifPresent(who ->
            recorder.record(jdbc ->
                jdbc.sql(
                        "insert into diagnosed (client, patient, client_name, first_seen,"
                            + " diagnosed_on) values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(who.client(), who.patient(), asker.clientName(), Timestamp.from(now))
                    .param(since.map(Date::valueOf).orElse(null))
                    .update()));
  }
}
