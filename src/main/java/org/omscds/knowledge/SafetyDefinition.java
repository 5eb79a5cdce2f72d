package org.omscds.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks before an order is signed (knowledge of product labels and general best practice).
 *
 * @param agents how a draft is recognised as an agent
 * @param risks how each risk is seen in the chart, and what it is called
 * @param checks which risk matters for which agent, and how much
 */
public record SafetyDefinition(
    List<AgentDefinition> agents, List<RiskDefinition> risks, List<Check> checks) {

  public SafetyDefinition {
    agents = List.copyOf(agents);
    risks = List.copyOf(risks);
    checks = List.copyOf(checks);
  }

  /** How much a risk matters for an agent. */
  public enum Level {
    /** Stops the signing: the card is critical. */
    STOP,
    /** The card warns. */
    WARN,
    /** The card informs. */
    NOTE
  }

  /**
   * How a draft is recognised.
   *
   * @param label what the card calls it where the draft names no ingredient
   * @param drugClasses classes of {@code drugs.yaml}
   * @param concepts concepts of {@code terms.tsv}, for tests and procedures
   * @param words names of tests and procedures
   * @param allergyWords substances to which an allergy matters: its own and its excipients
   */
  public record AgentDefinition(
      SafetyAgent agent,
      String label,
      List<DrugClass> drugClasses,
      List<String> concepts,
      List<String> words,
      List<String> allergyWords) {
    public AgentDefinition {
      drugClasses = List.copyOf(drugClasses);
      concepts = List.copyOf(concepts);
      words = List.copyOf(words);
      allergyWords = List.copyOf(allergyWords);
    }
  }

  /**
   * How a risk is seen; each of the lists alone suffices.
   *
   * @param label a few words for the summary, such as "diabetes"
   * @param problems words that name it in active conditions
   * @param notProblems words of other conditions that hold one of these
   * @param pastCounts whether a condition that is over counts as well
   * @param findings findings that show it
   * @param drugClasses drugs that show it, taken now or within {@code days}
   * @param positive tests whose newest answer is positive or above its range
   * @param low tests whose newest answer lies below its range
   * @param missing orders of which one without a result in its look-back shows it
   * @param days how long ago drugs, findings and tests may be
   */
  public record RiskDefinition(
      Risk risk,
      String label,
      List<String> problems,
      List<String> notProblems,
      boolean pastCounts,
      List<String> findings,
      List<DrugClass> drugClasses,
      List<String> positive,
      List<String> low,
      List<String> missing,
      int days) {
    public RiskDefinition {
      problems = List.copyOf(problems);
      notProblems = List.copyOf(notProblems);
      findings = List.copyOf(findings);
      drugClasses = List.copyOf(drugClasses);
      positive = List.copyOf(positive);
      low = List.copyOf(low);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A check.
   *
   * @param advice what the card says beside the risk; empty for the label alone
   * @param proposal whether it is this service's own choice
   */
  public record Check(
      SafetyAgent agent,
      Risk risk,
      Level level,
      @Nullable String advice,
      List<String> sources,
      boolean proposal) {
    public Check {
      sources = List.copyOf(sources);
    }

    /** What the card says beside the risk. */
    public Optional<String> saying() {
      return Optional.ofNullable(advice);
    }
  }

  /** The definition of a risk; each has one. */
  public RiskDefinition of(Risk risk) {
    return risks.stream()
        .filter(each -> each.risk() == risk)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no risk " + risk + " in safety.yaml"));
  }
}
