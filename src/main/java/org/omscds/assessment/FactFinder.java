package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecord;

/** Decides which facts of the decision table hold: one line for each. */
record FactFinder(
    PatientRecord patient,
    Findings findings,
    Pillars pillars,
    GenoaCriteria.Result criteria,
    SuspicionTiers.Result suspicion,
    SuspicionTiers.Signs signs,
    AtaxiaCourse ataxia,
    EarlyEyeMovements early,
    Diagnosis diagnosis,
    Optional<LocalDate> onset,
    TumourImaging imaging,
    Immunotherapy immunotherapy,
    KnowledgeBase knowledge,
    OrderHistory orderHistory) {

  private static final int RECENT_DAYS = 180;
  private static final int NEUROLOGY_PLAN_DAYS = 90;
  private static final int ANTIMICROBIAL_DAYS = 7;
  private static final int FEVER_DAYS = 7;
  private static final int ACUTE_DAYS = 3;

  Set<Fact> facts() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    LocalDate today = patient.consultationDate();
    OptionalLong age = patient.ageInMonths(today);
    boolean adult = age.isPresent() && age.getAsLong() >= Assessor.ADULT_FROM_MONTHS;
    boolean child = age.isPresent() && !adult;

    add(facts, Fact.CHILD, child);
    add(facts, Fact.ADULT, adult);
    add(facts, Fact.AGE_UNKNOWN, age.isEmpty());

    add(facts, Fact.CRITERIA_MET, criteria.verdict() == GenoaCriteria.Verdict.MET);
    add(
        facts,
        Fact.CRITERIA_MET_ALTERNATIVE_RECORDED,
        criteria.verdict() == GenoaCriteria.Verdict.MET_ALTERNATIVE_RECORDED);
    add(facts, Fact.SUSPECTED, suspicion.tier() == Tier.T2);
    add(facts, Fact.ATAXIA_PERSISTENT, suspicion.holds("P1b"));
    add(facts, Fact.ATAXIA_WITH_REGRESSION, suspicion.holds("P1d"));

    add(facts, Fact.EYES_PRESENT, pillars.has(A));
    add(facts, Fact.EYES_POSSIBLE, pillars.of(A).isPossible());
    boolean otherPillar = pillars.has(B) || pillars.has(C) || pillars.has(D);
    add(facts, Fact.EYES_ALONE, pillars.has(A) && !otherPillar);
    add(
        facts,
        Fact.EYES_RECORDED_EARLIER,
        signs.pastEyes() && !pillars.has(A) && suspicion.tier() == Tier.T1);
    add(facts, Fact.NEONATAL_EYE_MOVEMENTS, early.neonatal());
    add(facts, Fact.GLUT1_EYE_MOVEMENTS, early.glut1());
    add(facts, Fact.UNCHARACTERISED_EYES_WITH_NEW_ATAXIA, signs.uncharacterisedEyes());

    add(facts, Fact.OMS_DIAGNOSED, diagnosis.state() == Diagnosis.State.DIAGNOSED);
    add(facts, Fact.OMS_SUSPECTED_DIAGNOSIS, diagnosis.state() == Diagnosis.State.SUSPECTED);
    add(facts, Fact.OMS_IN_REMISSION, diagnosis.state() == Diagnosis.State.IN_REMISSION);

    add(
        facts,
        Fact.TUMOUR_KNOWN,
        TumourPillar.isKnownNow(pillars.of(D), onset, patient, knowledge.site()));
    add(facts, Fact.TUMOUR_KNOWN_OR_POSSIBLE, Assessor.tumourInView(pillars));
    add(facts, Fact.TUMOUR_IMAGING_INCOMPLETE, !imaging.missing().isEmpty());

    add(facts, Fact.NO_IMMUNOTHERAPY, immunotherapy.courses().isEmpty());
    add(facts, Fact.RECENT_ONSET, isRecent(today));
    add(facts, Fact.BLOCKING_MIMIC, isBlocked());
    add(facts, Fact.ACTIVE_INFECTION, isInfected(today));
    add(
        facts,
        Fact.NEUROLOGY_PLAN,
        diagnosis.state() == Diagnosis.State.DIAGNOSED && neurologyWithin(NEUROLOGY_PLAN_DAYS));
    add(facts, Fact.NO_NEUROLOGY_REQUEST, !neurologyWithin(1));
    add(
        facts,
        Fact.UNABLE_TO_WALK,
        findings.present(FindingId.LOSS_OF_AMBULATION).stream().anyMatch(each -> !each.isOver()));
    add(facts, Fact.ACUTE_UNDER_72_HOURS, ataxia.isNewWithin(ACUTE_DAYS, today));
    add(facts, Fact.MEDICATION_PROPOSALS, knowledge.site().medicationProposals());
    return facts;
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }

  /** Onset, or the last word of eyes or motor signs, at most 180 days ago. */
  private boolean isRecent(LocalDate today) {
    boolean recentOnset = onset.filter(day -> Assessor.days(day, today) <= RECENT_DAYS).isPresent();
    boolean recentSign =
        List.of(A, B).stream()
            .filter(pillars::has)
            .flatMap(pillar -> pillars.of(pillar).counted().stream())
            .anyMatch(each -> Assessor.days(each.lastSaid(today), today) <= RECENT_DAYS);
    return recentOnset || recentSign;
  }

  private boolean isBlocked() {
    return findings.present(FindingId.CNS_INFECTION).stream()
        .anyMatch(each -> each.confirmed() && each.isStanding());
  }

  private boolean isInfected(LocalDate today) {
    boolean fever =
        findings.present(FindingId.FEVER).stream()
            .anyMatch(each ->
                each.course() == ClinicalStatement.Course.OBSERVED
                    && each.asserted().isWithinDaysBefore(today, FEVER_DAYS));
    boolean feverRecorded =
        findings.present(FindingId.FEVER).stream()
            .filter(ClinicalStatement::isStanding)
            .anyMatch(each -> each.asserted().isWithinDaysBefore(today, FEVER_DAYS));
    boolean infection =
        findings.present(FindingId.SYSTEMIC_INFECTION, FindingId.CNS_INFECTION).stream()
            .anyMatch(ClinicalStatement::isStanding);
    boolean treated =
        findings.exposedTo(drug -> drug == DrugClass.ANTIMICROBIAL).stream()
            .map(Exposure::start)
            .anyMatch(start -> start.isWithinDaysBefore(today, ANTIMICROBIAL_DAYS));
    return fever || feverRecorded || infection || treated;
  }

  private boolean neurologyWithin(int days) {
    return orderHistory.wasAsked(knowledge.order("REF-NEURO"), patient, days);
  }
}
