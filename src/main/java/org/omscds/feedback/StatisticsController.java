package org.omscds.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.store.DatabaseUnavailable;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the team that runs the service what became of its cards, as JSON for the page and as CSV.
 * Without days it is the last 13 weeks.
 */
@RestController
final class StatisticsController {

  private static final int USUAL_DAYS = 91;
  private static final int MOST_DAYS = 3660;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final JsonMapper JSON = new JsonMapper();

  private final StatisticsReader reader;
  private final MissedCases missedCases;
  private final KnowledgeBase knowledge;
  private final Recorder recorder;
  private final Clock clock;

  StatisticsController(
      StatisticsReader reader,
      MissedCases missedCases,
      KnowledgeBase knowledge,
      Recorder recorder,
      Clock clock) {
    this.reader = reader;
    this.missedCases = missedCases;
    this.knowledge = knowledge;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Days from the first to the last, both included. */
  private record Days(LocalDate from, LocalDate to) {}

  @GetMapping("/statistics.json")
  ResponseEntity<byte[]> json(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to) {
    return answered(
        from, to, days -> ok(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(document(days))));
  }

  @GetMapping("/statistics.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to) {
    return answered(
        from,
        to,
        days ->
            ok(
                CSV,
                Statistics.csv(
                        reader.shown(days.from(), days.to()),
                        reader.answers(days.from(), days.to()))
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private interface Writer {
    ResponseEntity<byte[]> write(Days days);
  }

  private ResponseEntity<byte[]> answered(
      @Nullable String from, @Nullable String to, Writer writer) {
    Optional<Days> days = days(from, to);
    if (days.isEmpty()) {
      return refused(
          HttpStatus.BAD_REQUEST,
          "value",
          "'from' and 'to' are no days in this order.",
          "Give both as in 2026-11-20, at most " + MOST_DAYS + " days apart, or neither.");
    }
    try {
      return writer.write(days.get());
    } catch (DatabaseUnavailable _) {
      return refused(
          HttpStatus.SERVICE_UNAVAILABLE,
          "transient",
          "The database is away.",
          "Try again in some seconds; cards are shown meanwhile.");
    }
  }

  private Optional<Days> days(@Nullable String from, @Nullable String to) {
    try {
      LocalDate last = to == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : day(to);
      LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : day(from);
      boolean usable = !first.isAfter(last) && !first.plusDays(MOST_DAYS).isBefore(last);
      return usable ? Optional.of(new Days(first, last)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 2000 || day.getYear() > 2200) {
      throw new DateTimeException("no day of this service");
    }
    return day;
  }

  private Map<String, Object> document(Days days) {
    Statistics statistics =
        Statistics.of(
            days.from(),
            days.to(),
            reader.shown(days.from(), days.to()),
            reader.answers(days.from(), days.to()),
            knowledge);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("from", days.from().toString());
    document.put("to", days.to().toString());
    document.put("knowledgeVersion", statistics.knowledgeVersion());
    document.put("totals", statistics.totals());
    document.put("byCard", statistics.byCard().stream().map(StatisticsController::flat).toList());
    document.put("byTier", flat(statistics.byTier()));
    document.put("byHook", flat(statistics.byHook()));
    document.put("byClient", flat(statistics.byClient()));
    document.put("byWeek", flat(statistics.byWeek()));
    document.put("targets", statistics.targets());
    document.put(
        "missedCases",
        missedCases.read(days.from(), days.to()).stream().map(StatisticsController::flat).toList());
    document.put(
        "store",
        Map.of("state", "UP", "waiting", recorder.waiting(), "dropped", recorder.dropped()));
    return document;
  }

  private static List<Map<String, Object>> flat(List<Statistics.Group> groups) {
    List<Map<String, Object>> flat = new ArrayList<>();
    groups.forEach(each -> flat.add(flat(each.key(), each.counts())));
    return flat;
  }

  private static Map<String, Object> flat(String key, Statistics.Counts counts) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flat.put("key", key);
    flat.put("shown", counts.shown());
    flat.put("cards", counts.cards());
    flat.put("accepted", counts.accepted());
    flat.put("overridden", counts.overridden());
    flat.put("ignored", counts.ignored());
    return flat;
  }

  private static Map<String, @Nullable Object> flat(Statistics.ByCard card) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>(flat(card.key(), card.counts()));
    flat.put("title", card.title());
    flat.put("overriddenShare", card.overriddenShare());
    flat.put("needsReview", card.needsReview());
    flat.put("reasons", card.reasons());
    flat.put("medianHoursToAcceptance", card.medianHoursToAcceptance());
    return flat;
  }

  private static Map<String, @Nullable Object> flat(MissedCases.MissedCase missed) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    flat.put("client", missed.client());
    flat.put("patient", missed.patient());
    flat.put("firstSeen", missed.firstSeen().toString());
    flat.put("diagnosed", missed.diagnosed() == null ? null : missed.diagnosed().toString());
    flat.put("lastCard", missed.lastCard() == null ? null : missed.lastCard().toString());
    return flat;
  }

  private static ResponseEntity<byte[]> ok(MediaType type, byte[] body) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(body);
  }

  private static ResponseEntity<byte[]> refused(
      HttpStatus status, String code, String text, String diagnostics) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(OperationOutcome.error(code, text, diagnostics)));
  }
}
