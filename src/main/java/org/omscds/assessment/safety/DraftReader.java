package org.omscds.assessment.safety;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.omscds.assessment.workup.SteroidDose;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.AgentDefinition;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.Dose;
import org.omscds.patient.DraftOrder;

/**
 * Recognises in drafts what has checks: drugs by ingredient as in the chart, scans, vaccines and
 * procedures by code or name.
 */
final class DraftReader {

  private static final Set<String> MR_WORDS = Set.of("mri", "mr", "magnetic");
  private static final Set<String> CT_WORDS = Set.of("ct", "cat", "computed", "tomography");
  private static final Set<String> CONTRAST_WORDS = Set.of("contrast", "gadolinium", "gadobutrol");
  private static final Set<String> WITHOUT = Set.of("without", "wo", "no");

  private record Named(AgentDefinition definition, String name) {}

  private final Terminology terminology;
  private final DrugReader drugs;
  private final Map<DrugClass, AgentDefinition> byDrugClass = new HashMap<>();
  private final Map<String, AgentDefinition> byConcept = new HashMap<>();
  private final PhraseIndex<Named> byWord = new PhraseIndex<>();

  DraftReader(KnowledgeBase knowledge, DrugReader drugs) {
    this.terminology = knowledge.terminology();
    this.drugs = drugs;
    for (AgentDefinition agent : knowledge.safety().agents()) {
      agent.drugClasses().forEach(each -> byDrugClass.put(each, agent));
      agent.concepts().forEach(each -> byConcept.put(each, agent));
      agent.words().forEach(word -> byWord.add(word, new Named(agent, nameOf(agent, word))));
    }
  }

  /** A vaccine, scan or procedure goes by its label, a drug of a list by its own name. */
  private static String nameOf(AgentDefinition agent, String word) {
    return switch (agent.agent()) {
      case OPIOID, AVOIDED, BENZODIAZEPINE -> word;
      default -> agent.label();
    };
  }

  /**
   * What a draft asks for.
   *
   * @param kilograms the body weight, for the dose of a steroid
   */
  List<DraftedAgent> read(DraftOrder draft, Optional<BigDecimal> kilograms) {
    return switch (draft.content()) {
      case DraftOrder.Content.Drug(var use) -> {
        List<DraftedAgent> found = new ArrayList<>();
        for (Exposure exposure : drugs.read(use)) {
          AgentDefinition agent = byDrugClass.get(exposure.drugClass());
          if (agent != null) {
            found.add(ofDrug(draft, agent, exposure.ingredient(), use.doses(), kilograms));
          }
        }
        found.addAll(byName(draft));
        yield found.stream().distinct().toList();
      }
      case DraftOrder.Content.Service _ -> {
        List<DraftedAgent> found = new ArrayList<>(byName(draft));
        contrastScan(draft)
            .ifPresent(agent ->
                found.add(
                    new DraftedAgent(draft, agent, "contrast", "contrast", SteroidDose.UNKNOWN)));
        yield found;
      }
      case DraftOrder.Content.Other() -> List.of();
    };
  }

  private static DraftedAgent ofDrug(
      DraftOrder draft,
      AgentDefinition agent,
      String ingredient,
      List<Dose> doses,
      Optional<BigDecimal> kilograms) {
    SteroidDose dose =
        agent.agent() == SafetyAgent.STEROID
            ? SteroidDose.of(ingredient, doses, kilograms)
            : SteroidDose.UNKNOWN;
    return new DraftedAgent(draft, agent.agent(), ingredient, agent.label(), dose);
  }

  private List<DraftedAgent> byName(DraftOrder draft) {
    SequencedSet<Named> named = new LinkedHashSet<>();
    for (Concept concept : draft.concepts()) {
      for (Coding coding : concept.codings()) {
        for (Term term : terminology.lookUp(coding.system(), coding.code())) {
          AgentDefinition agent = byConcept.get(term.concept());
          if (agent != null && term.relation() != Relation.BROADER) {
            named.add(new Named(agent, nameOf(agent, agent.label())));
          }
        }
      }
      if (named.isEmpty()) {
        concept
            .names()
            .forEach(name -> byWord.findInName(name).forEach(hit -> named.addAll(hit.meanings())));
      }
    }
    return named.stream()
        .map(each ->
            new DraftedAgent(
                draft,
                each.definition().agent(),
                each.name(),
                each.definition().label(),
                SteroidDose.UNKNOWN))
        .toList();
  }

  /** An MRI or CT whose name says that contrast is given. */
  private static Optional<SafetyAgent> contrastScan(DraftOrder draft) {
    for (Concept concept : draft.concepts()) {
      for (String name : concept.names()) {
        List<String> words = Words.ofName(name);
        if (saysContrast(words)) {
          if (words.stream().anyMatch(MR_WORDS::contains)) {
            return Optional.of(SafetyAgent.MRI_WITH_CONTRAST);
          }
          if (words.stream().anyMatch(CT_WORDS::contains)) {
            return Optional.of(SafetyAgent.CT_WITH_CONTRAST);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** "Without contrast" says no; "without and with contrast", "W and WO contrast" say yes. */
  private static boolean saysContrast(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean without = i > 0 && WITHOUT.contains(words.get(i - 1));
      boolean alsoWith = words.contains("with") || words.contains("w") || words.contains("wwo");
      if (CONTRAST_WORDS.contains(words.get(i)) && (!without || alsoWith)) {
        return true;
      }
    }
    return false;
  }
}
