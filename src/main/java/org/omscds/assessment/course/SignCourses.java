package org.omscds.assessment.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.assessment.instrument.MitchellPikeScale;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.ScaleItem;
import org.omscds.patient.Speaker;

/**
 * Sorts what the chart says of eyes, motor signs and lost skills for the course of the disease.
 * Opsoclonus only on refixation or lid squeeze is residual, clumsiness when tired is no ataxia
 * here, and what a severity score says of opsoclonus is the score's.
 */
final class SignCourses {

  private final Findings findings;
  private final PillarReader.Reading reading;
  private final Set<String> scored;

  private SignCourses(Findings findings, PillarReader.Reading reading, Set<String> scored) {
    this.findings = findings;
    this.reading = reading;
    this.scored = scored;
  }

  static List<SignCourse> of(
      Findings findings, PillarReader.Reading reading, SeverityScores scores, LocalDate today) {
    SignCourses courses = new SignCourses(findings, reading, scores.references());
    List<LocalDate> betterScores = betterScores(scores);
    return List.of(
        new SignCourse(
            Sign.EYES,
            courses.words(Pillar.A, FindingId.OPSOCLONUS_ON_REFIXATION, EYES),
            courses.better(
                today,
                betterScores(scores, betterScores),
                FindingId.OPSOCLONUS_ON_REFIXATION,
                EYES)),
        new SignCourse(
            Sign.MOTOR,
            courses.words(Pillar.B, FindingId.FATIGUE_CLUMSINESS, MOTOR),
            courses.better(today, betterScores, FindingId.RECOVERED_GAIT, MOTOR)),
        new SignCourse(
            Sign.LOST_SKILL,
            courses.words(Pillar.B, FindingId.FATIGUE_CLUMSINESS, SKILLS),
            courses.better(today, betterScores, FindingId.RECOVERED_GAIT, SKILLS)));
  }

  private static final FindingId[] EYES = {FindingId.OPSOCLONUS, FindingId.OCULAR_FLUTTER};
  private static final FindingId[] MOTOR = {
    FindingId.ATAXIA, FindingId.MYOCLONUS, FindingId.POLYMINIMYOCLONUS
  };
  private static final FindingId[] SKILLS = {
    FindingId.LOSS_OF_AMBULATION, FindingId.LOSS_OF_SPEECH
  };

  /** What counts for the pillar now or did, what is over, and what the pillars do not hold. */
  private List<ClinicalStatement> words(Pillar pillar, FindingId residual, FindingId[] wanted) {
    Stream<ClinicalStatement> counted =
        Stream.of(
                reading.episode().current().getOrDefault(pillar, List.of()),
                reading.episode().past().getOrDefault(pillar, List.of()),
                reading.episode().apart())
            .flatMap(List::stream);
    Stream<ClinicalStatement> over =
        findings.present(wanted).stream().filter(this::isOutsidePillars);
    Set<FindingId> ids = Set.of(wanted);
    return withoutResidual(
        Stream.concat(counted, over)
            .filter(each -> ids.contains(each.finding()))
            .filter(each -> !scored.contains(each.evidence().reference()))
            .filter(each -> each.isPresent() || isHeard(each))
            .toList(),
        residual);
  }

  /** Over, or an ataxia that a later recovery took out of its pillar, or lost words. */
  private boolean isOutsidePillars(ClinicalStatement statement) {
    boolean recovered =
        statement.finding() == FindingId.ATAXIA
            && !reading.ataxia().standing().contains(statement)
            && findings.present(FindingId.CHRONIC_ATAXIA).isEmpty();
    return statement.isOver() || recovered || statement.finding() == FindingId.LOSS_OF_SPEECH;
  }

  private static boolean isHeard(ClinicalStatement statement) {
    return statement.certainty() == Certainty.POSSIBLE && statement.speaker() == Speaker.FAMILY;
  }

  /** Each residual phrase takes away the one statement that it also makes, in the same words. */
  private List<ClinicalStatement> withoutResidual(
      List<ClinicalStatement> statements, FindingId residual) {
    Map<Evidence, Integer> open = new HashMap<>();
    findings.about(residual).stream()
        .filter(each -> each.certainty() != Certainty.ABSENT)
        .forEach(each -> open.merge(each.evidence(), 1, Integer::sum));
    List<ClinicalStatement> kept = new ArrayList<>();
    for (ClinicalStatement each : statements) {
      if (open.getOrDefault(each.evidence(), 0) > 0) {
        open.merge(each.evidence(), -1, Integer::sum);
      } else {
        kept.add(each);
      }
    }
    return kept;
  }

  /** The days on which somebody recorded less: a clinician's negative, an end, a lower score. */
  private List<LocalDate> better(
      LocalDate today, List<LocalDate> scores, FindingId instead, FindingId[] signs) {
    List<LocalDate> days = new ArrayList<>(scores);
    for (ClinicalStatement each : findings.about(signs)) {
      boolean negative =
          each.certainty() == Certainty.ABSENT
              && each.speaker() == Speaker.CLINICIAN
              && each.finding() != FindingId.MYOCLONUS;
      if (negative && !scored.contains(each.evidence().reference())) {
        each.asserted().day().ifPresent(days::add);
      } else if (each.isPresent() && each.isOver()) {
        each.ended().day().ifPresent(days::add);
      }
    }
    findings.present(instead).stream()
        .filter(each -> each.speaker() == Speaker.CLINICIAN)
        .map(each -> each.lastSaid(today))
        .forEach(days::add);
    return days;
  }

  /** The days of scores that fell by two or more, or to nothing. */
  private static List<LocalDate> betterScores(SeverityScores scores) {
    List<LocalDate> days = new ArrayList<>();
    for (SeverityScore each : scores.scores()) {
      Optional<SeverityScore> before = scores.lastComparable(each, each.day().minusDays(1));
      boolean fell =
          before
              .filter(earlier ->
                  earlier.score().total() - each.score().total()
                      >= MitchellPikeScale.MEANINGFUL_CHANGE)
              .isPresent();
      if (fell || each.score().total() == 0) {
        days.add(each.day());
      }
    }
    return days;
  }

  /** For the eyes also the days on which their item was scored as none. */
  private static List<LocalDate> betterScores(SeverityScores scores, List<LocalDate> better) {
    return Stream.concat(
            better.stream(),
            scores.scores().stream()
                .filter(each ->
                    Integer.valueOf(0).equals(each.score().items().get(ScaleItem.OPSOCLONUS)))
                .map(SeverityScore::day))
        .toList();
  }
}
