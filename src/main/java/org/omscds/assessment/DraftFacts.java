package org.omscds.assessment;

import java.util.List;
import java.util.Set;
import org.omscds.assessment.instrument.Tier;
import org.omscds.assessment.safety.DraftedAgent;
import org.omscds.assessment.safety.Hazard;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.assessment.safety.SamplesBeforeTreatment;
import org.omscds.assessment.workup.DraftedTests;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.Level;
import org.omscds.knowledge.SafetyTopic;

/** Decides which facts about the orders that are being written hold. */
final class DraftFacts {

  private DraftFacts() {}

  /** Adds them; the facts of the patient must stand there already. */
  static void add(
      ClinicalPicture picture,
      SafetyReview safety,
      DraftedTests tests,
      KnowledgeBase knowledge,
      Set<Fact> facts) {
    add(facts, Fact.OMS_PATHWAY, isOnPathway(picture, facts));
    List<DraftedAgent> first =
        safety.drafted().stream().filter(each -> isFirst(each, picture)).toList();
    add(facts, Fact.IMMUNOTHERAPY_DRAFTED, !first.isEmpty());
    add(
        facts,
        Fact.IVIG_DRAFTED,
        first.stream().anyMatch(each -> each.agent() == SafetyAgent.IVIG));
    add(facts, Fact.INSUFFICIENT_TUMOUR_TEST_SELECTED, !tests.insufficient().isEmpty());
    add(facts, Fact.TUMOUR_IMAGING_TO_ORDER, !picture.imaging().toOrder().isEmpty());
    add(facts, Fact.ANTIBODY_PANEL_UNFIT, !tests.panels().isEmpty());
    if (facts.contains(Fact.IMMUNOTHERAPY_DRAFTED)) {
      List<String> open = SamplesBeforeTreatment.open(picture.orders(), picture.onset(), knowledge);
      add(facts, Fact.SAMPLES_OPEN, !open.isEmpty());
      add(facts, Fact.SEROLOGY_OPEN, SamplesBeforeTreatment.serologyIsOpen(open));
    }
    boolean passive = sees(safety, Risk.HEPATITIS_B_POSSIBLY_PASSIVE);
    boolean positive = sees(safety, Risk.HEPATITIS_B_POSITIVE);
    add(facts, Fact.HEPATITIS_B_FOUND, positive);
    add(facts, Fact.HEPATITIS_B_DNA_CALLED_FOR, positive || passive);
    if (!safety.hazards().isEmpty()) {
      for (SafetyTopic topic : SafetyTopic.values()) {
        addTopic(topic, safety, facts);
      }
    }
  }

  private static boolean isOnPathway(ClinicalPicture picture, Set<Fact> facts) {
    Tier tier = picture.suspicion().tier();
    return picture.diagnosis().state() != Diagnosis.State.NONE
        || tier == Tier.T2
        || tier == Tier.T3
        || facts.contains(Fact.CRITERIA_MET)
        || facts.contains(Fact.CRITERIA_MET_ALTERNATIVE_RECORDED)
        || facts.contains(Fact.ADULT_OMS);
  }

  private static boolean sees(SafetyReview safety, Risk risk) {
    return safety.hazards().stream().anyMatch(each -> each.risk() == risk);
  }

  /** Immunotherapy of a class of which the chart records nothing since onset. */
  static boolean isFirst(DraftedAgent drafted, ClinicalPicture picture) {
    return drafted.isImmunotherapy()
        && picture.immunotherapy().courses().stream()
            .noneMatch(each -> drafted.isOfClass(each.drugClass()));
  }

  private static void addTopic(SafetyTopic topic, SafetyReview safety, Set<Fact> facts) {
    boolean stop = safety.has(topic, Level.STOP);
    boolean warn = safety.has(topic, Level.WARN);
    switch (topic) {
      case IVIG -> {
        add(facts, Fact.IVIG_STOP, stop);
        boolean seen =
            safety.of(topic).stream()
                .filter(each -> each.level() == Level.WARN)
                .anyMatch(each -> !each.missing());
        add(facts, Fact.IVIG_CAUTION, seen);
        add(facts, Fact.IVIG_DATA_MISSING, safety.of(topic).stream().anyMatch(Hazard::missing));
      }
      case STEROID_OR_ACTH -> {
        add(facts, Fact.STEROID_STOP, stop);
        add(facts, Fact.STEROID_CAUTION, warn);
      }
      case RITUXIMAB -> {
        add(facts, Fact.RITUXIMAB_STOP, stop);
        add(facts, Fact.RITUXIMAB_CAUTION, warn);
      }
      case CYCLOPHOSPHAMIDE -> {
        add(facts, Fact.CYCLOPHOSPHAMIDE_STOP, stop);
        add(facts, Fact.CYCLOPHOSPHAMIDE_CAUTION, warn);
      }
      case MIBG -> {
        add(facts, Fact.MIBG_STOP, stop);
        add(facts, Fact.MIBG_CAUTION, warn);
      }
      case CONTRAST -> {
        add(facts, Fact.CONTRAST_STOP, stop);
        add(facts, Fact.CONTRAST_CAUTION, warn);
      }
      case LIVE_VACCINE -> {
        add(facts, Fact.LIVE_VACCINE_STOP, stop);
        add(facts, Fact.LIVE_VACCINE_CAUTION, warn);
      }
      case OTHER -> {
        add(facts, Fact.OTHER_DRUG_STOP, stop);
        add(facts, Fact.OTHER_DRUG_CAUTION, warn);
        add(facts, Fact.OTHER_DRUG_NOTE, safety.has(topic, Level.NOTE));
      }
    }
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }
}
