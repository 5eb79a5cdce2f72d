package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;

/**
 * The immunotherapy of the disease so far, as runs of one drug each. Doses are not read, so the end
 * of a steroid or ACTH stands for its reduction. A single dose of a steroid is no treatment, and
 * hydrocortisone replaces.
 *
 * @param agents the runs, the oldest first
 * @param steroidCourses the runs of steroid and ACTH cut at every recorded end, the oldest first
 */
public record Treatment(List<Agent> agents, List<Agent> steroidCourses) {

  /** Without a recorded end the treatment is on this long after a dose; [PROPOSAL]. */
  private static final int ON_DAYS = 42;

  /** The same drug again within this gap is the same run; [PROPOSAL]. */
  private static final int SAME_RUN_DAYS = 90;

  /** The same, where nobody recorded the end of an order: it may have been renewed; [PROPOSAL]. */
  private static final int RENEWED_DAYS = 180;

  /** A steroid that goes on this soon after a recorded end did not end; [PROPOSAL]. */
  private static final int WITHOUT_END_DAYS = 7;

  /** An order that nobody closed or renewed for a year is no treatment of now; [PROPOSAL]. */
  private static final int STANDING_DAYS = 365;

  private static final int TOGETHER_DAYS = 7;
  private static final String REPLACEMENT = "hydrocortisone";

  public Treatment {
    agents = inOrder(agents);
    steroidCourses = inOrder(steroidCourses);
  }

  private static List<Agent> inOrder(List<Agent> agents) {
    return agents.stream()
        .sorted(Comparator.comparing(Agent::first).thenComparing(Agent::ingredient))
        .toList();
  }

  static Treatment of(Findings findings, LocalDate today) {
    Map<String, List<Exposure>> byDrug = new TreeMap<>();
    findings.exposedTo(DrugClass::isImmunotherapy).stream()
        .filter(each -> !each.ingredient().equals(REPLACEMENT))
        .filter(each -> each.start().day().filter(day -> !day.isAfter(today)).isPresent())
        .forEach(
            each -> byDrug.computeIfAbsent(each.ingredient(), _ -> new ArrayList<>()).add(each));
    List<Agent> agents = new ArrayList<>();
    List<Agent> courses = new ArrayList<>();
    for (List<Exposure> exposures : byDrug.values()) {
      agents.addAll(runs(exposures, today, Treatment::gapOfRun));
      courses.addAll(runs(exposures, today, Treatment::gapOfCourse));
    }
    return new Treatment(
        agents.stream().filter(each -> !isSingleSteroid(each)).toList(),
        courses.stream().filter(each -> each.isSteroid() && !isSingleSteroid(each)).toList());
  }

  private static int gapOfRun(Agent earlier) {
    return earlier.end() == Agent.End.UNKNOWN ? RENEWED_DAYS : SAME_RUN_DAYS;
  }

  private static int gapOfCourse(Agent earlier) {
    return switch (earlier.end()) {
      case RECORDED -> WITHOUT_END_DAYS;
      case LAST_DOSE, NONE -> ON_DAYS;
      case UNKNOWN -> RENEWED_DAYS;
    };
  }

  private static List<Agent> runs(
      List<Exposure> exposures, LocalDate today, ToIntFunction<Agent> gap) {
    List<Exposure> inOrder = new ArrayList<>(exposures);
    inOrder.sort(
        Comparator.comparing((Exposure each) -> start(each))
            .thenComparing(each -> end(each, today))
            .thenComparing(each -> each.evidence().reference()));
    List<Agent> runs = new ArrayList<>();
    for (Exposure each : inOrder) {
      Agent next = agent(each, today);
      boolean goesOn =
          !runs.isEmpty()
              && (runs.getLast().current()
                  || ChronoUnit.DAYS.between(runs.getLast().last(), next.first())
                      <= gap.applyAsInt(runs.getLast()));
      if (goesOn) {
        next = joined(runs.removeLast(), next);
      }
      runs.add(next);
    }
    return runs;
  }

  private static Agent agent(Exposure each, LocalDate today) {
    return new Agent(
        each.drugClass(),
        each.ingredient(),
        start(each),
        end(each, today),
        howItEnded(each, today),
        List.of(each.evidence()));
  }

  private static Agent.End howItEnded(Exposure each, LocalDate today) {
    boolean oneDose = each.given() && !each.end().isKnown() && !each.current();
    if (oneDose || isOneDose(each)) {
      return Agent.End.LAST_DOSE;
    }
    boolean over =
        each.end().latestDay().filter(day -> !each.current() || day.isBefore(today)).isPresent();
    if (over) {
      return Agent.End.RECORDED;
    }
    boolean stale = ChronoUnit.DAYS.between(start(each), today) > STANDING_DAYS;
    return each.current() && !stale ? Agent.End.NONE : Agent.End.UNKNOWN;
  }

  private static Agent joined(Agent earlier, Agent later) {
    boolean laterEnds = !later.last().isBefore(earlier.last());
    List<Evidence> evidence = new ArrayList<>(earlier.evidence());
    evidence.addAll(later.evidence());
    return new Agent(
        earlier.drugClass(),
        earlier.ingredient(),
        earlier.first(),
        laterEnds ? later.last() : earlier.last(),
        earlier.current()
            ? earlier.end()
            : (laterEnds || later.current() ? later.end() : earlier.end()),
        evidence);
  }

  private static LocalDate start(Exposure each) {
    return each.start().day().orElseThrow();
  }

  private static LocalDate end(Exposure each, LocalDate today) {
    LocalDate end = each.end().latestDay().orElseGet(() -> start(each));
    return end.isAfter(today) ? today : end;
  }

  /** A dose that is being given is a dose, not a course. */
  private static boolean isOneDose(Exposure each) {
    return each.given() && each.start().equals(each.end());
  }

  private static boolean isSingleSteroid(Agent agent) {
    return agent.drugClass() == DrugClass.STEROID
        && !agent.current()
        && agent.first().equals(agent.last())
        && agent.evidence().size() == 1;
  }

  /** Whether one drug is given now, or was until a few weeks ago. */
  public static boolean isOn(Agent agent, LocalDate today) {
    return agent.current()
        || (agent.end() != Agent.End.RECORDED
            && ChronoUnit.DAYS.between(agent.last(), today) <= ON_DAYS);
  }

  /** Whether a steroid or ACTH was running on a day. */
  public boolean isOnSteroid(LocalDate day) {
    return steroidCourses.stream()
        .anyMatch(
            each -> !each.first().isAfter(day) && (each.current() || !each.last().isBefore(day)));
  }

  /** The drugs that were added last, within a week of each other. */
  public List<Agent> addedLast(LocalDate today) {
    Optional<LocalDate> last =
        agents.stream()
            .filter(each -> isOn(each, today))
            .map(Agent::first)
            .max(Comparator.naturalOrder());
    return last.stream()
        .flatMap(day ->
            agents.stream()
                .filter(each -> isOn(each, today))
                .filter(each -> ChronoUnit.DAYS.between(each.first(), day) <= TOGETHER_DAYS))
        .toList();
  }

  /** The days from the last known end of a steroid or ACTH course until a day; none is -1. */
  public long daysSinceReduction(LocalDate day) {
    return steroidCourses.stream()
        .flatMap(each -> each.ended().stream())
        .filter(end -> !end.isAfter(day))
        .mapToLong(end -> ChronoUnit.DAYS.between(end, day))
        .min()
        .orElse(-1);
  }
}
