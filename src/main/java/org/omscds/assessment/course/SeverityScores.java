package org.omscds.assessment.course;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.instrument.MitchellPikeScale;
import org.omscds.finding.Evidence;

/**
 * The severity scores of a chart.
 *
 * @param scores those that count, the oldest first; on one day the lower first
 * @param refused those that do not count, with the reason
 */
public record SeverityScores(List<SeverityScore> scores, List<Refused> refused) {

  private static final Comparator<SeverityScore> OLDEST_FIRST =
      Comparator.comparing(SeverityScore::day)
          .thenComparing(each -> each.score().version())
          .thenComparingInt(each -> each.score().total())
          .thenComparing(each -> each.evidence().reference());

  public SeverityScores {
    scores = scores.stream().sorted(OLDEST_FIRST).toList();
    refused = refused.stream().sorted(Comparator.comparing(Refused::toString)).toList();
  }

  /** A score that was written down and does not count. */
  public record Refused(Evidence evidence, String reason) {}

  /** The last score, on whichever scale. */
  public Optional<SeverityScore> latest() {
    return scores.isEmpty() ? Optional.empty() : Optional.of(scores.getLast());
  }

  /** The last score until a day that may be compared with another one. */
  public Optional<SeverityScore> lastComparable(SeverityScore other, LocalDate until) {
    return scores.stream()
        .filter(each -> !each.day().isAfter(until))
        .filter(each -> MitchellPikeScale.areComparable(each.score(), other.score()))
        .reduce((_, later) -> later);
  }

  /** The resources that hold scores, counted or refused. */
  public Set<String> references() {
    Set<String> references = new HashSet<>();
    scores.forEach(each -> references.add(each.evidence().reference()));
    refused.forEach(each -> references.add(each.evidence().reference()));
    return references;
  }
}
