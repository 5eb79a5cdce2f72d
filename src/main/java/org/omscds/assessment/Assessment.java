package org.omscds.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.omscds.assessment.course.DiseaseCourse;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.instrument.Tier;
import org.omscds.assessment.mimic.Differential;
import org.omscds.assessment.mimic.Trigger;
import org.omscds.assessment.pillar.Alternative;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.safety.Hazard;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.assessment.workup.DraftedTests;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.TumourImaging;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;

/**
 * What the findings of one chart amount to.
 *
 * @param neuroOnset first day of present eyes or motor signs, else of behaviour
 * @param ageInMonths completed months on the day of the consultation
 * @param ataxiaDays days of ataxia without recovery, where somebody spoke of it lately
 * @param workup what the results mean for the search and for treatment
 * @param orders what was ordered and done
 * @param supporting findings that raise suspicion and are no pillar
 * @param alternatives other diagnoses that are confirmed and active
 * @param infections what says that an infection is active
 * @param notCounted what was seen and left out, with reasons
 * @param exposures drugs and toxins that may explain eye movements or jerks
 * @param immunotherapy what is recorded since onset
 * @param singleSteroidDoses past single doses that do not count as a course
 * @param differential what else the chart makes one think of
 * @param triggers what may have set the syndrome off: context, which lowers nothing
 * @param diagnosisEvidence where the chart itself names the syndrome
 * @param course how known OMS went: scores, treatment, response, worsening
 * @param paraneoplastic what is known of a cancer behind it
 * @param followUp what is due in the follow-up of known OMS
 * @param safety what speaks against the orders that are being written
 * @param draftedTests what is to be said of the tests that are being written
 * @param stops what would stop a first-line drug that this service may propose
 * @param unspecificProblems references of new entries that name OMS without its own code
 * @param tumourSigns what makes one think of OMS beside a tumour, in a few words each
 * @param facts what the decision table asks about
 */
public record Assessment(
    Pillars pillars,
    GenoaCriteria.Result criteria,
    SuspicionTiers.Result suspicion,
    Optional<LocalDate> neuroOnset,
    OptionalLong ageInMonths,
    OptionalLong ataxiaDays,
    TumourImaging tumourImaging,
    Workup workup,
    OrderHistory orders,
    List<ClinicalStatement> supporting,
    List<Alternative> alternatives,
    List<Evidence> infections,
    List<NotCounted> notCounted,
    List<Exposure> exposures,
    List<Exposure> immunotherapy,
    List<Exposure> singleSteroidDoses,
    Differential differential,
    List<Trigger> triggers,
    List<Evidence> diagnosisEvidence,
    DiseaseCourse course,
    Paraneoplastic paraneoplastic,
    FollowUp followUp,
    SafetyReview safety,
    DraftedTests draftedTests,
    Map<DrugClass, List<Hazard>> stops,
    List<String> unspecificProblems,
    List<String> tumourSigns,
    Set<Fact> facts) {

  public Assessment {
    supporting = List.copyOf(supporting);
    alternatives = List.copyOf(alternatives);
    infections = List.copyOf(infections);
    notCounted = List.copyOf(notCounted);
    exposures = List.copyOf(exposures);
    immunotherapy = List.copyOf(immunotherapy);
    singleSteroidDoses = List.copyOf(singleSteroidDoses);
    triggers = List.copyOf(triggers);
    diagnosisEvidence = List.copyOf(diagnosisEvidence);
    stops = Map.copyOf(stops);
    unspecificProblems = List.copyOf(unspecificProblems);
    tumourSigns = List.copyOf(tumourSigns);
    facts = Set.copyOf(facts);
  }

  /** The tier of suspicion; T3 when the criteria are met. */
  public Tier tier() {
    return suspicion.tier();
  }

  /** Whether a fact holds. */
  public boolean holds(Fact fact) {
    return facts.contains(fact);
  }
}
