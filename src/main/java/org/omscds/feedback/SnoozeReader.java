package org.omscds.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.knowledge.OverrideReason;
import org.omscds.knowledge.OverrideReason.Hold;
import org.omscds.recommendation.Grounds;
import org.omscds.recommendation.Snooze;
import org.omscds.store.Database;

/**
 * Reads what clinicians answered to the cards of a patient. An answer is measured by the card as it
 * was when it was last shown before the answer; an answer to a card that was never issued to that
 * client says nothing.
 */
final class SnoozeReader {

  /** How long an order may take from the suggestion to the chart. */
  private static final Duration ORDER_EXPECTED = Duration.ofHours(24);

  /** How long a draft order is expected to be the same. */
  private static final Duration DRAFT_LASTS = Duration.ofHours(24);

  private static final int MOST_ANSWERS = 500;

  private static final String ANSWERS =
      """
      select f.outcome, f.reason_system, f.reason_code, f.commented, f.accepted, f.outcome_at,
        f.received_at, i.card, i.clinician, i.episode, i.drafts, i.tier, i.pillars, i.findings,
        i.evidence, i.suggestions
      from feedback f
      join issued_card i on i.id = coalesce(
        (select b.id from issued_card b where b.client = f.client and b.card_uuid = f.card
           and b.issued_at <= f.outcome_at order by b.issued_at desc limit 1),
        (select a.id from issued_card a where a.client = f.client and a.card_uuid = f.card
           order by a.issued_at limit 1))
      where f.client = :client
        and f.card in
          (select p.card_uuid from issued_card p where p.client = :client and p.patient = :patient)
      order by f.outcome_at desc
      limit :most\
      """;

  private final Database database;
  private final Map<String, OverrideReason> answers;

  SnoozeReader(Database database, Map<String, OverrideReason> answers) {
    this.database = database;
    this.answers = Map.copyOf(answers);
  }

  /**
   * The answers that have not run out, newest first.
   *
   * @throws org.omscds.store.DatabaseUnavailable if the database is away
   */
  List<Snooze> read(Pseudonyms who, Instant now) {
    return database
        .inTransaction(jdbc ->
            jdbc.sql(ANSWERS)
                .param("client", who.client())
                .param("patient", who.patient())
                .param("most", MOST_ANSWERS)
                .query((row, _) -> snooze(row, who.clinician(), now))
                .list())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Snooze> snooze(ResultSet row, String clinician, Instant now)
      throws SQLException {
    Set<String> drafts = words(row.getString("drafts"));
    OverrideReason answer = answer(row);
    boolean counts =
        (!answer.personal() || clinician.equals(row.getString("clinician")))
            && (!answer.needsComment() || row.getBoolean("commented"))
            && (answer.hold() != Hold.ORDER || !drafts.isEmpty());
    Instant given = given(row);
    Optional<Instant> until = until(answer, drafts, given);
    if (!counts || until.filter(end -> !now.isBefore(end)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Snooze(
            row.getString("card"),
            Optional.ofNullable(row.getObject("episode", LocalDate.class)),
            drafts,
            answer,
            until,
            new Grounds(
                row.getString("tier"),
                words(row.getString("pillars")),
                words(row.getString("findings")),
                words(row.getString("evidence"))),
            accepted(row),
            now.isBefore(given.plus(ORDER_EXPECTED))));
  }

  private OverrideReason answer(ResultSet row) throws SQLException {
    String code =
        row.getString("outcome").equals("accepted")
            ? OverrideReason.ACCEPTED
            : reason(row.getString("reason_system"), row.getString("reason_code"));
    return Objects.requireNonNull(answers.get(code), code);
  }

  /** A reason of another code system, or one that is unknown here, is none. */
  private String reason(String system, String code) {
    return system.equals(OverrideReason.SYSTEM) && answers.containsKey(code)
        ? code
        : OverrideReason.NO_REASON;
  }

  /** An answer from the future counts from when it came. */
  private static Instant given(ResultSet row) throws SQLException {
    Instant outcome = row.getObject("outcome_at", OffsetDateTime.class).toInstant();
    Instant received = row.getObject("received_at", OffsetDateTime.class).toInstant();
    return outcome.isAfter(received) ? received : outcome;
  }

  private static Optional<Instant> until(OverrideReason answer, Set<String> drafts, Instant given) {
    if (!drafts.isEmpty()) {
      return Optional.of(given.plus(DRAFT_LASTS));
    }
    return switch (answer.hold()) {
      case HOURS -> Optional.of(given.plus(Duration.ofHours(answer.hours())));
      case EPISODE, UNTIL_CORRECTED -> Optional.empty();
      case ORDER -> Optional.of(given);
    };
  }

  /** The ids of the suggestions that were taken; unknown uuids are passed over. */
  private static Set<String> accepted(ResultSet row) throws SQLException {
    Map<String, String> idsByUuid = new HashMap<>();
    for (String each : words(row.getString("suggestions"))) {
      int sign = each.indexOf('=');
      idsByUuid.put(each.substring(0, sign), each.substring(sign + 1));
    }
    return words(row.getString("accepted")).stream()
        .filter(idsByUuid::containsKey)
        .map(idsByUuid::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split("\n", -1)));
  }
}
