package org.omscds.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omscds.store.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The review of missed cases: patients in whom OMS was newly diagnosed, and to whose chart no card
 * that speaks of a suspicion was shown in the month before. Each is to be audited: this service may
 * have missed it, or never have been asked. [PROPOSAL]
 */
final class MissedCases {

  /** A diagnosis that is older when it is first seen is not new. */
  private static final int NEW_DAYS = 30;

  /** How long before the diagnosis a card counts. */
  private static final int CARD_DAYS = 30;

  /** The cards of a suspicion: C17 is that of adults. */
  private static final Set<String> SUSPICION = Set.of("C01", "C02", "C03", "C04", "C17");

  private static final String DIAGNOSED =
      """
      select d.client, d.client_name, d.patient, d.first_seen, d.diagnosed_on
      from diagnosed d
      where d.first_seen >= :from and d.first_seen < :end
      order by d.first_seen\
      """;

  private static final String LAST_CARD =
      """
      select max(i.issued_at) from issued_card i
      where i.client = :client and i.patient = :patient and i.card in (:cards)
        and i.issued_at < :seen\
      """;

  private final Database database;

  MissedCases(Database database) {
    this.database = database;
  }

  /**
   * A patient to be looked at.
   *
   * @param patient a pseudonym: whoever holds the key can find the patient
   * @param diagnosed the day of the diagnosis, where the chart says it
   * @param lastCard the day of the last card of a suspicion before, if there was any
   */
  record MissedCase(
      String client,
      String patient,
      LocalDate firstSeen,
      @Nullable LocalDate diagnosed,
      @Nullable LocalDate lastCard) {}

  private record Sighting(
      String client,
      String clientName,
      String patient,
      Instant seen,
      @Nullable LocalDate diagnosed) {

    /** A day that the chart does not say may be today. */
    boolean isNew() {
      return diagnosed == null || !diagnosed.isBefore(dayOf(seen).minusDays(NEW_DAYS));
    }
  }

  /** Those who were first seen with the diagnosis from one day to another. */
  List<MissedCase> read(LocalDate from, LocalDate to) {
    return database.inTransaction(jdbc ->
        jdbc
            .sql(DIAGNOSED)
            .param("from", StatisticsReader.startOf(from))
            .param("end", StatisticsReader.startOf(to.plusDays(1)))
            .query((row, _) -> sighting(row))
            .list()
            .stream()
            .filter(Sighting::isNew)
            .map(each -> missed(jdbc, each))
            .filter(MissedCases::isMissed)
            .collect(Collectors.toUnmodifiableList()));
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    return new Sighting(
        row.getString("client"),
        row.getString("client_name"),
        row.getString("patient"),
        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
        row.getObject("diagnosed_on", LocalDate.class));
  }

  private static MissedCase missed(JdbcClient jdbc, Sighting sighting) {
    LocalDate lastCard =
        jdbc
            .sql(LAST_CARD)
            .param("client", sighting.client())
            .param("patient", sighting.patient())
            .param("cards", SUSPICION)
            .param("seen", Timestamp.from(sighting.seen()))
            .query((row, _) -> row.getObject(1, OffsetDateTime.class))
            .list()
            .stream()
            .filter(Objects::nonNull)
            .map(last -> dayOf(last.toInstant()))
            .findFirst()
            .orElse(null);
    return new MissedCase(
        sighting.clientName(),
        sighting.patient(),
        dayOf(sighting.seen()),
        sighting.diagnosed(),
        lastCard);
  }

  private static boolean isMissed(MissedCase each) {
    return each.lastCard() == null
        || each.lastCard().isBefore(each.firstSeen().minusDays(CARD_DAYS));
  }

  private static LocalDate dayOf(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
