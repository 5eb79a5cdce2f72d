package org.omscds.assessment.safety;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition.AgentDefinition;
import org.omscds.knowledge.Words;
import org.omscds.patient.Allergy;
import org.omscds.patient.Concept;
import org.omscds.patient.PatientRecord;

/** Finds allergies to what is drafted, to its class and to its excipients. */
final class AllergyFinder {

  private static final Set<String> SEVERE_REACTIONS =
      Set.of("anaphylaxis", "anaphylactic", "anaphylactoid", "angioedema");

  /** SNOMED's contrast allergy, of whatever medium, counts for both scans. */
  private static final String CONTRAST_ALLERGY = "contrast-media-allergy";

  private final KnowledgeBase knowledge;
  private final DrugReader drugs;
  private final Map<SafetyAgent, PhraseIndex<Boolean>> words = new EnumMap<>(SafetyAgent.class);
  private final Map<SafetyAgent, List<DrugClass>> classes = new EnumMap<>(SafetyAgent.class);

  AllergyFinder(KnowledgeBase knowledge, DrugReader drugs) {
    this.knowledge = knowledge;
    this.drugs = drugs;
    for (AgentDefinition agent : knowledge.safety().agents()) {
      PhraseIndex<Boolean> own = words.computeIfAbsent(agent.agent(), _ -> new PhraseIndex<>());
      agent.allergyWords().forEach(word -> own.add(word, Boolean.TRUE));
      classes.merge(
          agent.agent(),
          agent.drugClasses(),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
  }

  /** Whether a risk that is an allergy is seen; no other is. */
  RiskState state(Risk risk, DraftedAgent drafted, PatientRecord patient) {
    return switch (risk) {
      case ALLERGY_SEVERE -> severe(drafted, patient);
      case IMMUNOGLOBULIN_ANAPHYLAXIS ->
          find(patient, AllergyFinder::isSevere, each -> drugs.isAllergyTo(each, DrugClass.IVIG));
      case ALLERGY, CONTRAST_REACTION -> other(drafted, patient);
      default -> new RiskState.NotSeen();
    };
  }

  /** Allergies of high criticality, or with anaphylaxis as the reaction. */
  private RiskState severe(DraftedAgent drafted, PatientRecord patient) {
    return find(patient, AllergyFinder::isSevere, each -> matters(each, drafted));
  }

  /** All other active allergies. */
  private RiskState other(DraftedAgent drafted, PatientRecord patient) {
    return find(patient, allergy -> !isSevere(allergy), each -> matters(each, drafted));
  }

  private static RiskState find(
      PatientRecord patient, Predicate<Allergy> kind, Predicate<Concept> substance) {
    return RiskState.of(
        patient.allergies().stream()
            .filter(kind)
            .filter(allergy -> allergy.substances().stream().anyMatch(substance))
            .map(allergy ->
                new Evidence(
                    allergy.reference(),
                    allergy.substances().stream()
                        .map(Concept::display)
                        .findFirst()
                        .orElse("substance not named"),
                    allergy.recorded()))
            .toList());
  }

  private boolean matters(Concept substance, DraftedAgent drafted) {
    PhraseIndex<Boolean> listed = words.getOrDefault(drafted.agent(), new PhraseIndex<>());
    PhraseIndex<Boolean> own = new PhraseIndex<>();
    own.add(drafted.name(), Boolean.TRUE);
    boolean named =
        substance.names().stream()
            .map(Words::ofName)
            .anyMatch(name -> !own.find(name).isEmpty() || !listed.find(name).isEmpty());
    return named
        || classes.getOrDefault(drafted.agent(), List.of()).stream()
            .anyMatch(each -> drugs.isAllergyTo(substance, each))
        || (isContrast(drafted.agent()) && isContrastAllergy(substance));
  }

  private static boolean isContrast(SafetyAgent agent) {
    return agent == SafetyAgent.MRI_WITH_CONTRAST || agent == SafetyAgent.CT_WITH_CONTRAST;
  }

  private boolean isContrastAllergy(Concept substance) {
    return substance.codings().stream()
        .flatMap(coding -> knowledge.terminology().lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term -> term.concept().equals(CONTRAST_ALLERGY));
  }

  private static boolean isSevere(Allergy allergy) {
    return allergy.highCriticality()
        || allergy.reactions().stream()
            .flatMap(reaction -> reaction.names().stream())
            .flatMap(name -> Words.ofName(name).stream())
            .anyMatch(SEVERE_REACTIONS::contains);
  }
}
