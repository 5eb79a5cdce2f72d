package org.omscds.assessment.safety;

import java.util.Comparator;
import java.util.List;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.Level;
import org.omscds.knowledge.SafetyTopic;

/**
 * What the drafts of a call ask for and what speaks against it.
 *
 * @param drafted drafts with checks, in the order sent
 * @param hazards the stops first, and what is on record before what is missing
 */
public record SafetyReview(List<DraftedAgent> drafted, List<Hazard> hazards) {

  private static final Comparator<Hazard> WORST_FIRST =
      Comparator.comparing(Hazard::level).thenComparing(Hazard::missing);

  public SafetyReview {
    drafted = List.copyOf(drafted);
    hazards = hazards.isEmpty() ? List.of() : hazards.stream().sorted(WORST_FIRST).toList();
  }

  /** A call without drafts. */
  public static SafetyReview none() {
    return new SafetyReview(List.of(), List.of());
  }

  /** The hazards of one card. */
  public List<Hazard> of(SafetyTopic topic) {
    return hazards.stream().filter(each -> each.drafted().agent().topic() == topic).toList();
  }

  /** Whether a card has a hazard of that level. */
  public boolean has(SafetyTopic topic, Level level) {
    return of(topic).stream().anyMatch(each -> each.level() == level);
  }

  /** The drafts of one card. */
  public List<DraftedAgent> drafted(SafetyTopic topic) {
    return drafted.stream().filter(each -> each.agent().topic() == topic).toList();
  }

  /** Whether somebody drafts it. */
  public boolean drafts(SafetyAgent agent) {
    return drafted.stream().anyMatch(each -> each.agent() == agent);
  }
}
