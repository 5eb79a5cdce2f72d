package org.omscds.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.omscds.knowledge.OverrideReason;
import org.omscds.store.Database;

/** Reads what the statistics count. */
final class StatisticsReader {

  private static final String SHOWN =
      """
      select i.client_name, i.card, i.tier, i.hook, i.card_uuid, min(i.issued_at) as first_shown,
        (select min(e.issued_at) from issued_card e
          where e.client = i.client and e.card_uuid = i.card_uuid) as first_ever,
        count(*) as times
      from issued_card i
      where i.issued_at >= :from and i.issued_at < :end
      group by i.client, i.client_name, i.card, i.tier, i.hook, i.card_uuid\
      """;

  private static final String ANSWERS =
      """
      select f.card, f.outcome, f.reason_system, f.reason_code, f.outcome_at
      from feedback f
      where exists (select 1 from issued_card i where i.client = f.client and i.card_uuid = f.card
        and i.issued_at >= :from and i.issued_at < :end)\
      """;

  private final Database database;

  StatisticsReader(Database database) {
    this.database = database;
  }

  /** The cards that were shown from one day to another, both included, in UTC. */
  List<Statistics.Shown> shown(LocalDate from, LocalDate to) {
    return database.inTransaction(jdbc ->
        jdbc.sql(SHOWN)
            .param("from", startOf(from))
            .param("end", startOf(to.plusDays(1)))
            .query((row, _) ->
                new Statistics.Shown(
                    row.getString("client_name"),
                    row.getString("card"),
                    row.getString("tier"),
                    row.getString("hook"),
                    row.getString("card_uuid"),
                    instant(row, "first_shown"),
                    instant(row, "first_ever"),
                    row.getLong("times")))
            .list());
  }

  /** All answers to these cards. */
  List<Statistics.Answer> answers(LocalDate from, LocalDate to) {
    return database.inTransaction(jdbc ->
        jdbc.sql(ANSWERS)
            .param("from", startOf(from))
            .param("end", startOf(to.plusDays(1)))
            .query((row, _) ->
                new Statistics.Answer(
                    row.getString("card"),
                    row.getString("outcome").equals("accepted"),
                    reason(row),
                    instant(row, "outcome_at")))
            .list());
  }

  private static String reason(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    return code.isEmpty() || row.getString("reason_system").equals(OverrideReason.SYSTEM)
        ? code
        : "other";
  }

  static Timestamp startOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
