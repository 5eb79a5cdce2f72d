package org.omscds.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OverrideReason;

/**
 * What became of the cards that were shown in some days. A card is one for each card of the
 * catalogue, patient and episode, however often it was shown; it counts by its latest answer. Under
 * a tier or hook it counts wherever it was shown, under a week where it was first shown.
 *
 * @param from the first day
 * @param to the last day
 */
record Statistics(
    LocalDate from,
    LocalDate to,
    String knowledgeVersion,
    Counts totals,
    List<ByCard> byCard,
    List<Group> byTier,
    List<Group> byHook,
    List<Group> byClient,
    List<Group> byWeek,
    Targets targets) {

  /** Above this share of overridden cards a card is to be reviewed. [PROPOSAL] */
  private static final double REVIEW_SHARE = 0.8;

  /** Below this share a card is meant to stay. [PROPOSAL] */
  private static final double TARGET_SHARE = 0.5;

  Statistics {
    byCard = List.copyOf(byCard);
    byTier = List.copyOf(byTier);
    byHook = List.copyOf(byHook);
    byClient = List.copyOf(byClient);
    byWeek = List.copyOf(byWeek);
  }

  /** The lines of the plots. */
  record Targets(double overriddenShare, double reviewShare) {}

  /**
   * A card as it was shown, as often as it was shown in the same way.
   *
   * @param first when it was first shown so within the days
   * @param firstEver when it was first shown at all
   */
  record Shown(
      String client,
      String card,
      String tier,
      String hook,
      String uuid,
      Instant first,
      Instant firstEver,
      long times) {}

  /**
   * An answer to a card.
   *
   * @param reason the code of the reason, or the empty string
   */
  record Answer(String uuid, boolean accepted, String reason, Instant at) {}

  /**
   * Numbers of cards.
   *
   * @param shown how often a card was shown
   * @param cards how many different ones
   * @param ignored how many of these had no answer
   */
  record Counts(long shown, long cards, long accepted, long overridden, long ignored) {

    /** The share that was overridden of the cards that were answered, if any was. */
    Optional<Double> overriddenShare() {
      long answered = accepted + overridden;
      return answered == 0 ? Optional.empty() : Optional.of((double) overridden / answered);
    }
  }

  /** Numbers under one heading. */
  record Group(String key, Counts counts) {}

  /** A reason and how often it was the latest answer. */
  record Reason(String code, String display, long count) {}

  /** Numbers of one card of the catalogue. */
  record ByCard(
      String key,
      String title,
      Counts counts,
      @Nullable Double overriddenShare,
      boolean needsReview,
      List<Reason> reasons,
      @Nullable Double medianHoursToAcceptance) {
    ByCard {
      reasons = List.copyOf(reasons);
    }
  }

  /** Counts. */
  static Statistics of(
      LocalDate from,
      LocalDate to,
      List<Shown> shown,
      List<Answer> answers,
      KnowledgeBase knowledge) {
    Map<String, Answer> latest = new HashMap<>();
    Map<String, Answer> firstAccepted = new HashMap<>();
    answers.stream()
        .sorted(Comparator.comparing(Answer::at))
        .forEach(each -> {
          latest.put(each.uuid(), each);
          if (each.accepted()) {
            firstAccepted.putIfAbsent(each.uuid(), each);
          }
        });
    return new Statistics(
        from,
        to,
        knowledge.version(),
        counts(shown, latest),
        groups(shown, Shown::card).entrySet().stream()
            .map(each -> byCard(each.getKey(), each.getValue(), latest, firstAccepted, knowledge))
            .toList(),
        counted(shown, Shown::tier, latest),
        counted(shown, Shown::hook, latest),
        counted(shown, Shown::client, latest),
        counted(shown, each -> week(each.first()), latest),
        new Targets(TARGET_SHARE, REVIEW_SHARE));
  }

  /** The rows of the table that is exported: one for each way in which cards were shown. */
  static String csv(List<Shown> shown, List<Answer> answers) {
    Map<String, Answer> latest = new HashMap<>();
    answers.stream()
        .sorted(Comparator.comparing(Answer::at))
        .forEach(each -> latest.put(each.uuid(), each));
    StringBuilder csv =
        new StringBuilder("client,card,tier,hook,week,shown,cards,accepted,overridden,ignored\r\n");
    groups(
            shown,
            each ->
                String.join(
                    ",",
                    quoted(each.client()),
                    each.card(),
                    each.tier(),
                    each.hook(),
                    week(each.first())))
        .forEach((key, rows) -> {
          Counts counts = counts(rows, latest);
          csv.append(
              String.format(
                  Locale.ROOT,
                  "%s,%d,%d,%d,%d,%d\r\n",
                  key,
                  counts.shown(),
                  counts.cards(),
                  counts.accepted(),
                  counts.overridden(),
                  counts.ignored()));
        });
    return csv.toString();
  }

  /** A name in quotes (RFC 4180) that no spreadsheet takes for a formula. */
  private static String quoted(String name) {
    String safe = name.matches("[=+\\-@].*") ? "'" + name : name;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static List<Group> counted(
      List<Shown> shown, Function<Shown, String> key, Map<String, Answer> latest) {
    return groups(shown, key).entrySet().stream()
        .map(each -> new Group(each.getKey(), counts(each.getValue(), latest)))
        .toList();
  }

  private static Map<String, List<Shown>> groups(List<Shown> shown, Function<Shown, String> key) {
    return shown.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static Counts counts(Collection<Shown> shown, Map<String, Answer> latest) {
    List<String> uuids = shown.stream().map(Shown::uuid).distinct().toList();
    long accepted = 0;
    long overridden = 0;
    for (String uuid : uuids) {
      Answer answer = latest.get(uuid);
      if (answer != null) {
        accepted += answer.accepted() ? 1 : 0;
        overridden += answer.accepted() ? 0 : 1;
      }
    }
    return new Counts(
        shown.stream().mapToLong(Shown::times).sum(),
        uuids.size(),
        accepted,
        overridden,
        uuids.size() - accepted - overridden);
  }

  private static ByCard byCard(
      String card,
      List<Shown> shown,
      Map<String, Answer> latest,
      Map<String, Answer> firstAccepted,
      KnowledgeBase knowledge) {
    Counts counts = counts(shown, latest);
    Map<String, Long> reasons = new LinkedHashMap<>();
    List<Double> hours = hoursToAcceptance(shown, firstAccepted);
    shown.stream()
        .map(Shown::uuid)
        .distinct()
        .map(latest::get)
        .filter(answer -> answer != null && !answer.accepted())
        .forEach(answer -> reasons.merge(answer.reason(), 1L, Long::sum));
    return new ByCard(
        card,
        knowledge.cards().containsKey(card) ? knowledge.card(card).title() : card,
        counts,
        counts.overriddenShare().orElse(null),
        counts.overriddenShare().filter(share -> share > REVIEW_SHARE).isPresent(),
        reasons.entrySet().stream()
            .map(each -> reason(each.getKey(), each.getValue(), knowledge))
            .sorted(Comparator.comparingLong(Reason::count).reversed())
            .toList(),
        hours.isEmpty() ? null : median(hours));
  }

  private static List<Double> hoursToAcceptance(
      List<Shown> shown, Map<String, Answer> firstAccepted) {
    Map<String, Double> hours = new HashMap<>();
    for (Shown each : shown) {
      Answer accepted = firstAccepted.get(each.uuid());
      if (accepted != null) {
        hours.put(each.uuid(), hours(each.firstEver(), accepted.at()));
      }
    }
    return hours.values().stream().sorted().toList();
  }

  private static Reason reason(String code, long count, KnowledgeBase knowledge) {
    String known = code.isEmpty() ? OverrideReason.NO_REASON : code;
    OverrideReason reason = knowledge.overrides().get(known);
    return new Reason(known, reason == null ? "(of another code system)" : reason.display(), count);
  }

  private static double hours(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds() / 3600.0);
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String week(Instant moment) {
    LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
    return String.format(
        Locale.ROOT,
        "%d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
