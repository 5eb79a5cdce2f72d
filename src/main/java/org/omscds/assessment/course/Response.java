package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.instrument.ResponseCheck;
import org.omscds.assessment.instrument.ResponseCheck.Checkpoint;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.ScaleItem;
import org.omscds.knowledge.SiteSettings.CourseWindows;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * How the treatment that was added last works, as far as severity scores tell.
 *
 * @param verdict what the scores say
 * @param compared the score before and the score after, or none
 * @param agents the drugs whose response is looked at
 * @param since when they were begun, or unknown where none is given now
 * @param cannotWalk whether walking is still lost at six weeks or later
 * @param scoreOverdue whether no score is six weeks old or less
 * @param ivigWithoutBenefit whether immunoglobulin brought no benefit in six months
 */
public record Response(
    Verdict verdict,
    List<SeverityScore> compared,
    List<Agent> agents,
    ClinicalDate since,
    boolean cannotWalk,
    boolean scoreOverdue,
    boolean ivigWithoutBenefit) {

  /** Nothing is given now, or OMS is not known. */
  public static final Response NONE =
      new Response(
          Verdict.NOT_JUDGED, List.of(), List.of(), ClinicalDate.unknown(), false, false, false);

  /** A score until this many days after the start is still the one before it. */
  private static final int STILL_BEFORE_DAYS = 3;

  private static final int CANNOT_WALK = 3;

  public Response {
    compared = List.copyOf(compared);
    agents = List.copyOf(agents);
  }

  /** What the scores say of the response. */
  public enum Verdict {
    /** No checkpoint, or no scores that may be compared. */
    NOT_JUDGED,
    ADEQUATE,
    /** Inadequate at day 14. */
    INADEQUATE_EARLY,
    /** Inadequate at week 6, week 12 or later. */
    INADEQUATE
  }

  /** Whether the trial's escalation step at week 12 is called for. */
  public boolean isInadequateLate(CourseWindows windows) {
    return verdict == Verdict.INADEQUATE
        && !compared.isEmpty()
        && since
            .day()
            .flatMap(day -> checkpoint(day, compared, windows))
            .filter(Checkpoint.WEEK_12::equals)
            .isPresent();
  }

  /** The checkpoint of the score after. */
  private static Optional<Checkpoint> checkpoint(
      LocalDate start, List<SeverityScore> pair, CourseWindows windows) {
    return ResponseCheck.checkpoint(ChronoUnit.DAYS.between(start, pair.getLast().day()), windows);
  }

  static Response of(
      Treatment treatment,
      SeverityScores scores,
      Findings findings,
      LocalDate today,
      CourseWindows windows) {
    List<Agent> added = treatment.addedLast(today);
    if (added.isEmpty()) {
      return NONE;
    }
    LocalDate start = added.stream().map(Agent::first).min(LocalDate::compareTo).orElseThrow();
    List<SeverityScore> pair = pair(scores, start, today, windows);
    boolean cannotWalk = cannotWalk(start, scores, findings, today, windows);
    Optional<Agent> ivig = ivigWithoutBenefit(treatment, scores, today, windows);
    Verdict verdict = verdict(pair, start, cannotWalk, windows);
    boolean ivigDecides = ivig.isPresent() && verdict != Verdict.INADEQUATE;
    LocalDate since = ivigDecides ? ivig.get().first() : start;
    return new Response(
        verdict,
        ivigDecides ? pair(scores, since, today, windows) : pair,
        ivigDecides ? List.of(ivig.get()) : added,
        ClinicalDate.on(since),
        cannotWalk,
        isScoreOverdue(scores, start, today, windows),
        ivig.isPresent());
  }

  /** The last score, where it is recent, and the one before the treatment that fits it. */
  private static List<SeverityScore> pair(
      SeverityScores scores, LocalDate start, LocalDate today, CourseWindows windows) {
    LocalDate until = start.plusDays(STILL_BEFORE_DAYS);
    return scores
        .latest()
        .filter(last -> last.day().isAfter(until))
        .filter(last -> ChronoUnit.DAYS.between(last.day(), today) <= windows.scoreEveryDays())
        .flatMap(last ->
            scores
                .lastComparable(last, until)
                .filter(first ->
                    ChronoUnit.DAYS.between(first.day(), start) <= windows.baselineScoreDays())
                .map(first -> List.of(first, last)))
        .orElse(List.of());
  }

  private static Verdict verdict(
      List<SeverityScore> pair, LocalDate start, boolean cannotWalk, CourseWindows windows) {
    if (pair.isEmpty()
        || !ResponseCheck.canJudge(pair.getFirst().score(), pair.getLast().score())) {
      return Verdict.NOT_JUDGED;
    }
    Optional<Checkpoint> checkpoint = checkpoint(start, pair, windows);
    if (checkpoint.isEmpty()) {
      return Verdict.NOT_JUDGED;
    }
    boolean inadequate =
        cannotWalk
            || ResponseCheck.isInadequate(
                checkpoint.get(), pair.getFirst().score(), pair.getLast().score());
    if (!inadequate) {
      return Verdict.ADEQUATE;
    }
    return switch (checkpoint.get()) {
      case DAY_14 -> Verdict.INADEQUATE_EARLY;
      case WEEK_6, WEEK_12 -> Verdict.INADEQUATE;
    };
  }

  private static boolean cannotWalk(
      LocalDate start,
      SeverityScores scores,
      Findings findings,
      LocalDate today,
      CourseWindows windows) {
    LocalDate from =
        start.plusDays(windows.responseSecondDay() - CourseWindows.CHECKPOINT_MARGIN_DAYS);
    boolean byScore =
        scores
            .latest()
            .filter(last -> isLately(last.day(), from, today, windows))
            .filter(last -> last.score().items().getOrDefault(ScaleItem.GAIT, 0) == CANNOT_WALK)
            .isPresent();
    boolean byWord =
        findings.present(FindingId.LOSS_OF_AMBULATION).stream()
            .filter(each -> !each.isOver() && each.speaker() == Speaker.CLINICIAN)
            .map(ClinicalStatement::asserted)
            .flatMap(said -> said.day().stream())
            .anyMatch(day -> isLately(day, from, today, windows));
    return byScore || byWord;
  }

  private static boolean isLately(
      LocalDate day, LocalDate from, LocalDate today, CourseWindows windows) {
    return !day.isBefore(from) && ChronoUnit.DAYS.between(day, today) <= windows.scoreEveryDays();
  }

  private static boolean isScoreOverdue(
      SeverityScores scores, LocalDate start, LocalDate today, CourseWindows windows) {
    long sinceScore =
        scores.latest().map(last -> ChronoUnit.DAYS.between(last.day(), today)).orElse(-1L);
    return ResponseCheck.isScoreOverdue(ChronoUnit.DAYS.between(start, today), sinceScore, windows);
  }

  private static Optional<Agent> ivigWithoutBenefit(
      Treatment treatment, SeverityScores scores, LocalDate today, CourseWindows windows) {
    return treatment.agents().stream()
        .filter(each -> each.drugClass() == DrugClass.IVIG && Treatment.isOn(each, today))
        .filter(each -> {
          List<SeverityScore> pair = pair(scores, each.first(), today, windows);
          return !pair.isEmpty()
              && ResponseCheck.isWithoutBenefit(
                  ChronoUnit.DAYS.between(each.first(), pair.getLast().day()),
                  pair.getFirst().score(),
                  pair.getLast().score());
        })
        .findFirst();
  }

  /** Whole weeks from the start of the treatment to the score, or to a day where there is none. */
  public long weeks(LocalDate today) {
    LocalDate until = compared.isEmpty() ? today : compared.getLast().day();
    return since.day().map(day -> ChronoUnit.DAYS.between(day, until) / 7).orElse(0L);
  }
}
