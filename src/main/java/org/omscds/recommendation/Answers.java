package org.omscds.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omscds.assessment.Assessment;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * What clinicians answered to earlier cards, seen from the chart of now.
 *
 * @param snoozes what still holds by time
 * @param ordersSeen whether the chart shows which orders are on their way
 */
record Answers(
    List<Snooze> snoozes,
    Optional<LocalDate> onset,
    Grounds grounds,
    boolean ordersSeen,
    long sameEpisodeDays) {

  private static final String ORDERS = "serviceRequests";

  Answers {
    snoozes = List.copyOf(snoozes);
  }

  static Answers of(
      List<Snooze> snoozes, PatientRecord patient, Assessment assessment, SiteSettings site) {
    return new Answers(
        snoozes,
        assessment.neuroOnset(),
        Grounds.of(assessment),
        !patient.lacks(ORDERS),
        site.windows().pillarWindowDays());
  }

  /** The answer that puts a card away, unless the chart holds news since. */
  Optional<Snooze> snoozing(Called called) {
    return about(called)
        .filter(each -> !each.isAcceptance())
        .filter(each -> !each.grounds().liftedBy(grounds, each.lift()))
        .findFirst();
  }

  /** The answer that took suggestions of a card, unless the chart holds news since. */
  Optional<Snooze> acceptance(Called called) {
    return taken(called).filter(each -> !each.grounds().liftedBy(grounds, each.lift())).findFirst();
  }

  /** The suggestions of a card that were taken, and whose orders should be on their way. */
  Set<String> accepted(Called called) {
    return taken(called)
        .flatMap(each -> each.accepted().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Once an order had its time to be signed, the chart says whether there is one. */
  private Stream<Snooze> taken(Called called) {
    return about(called)
        .filter(Snooze::isAcceptance)
        .filter(each -> each.orderExpected() || !ordersSeen);
  }

  private Stream<Snooze> about(Called called) {
    return snoozes.stream()
        .filter(each -> each.isAbout(called.card().id(), onset, called.drafts(), sameEpisodeDays));
  }
}
