package org.omscds.assessment.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyDefinition.RiskDefinition;
import org.omscds.patient.Problem;

/**
 * Sees the risks that a list of {@code safety.yaml} names: by the problem list, findings, drugs,
 * results and tests that are missing.
 */
final class RiskFinder {

  private static final Set<String> NOT_OF_THE_PATIENT =
      Set.of("family", "mother", "father", "maternal", "no", "not", "denies", "risk", "screening");

  private static final int LONGEST_LOOK_BACK = 3650;

  private final KnowledgeBase knowledge;
  private final Map<Risk, PhraseIndex<Boolean>> problems = new EnumMap<>(Risk.class);
  private final Map<Risk, PhraseIndex<Boolean>> lookAlikes = new EnumMap<>(Risk.class);
  private final Map<Risk, List<FindingId>> findings = new EnumMap<>(Risk.class);

  RiskFinder(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    for (RiskDefinition risk : knowledge.safety().risks()) {
      problems.put(risk.risk(), index(risk.problems()));
      lookAlikes.put(risk.risk(), index(risk.notProblems()));
      findings.put(
          risk.risk(), risk.findings().stream().flatMap(id -> FindingId.of(id).stream()).toList());
    }
  }

  /** Whether a risk is seen. */
  RiskState state(RiskDefinition risk, ChartInReview chart) {
    List<Evidence> evidence = new ArrayList<>();
    chart.problems().stream()
        .filter(named -> counts(named.problem(), risk))
        .filter(named -> named.names().stream().anyMatch(words -> names(words, risk)))
        .map(named -> evidence(named.problem()))
        .forEach(evidence::add);
    evidence.addAll(byFindings(risk, chart));
    evidence.addAll(byDrugs(risk, chart));
    evidence.addAll(byResults(risk, chart));
    return RiskState.of(evidence).or(missing(risk, chart));
  }

  private static boolean counts(Problem problem, RiskDefinition risk) {
    return switch (problem.verification()) {
      case REFUTED, ENTERED_IN_ERROR -> false;
      case CONFIRMED, PROVISIONAL, DIFFERENTIAL, UNCONFIRMED, UNSTATED ->
          risk.pastCounts() || !problem.isOver();
    };
  }

  private boolean names(List<String> words, RiskDefinition risk) {
    return words.stream().noneMatch(NOT_OF_THE_PATIENT::contains)
        && stands(lookAlikes, risk, words).isEmpty()
        && !stands(problems, risk, words).isEmpty();
  }

  private static List<PhraseIndex.Hit<Boolean>> stands(
      Map<Risk, PhraseIndex<Boolean>> lists, RiskDefinition risk, List<String> words) {
    return lists.getOrDefault(risk.risk(), new PhraseIndex<>()).find(words);
  }

  private static PhraseIndex<Boolean> index(List<String> phrases) {
    PhraseIndex<Boolean> index = new PhraseIndex<>();
    phrases.forEach(phrase -> index.add(phrase, Boolean.TRUE));
    return index;
  }

  private static Evidence evidence(Problem problem) {
    return new Evidence(
        problem.reference(), problem.concept().display(), problem.onset().or(problem.recorded()));
  }

  private List<Evidence> byFindings(RiskDefinition risk, ChartInReview chart) {
    List<FindingId> ids = findings.getOrDefault(risk.risk(), List.of());
    return chart.findings().present(ids.toArray(FindingId[]::new)).stream()
        .filter(ClinicalStatement::isStanding)
        .filter(each -> isWithin(each.lastSaid(chart.today()), risk.days(), chart.today()))
        .map(ClinicalStatement::evidence)
        .toList();
  }

  private static boolean isWithin(LocalDate day, int days, LocalDate today) {
    return !day.isBefore(today.minusDays(days));
  }

  private static List<Evidence> byDrugs(RiskDefinition risk, ChartInReview chart) {
    return chart.findings().exposedTo(risk.drugClasses()::contains).stream()
        .filter(each -> each.isWithin(risk.days(), chart.today()))
        .map(Exposure::evidence)
        .toList();
  }

  private static List<Evidence> byResults(RiskDefinition risk, ChartInReview chart) {
    return Stream.concat(
            risk.positive().stream().flatMap(test -> newest(test, Outcome.POSITIVE, risk, chart)),
            risk.low().stream().flatMap(test -> newest(test, Outcome.LOW, risk, chart)))
        .map(Evidence::of)
        .toList();
  }

  private static Stream<TestResult> newest(
      String test, Outcome outcome, RiskDefinition risk, ChartInReview chart) {
    return chart.findings().results().latest(test).stream()
        .filter(result -> result.outcome() == outcome)
        .filter(result ->
            !result.date().isKnown()
                || result.date().isWithinDaysBefore(chart.today(), risk.days()));
  }

  /** A test that is pending is not on record either. */
  private RiskState missing(RiskDefinition risk, ChartInReview chart) {
    Optional<OrderDefinition> open =
        risk.missing().stream()
            .map(knowledge::order)
            .filter(order ->
                !(chart.orders().state(order, chart.onset()) instanceof OrderHistory.State.Done))
            .findFirst();
    return open.<RiskState>map(order ->
            new RiskState.NotOnRecord(
                chart.patient().lacks("observations")
                    ? "not available to this service"
                    : notOnRecord(order)))
        .orElseGet(RiskState.NotSeen::new);
  }

  private static String notOnRecord(OrderDefinition order) {
    return order.lookBackDays() > LONGEST_LOOK_BACK
        ? "none at any time"
        : "none within " + order.lookBackDays() + " days";
  }
}
