package org.omscds.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.course.Agent;
import org.omscds.assessment.course.SeverityScore;
import org.omscds.assessment.course.SeverityScores;
import org.omscds.assessment.course.Worsening;
import org.omscds.assessment.instrument.MitchellPikeScale;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.consultation.Consultation;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.SiteSettings.CourseWindows;

/** Writes the course of known OMS: scores, drugs, tapers, what became worse. */
final class CourseText {

  private static final int MOST_SCORES = 6;
  private static final int MOST_AGENTS = 8;
  private static final int MOST_EVIDENCE = 4;
  private static final int MOST_NAMED = 2;

  /** A score this soon after the last dose still tells of the drug. */
  private static final int AFTER_DAYS = 42;

  private final KnowledgeBase knowledge;

  CourseText(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The worst one or two signs, then how many more. */
  static String signs(Worsening worsening) {
    List<String> names = worsening.signs().stream().sorted().map(CourseText::label).toList();
    return firstOf(names, ", ");
  }

  /** The drugs by name, the first one and how many more. */
  static String agents(List<Agent> agents) {
    String first = agents.isEmpty() ? "treatment" : agents.getFirst().ingredient();
    return agents.size() > 1 ? first + " +" + (agents.size() - 1) : first;
  }

  /** The first two, then how many more. */
  static String firstOf(List<String> names, String between) {
    String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(between));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? shown + " +" + more : shown;
  }

  private static String label(Sign sign) {
    return switch (sign) {
      case EYES -> "eyes";
      case MOTOR -> "motor";
      case LOST_SKILL -> "lost skills";
      case BEHAVIOUR -> "behaviour";
      case SCORE -> "score";
    };
  }

  List<String> worsening(Assessment assessment) {
    CourseWindows windows = knowledge.site().course();
    Worsening worse = assessment.course().worsening();
    List<String> lines = new ArrayList<>();
    lines.add(
        worse.signs().stream().sorted().map(CourseText::label).collect(Collectors.joining(", "))
            + " since "
            + worse.began().display()
            + ", "
            + worse.lastingDays()
            + " days or more; relapses in this record: "
            + worse.relapses());
    worse.evidence().stream().limit(MOST_EVIDENCE).map(FindingsText::line).forEach(lines::add);
    lines.add(
        worse.followsReduction()
            ? "taper: a steroid or ACTH ended " + worse.reductionDays() + " days before"
            : "taper: no end of a steroid or ACTH in the "
                + windows.reductionDays()
                + " days before (doses are not read)");
    lines.add(
        worse.infections().isEmpty()
            ? "infection: none recorded in the " + windows.infectionTriggerDays() + " days before"
            : "infection: "
                + worse.infections().stream()
                    .limit(MOST_EVIDENCE)
                    .map(FindingsText::line)
                    .collect(Collectors.joining("; ")));
    return lines;
  }

  static List<String> scores(Assessment assessment) {
    SeverityScores scores = assessment.course().scores();
    List<String> lines = new ArrayList<>();
    List<SeverityScore> newestFirst = scores.scores().reversed();
    newestFirst.stream().limit(MOST_SCORES).map(CourseText::line).forEach(lines::add);
    scores.refused().stream()
        .limit(MOST_SCORES)
        .map(each -> "not counted: " + FindingsText.line(each.evidence()) + ": " + each.reason())
        .forEach(lines::add);
    boolean mixed =
        scores.scores().stream().map(each -> each.score().version()).distinct().count() > 1;
    if (mixed) {
      lines.add("Scores on different scales, or on none that is named, are not compared.");
    }
    return lines.isEmpty() ? List.of("no OMS severity score in this record") : lines;
  }

  private static String line(SeverityScore each) {
    MitchellPikeScale.Reading.Score score = each.score();
    String band =
        MitchellPikeScale.band(score)
            .map(named -> ", " + named.name().toLowerCase(Locale.ROOT) + " [PROPOSAL]")
            .orElse("");
    return each.day()
        + ": "
        + score.total()
        + " ("
        + score.version().label()
        + ")"
        + band
        + (score.note().isEmpty() ? "" : "; " + score.note())
        + " ("
        + Markdown.escape(each.evidence().reference())
        + ")";
  }

  List<String> agents(Consultation consultation) {
    Assessment assessment = consultation.assessment();
    List<Agent> agents = assessment.course().treatment().agents();
    if (agents.isEmpty()) {
      boolean unseen =
          consultation.patient().lacks("medicationRequests")
              || consultation.patient().lacks("medicationAdministrations");
      return List.of(
          unseen
              ? "not all drug records were available to this service; check"
              : "no immunotherapy in this record");
    }
    return agents.reversed().stream()
        .limit(MOST_AGENTS)
        .map(agent -> line(agent, assessment.course().scores()))
        .toList();
  }

  private static String line(Agent agent, SeverityScores scores) {
    String until =
        agent.current()
            ? "going on"
            : agent.ended().map(day -> "until " + day).orElse("end not recorded");
    return agent.ingredient()
        + ": from "
        + agent.first()
        + ", "
        + until
        + "; score "
        + beforeAndAfter(agent, scores)
        + " ("
        + Markdown.escape(agent.evidence().getFirst().reference())
        + (agent.evidence().size() > 1 ? " and " + (agent.evidence().size() - 1) + " more" : "")
        + ")";
  }

  /** The last score under the drug, else the first soon after it, and the one before the drug. */
  private static String beforeAndAfter(Agent agent, SeverityScores scores) {
    LocalDate last = agent.current() ? LocalDate.MAX : agent.last();
    List<SeverityScore> since =
        scores.scores().stream().filter(each -> each.day().isAfter(agent.first())).toList();
    Optional<SeverityScore> under =
        since.stream().filter(each -> !each.day().isAfter(last)).reduce((_, later) -> later);
    Optional<SeverityScore> after =
        under.or(() ->
            since.stream()
                .filter(each -> !each.day().isAfter(agent.last().plusDays(AFTER_DAYS)))
                .findFirst());
    Optional<SeverityScore> before =
        after.flatMap(each -> scores.lastComparable(each, agent.first()));
    return before.isPresent() && after.isPresent()
        ? before.get().score().total() + "→" + after.get().score().total()
        : "before and after: none that may be compared";
  }

  static List<String> tapers(Assessment assessment) {
    List<String> lines =
        assessment.course().treatment().steroidCourses().reversed().stream()
            .limit(MOST_AGENTS)
            .map(agent ->
                agent.ingredient()
                    + ": "
                    + (agent.current()
                        ? "going on since " + agent.first()
                        : agent
                            .ended()
                            .map(day -> "ended " + day)
                            .orElse("no longer current, end not recorded")))
            .toList();
    return lines.isEmpty() ? List.of("no steroid or ACTH course in this record") : lines;
  }

  static List<String> lastScan(Assessment assessment) {
    return assessment.course().lastTumourScan().isEmpty()
        ? List.of("no MRI or CT of neck, chest, abdomen or pelvis in this record")
        : assessment.course().lastTumourScan().stream()
            .map(scan -> "last MRI or CT: " + FindingsText.line(scan))
            .toList();
  }

  List<String> readiness(Assessment assessment) {
    return knowledge.orderGroups().getOrDefault("BASELINE", List.of()).stream()
        .map(knowledge::order)
        .filter(order -> order.isFor(assessment.facts()))
        .map(order -> name(order) + ": " + state(order, assessment))
        .toList();
  }

  private static String name(OrderDefinition order) {
    return order.text().replaceAll(" ?[(:].*", "");
  }

  private static String state(OrderDefinition order, Assessment assessment) {
    return switch (assessment.orders().state(order, assessment.neuroOnset())) {
      case OrderHistory.State.Done(var evidence) -> "done " + evidence.date().display();
      case OrderHistory.State.Pending _ -> "on its way";
      case OrderHistory.State.Due _ -> "due";
    };
  }
}
