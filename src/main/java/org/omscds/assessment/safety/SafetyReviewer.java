package org.omscds.assessment.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.workup.SteroidDose;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.Check;
import org.omscds.knowledge.SafetyDefinition.Level;
import org.omscds.knowledge.SafetyDefinition.RiskDefinition;
import org.omscds.patient.DraftOrder;
import org.omscds.patient.PatientRecord;

/**
 * Checks the drafts of a call against the chart: the table of {@code safety.yaml}, with the few
 * rules that weigh one thing against another.
 */
public final class SafetyReviewer {

  private static final Map<DrugClass, SafetyAgent> PROPOSED =
      Map.of(
          DrugClass.STEROID, SafetyAgent.STEROID,
          DrugClass.ACTH, SafetyAgent.ACTH,
          DrugClass.IVIG, SafetyAgent.IVIG);

  private static final Map<Risk, Set<Risk>> SAYS_ALSO =
      Map.of(
          Risk.IMMUNOGLOBULIN_ANAPHYLAXIS, Set.of(Risk.ALLERGY_SEVERE),
          Risk.UNTREATED_INFECTION, Set.of(Risk.INFECTION),
          Risk.UNTREATED_CNS_INFECTION, Set.of(Risk.INFECTION, Risk.UNTREATED_INFECTION),
          Risk.SEVERE_INFECTION, Set.of(Risk.INFECTION),
          Risk.CONTRAST_REACTION, Set.of(Risk.ALLERGY),
          Risk.HEPATITIS_B_POSITIVE, Set.of(Risk.HEPATITIS_B_UNTESTED),
          Risk.PREGNANCY, Set.of(Risk.PREGNANCY_NOT_EXCLUDED));

  private static final DraftOrder NOT_DRAFTED =
      new DraftOrder("", false, "", new DraftOrder.Content.Other(), Map.of());

  private final KnowledgeBase knowledge;
  private final DrugReader drugs;
  private final DraftReader drafts;
  private final RiskFinder listed;
  private final WorkedOutRisks workedOut;
  private final AllergyFinder allergies;

  /** Prepares the lists. */
  public SafetyReviewer(KnowledgeBase knowledge, DrugReader drugs) {
    this.knowledge = knowledge;
    this.drugs = drugs;
    this.drafts = new DraftReader(knowledge, drugs);
    this.listed = new RiskFinder(knowledge);
    this.workedOut = new WorkedOutRisks(knowledge);
    this.allergies = new AllergyFinder(knowledge, drugs);
  }

  /** The classes of the drugs that are being written. */
  public Set<DrugClass> draftedClasses(PatientRecord patient) {
    Set<DrugClass> classes = EnumSet.noneOf(DrugClass.class);
    for (DraftOrder draft : patient.drafts()) {
      if (draft.content() instanceof DraftOrder.Content.Drug(var use)) {
        drugs.read(use).forEach(each -> classes.add(each.drugClass()));
      }
    }
    return classes;
  }

  /** Reviews what is being written. */
  public SafetyReview review(ChartInReview chart) {
    Optional<BigDecimal> kilograms = workedOut.kilograms(chart);
    List<DraftedAgent> drafted = new ArrayList<>();
    chart.patient().drafts().forEach(draft -> drafted.addAll(drafts.read(draft, kilograms)));
    List<Hazard> hazards = new ArrayList<>();
    for (DraftedAgent each : drafted) {
      hazards.addAll(hazards(each, chart, EnumSet.allOf(Level.class)));
    }
    return new SafetyReview(drafted, hazards);
  }

  /** What would stop each first-line drug that this service may propose; only those stopped. */
  public Map<DrugClass, List<Hazard>> stopsForProposals(ChartInReview chart) {
    Map<DrugClass, List<Hazard>> stops = new EnumMap<>(DrugClass.class);
    PROPOSED.forEach((drugClass, agent) -> {
      DraftedAgent proposed =
          new DraftedAgent(NOT_DRAFTED, agent, agent.name(), agent.name(), SteroidDose.HIGH);
      List<Hazard> found = hazards(proposed, chart, EnumSet.of(Level.STOP));
      if (!found.isEmpty()) {
        stops.put(drugClass, found);
      }
    });
    return stops;
  }

  private List<Hazard> hazards(DraftedAgent drafted, ChartInReview chart, Set<Level> levels) {
    boolean low = drafted.agent() == SafetyAgent.STEROID && drafted.dose() == SteroidDose.LOW;
    if (low || (drafted.agent() == SafetyAgent.OPIOID && workedOut.isAroundSurgery(chart))) {
      return List.of();
    }
    List<Hazard> hazards = new ArrayList<>();
    for (Check check : knowledge.safety().checks()) {
      if (check.agent() == drafted.agent() && levels.contains(check.level())) {
        RiskDefinition risk = knowledge.safety().of(check.risk());
        switch (state(risk, drafted, chart)) {
          case RiskState.Seen(List<Evidence> evidence, String remark) ->
              hazards.add(hazard(drafted, check, risk, evidence, false, remark));
          case RiskState.NotOnRecord(String remark) ->
              hazards.add(hazard(drafted, check, risk, List.of(), true, remark));
          case RiskState.NotSeen() -> {}
        }
      }
    }
    return withoutDoubles(hazards);
  }

  private RiskState state(RiskDefinition risk, DraftedAgent drafted, ChartInReview chart) {
    return workedOut
        .narrowed(risk.risk(), listed.state(risk, chart), chart)
        .or(allergies.state(risk.risk(), drafted, chart.patient()))
        .or(workedOut.state(risk.risk(), drafted, chart));
  }

  private static Hazard hazard(
      DraftedAgent drafted,
      Check check,
      RiskDefinition risk,
      List<Evidence> evidence,
      boolean missing,
      String remark) {
    boolean onList = risk.risk() == Risk.ON_PITFALLS_LIST;
    return new Hazard(
        drafted,
        check,
        level(drafted, check),
        onList ? drafted.reason() : risk.label(),
        evidence,
        missing,
        remark);
  }

  /** A steroid of which nobody told the dose is checked, and nothing of it is a hard stop. */
  private static Level level(DraftedAgent drafted, Check check) {
    boolean doseUnknown =
        drafted.agent() == SafetyAgent.STEROID && drafted.dose() == SteroidDose.UNKNOWN;
    return doseUnknown && check.level() == Level.STOP ? Level.WARN : check.level();
  }

  /** What another hazard of the same draft says already is not told again. */
  private static List<Hazard> withoutDoubles(List<Hazard> hazards) {
    Set<Risk> said = EnumSet.noneOf(Risk.class);
    hazards.forEach(each -> said.addAll(SAYS_ALSO.getOrDefault(each.risk(), Set.of())));
    return hazards.stream().filter(each -> !said.contains(each.risk())).toList();
  }
}
