package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.instrument.Tier;
import org.omscds.assessment.pillar.Alternative;
import org.omscds.assessment.pillar.EarlyEyeMovements;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.pillar.TumourPillar;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.assessment.workup.DraftedTests;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SiteSettings.SafetyScope;

/** Decides which facts of the decision table hold: one line for each. */
final class FactFinder {

  private static final int ACUTE_DAYS = 3;
  private static final String EMERGENCY_BRAIN_SCAN = "W10-STAT";

  private final KnowledgeBase knowledge;

  FactFinder(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  Set<Fact> facts(ClinicalPicture picture, SafetyReview safety, DraftedTests draftedTests) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    addPatient(picture, facts);
    addCriteria(picture, facts);
    addEyes(picture, facts);
    addDiagnosisAndTumour(picture, facts);
    addTreatment(picture, facts);
    facts.addAll(AdultFacts.of(picture));
    facts.addAll(WorkupFacts.of(picture, knowledge));
    CourseFacts.add(picture, knowledge, facts);
    PassageFacts.add(picture, knowledge, facts);
    DraftFacts.add(picture, safety, draftedTests, knowledge, facts);
    return facts;
  }

  private static void addPatient(ClinicalPicture picture, Set<Fact> facts) {
    boolean ageKnown = picture.patient().ageInMonths(picture.today()).isPresent();
    boolean adult = PillarReader.isAdult(picture.patient());
    add(facts, Fact.CHILD, ageKnown && !adult);
    add(facts, Fact.ADULT, adult);
    add(facts, Fact.AGE_UNKNOWN, !ageKnown);
  }

  private static void addCriteria(ClinicalPicture picture, Set<Fact> facts) {
    GenoaCriteria.Verdict verdict = picture.criteria().verdict();
    SuspicionTiers.Result suspicion = picture.suspicion();

    add(facts, Fact.CRITERIA_MET, verdict == GenoaCriteria.Verdict.MET);
    add(
        facts,
        Fact.CRITERIA_MET_ALTERNATIVE_RECORDED,
        verdict == GenoaCriteria.Verdict.MET_ALTERNATIVE_RECORDED);
    add(facts, Fact.SUSPECTED, suspicion.tier() == Tier.T2);
    add(facts, Fact.ATAXIA_PERSISTENT, suspicion.holds("P1b"));
    add(facts, Fact.ATAXIA_WITH_REGRESSION, suspicion.holds("P1d"));
  }

  private static void addEyes(ClinicalPicture picture, Set<Fact> facts) {
    Pillars pillars = picture.pillars();
    SuspicionTiers.Signs signs = picture.signs();
    EarlyEyeMovements early = picture.reading().early();
    add(facts, Fact.EYES_PRESENT, pillars.has(A));
    add(facts, Fact.EYES_POSSIBLE, pillars.of(A).isPossible());
    boolean otherPillar = pillars.has(B) || pillars.has(C) || pillars.has(D);
    add(facts, Fact.EYES_ALONE, pillars.has(A) && !otherPillar);
    add(
        facts,
        Fact.EYES_RECORDED_EARLIER,
        signs.pastEyes() && !pillars.has(A) && picture.suspicion().tier() == Tier.T1);
    add(facts, Fact.NEONATAL_EYE_MOVEMENTS, early.neonatal());
    add(facts, Fact.GLUT1_EYE_MOVEMENTS, early.glut1());
    add(facts, Fact.UNCHARACTERISED_EYES_WITH_NEW_ATAXIA, signs.uncharacterisedEyes());
  }

  private void addDiagnosisAndTumour(ClinicalPicture picture, Set<Fact> facts) {
    Diagnosis diagnosis = picture.diagnosis();
    PillarFinding tumour = picture.pillars().of(D);
    add(facts, Fact.OMS_DIAGNOSED, diagnosis.state() == Diagnosis.State.DIAGNOSED);
    add(facts, Fact.OMS_SUSPECTED_DIAGNOSIS, diagnosis.state() == Diagnosis.State.SUSPECTED);
    add(facts, Fact.OMS_IN_REMISSION, diagnosis.state() == Diagnosis.State.IN_REMISSION);

    add(
        facts,
        Fact.TUMOUR_KNOWN,
        TumourPillar.isKnownNow(tumour, picture.onset(), picture.patient(), knowledge.site()));
    add(facts, Fact.TUMOUR_KNOWN_OR_POSSIBLE, tumour.isPresent() || tumour.isPossible());
    add(facts, Fact.TUMOUR_IMAGING_INCOMPLETE, !picture.imaging().missing().isEmpty());
    boolean diagnosed = diagnosis.state() == Diagnosis.State.DIAGNOSED;
    add(
        facts,
        Fact.NEUROLOGY_PLAN,
        diagnosed && neurologyWithin(knowledge.site().care().neurologyPlanDays(), picture));
    add(facts, Fact.NO_NEUROLOGY_REQUEST, !neurologyWithin(1, picture));
  }

  private void addTreatment(ClinicalPicture picture, Set<Fact> facts) {
    add(facts, Fact.NO_IMMUNOTHERAPY, picture.immunotherapy().courses().isEmpty());
    add(facts, Fact.RECENT_ONSET, isRecent(picture));
    add(
        facts,
        Fact.BLOCKING_MIMIC,
        picture.reading().alternatives().stream().anyMatch(Alternative::blocks));
    add(facts, Fact.EMERGENCY_BRAIN_IMAGING, picture.differential().offers(EMERGENCY_BRAIN_SCAN));
    add(facts, Fact.ACTIVE_INFECTION, !picture.infections().isEmpty());
    add(facts, Fact.UNABLE_TO_WALK, isUnableToWalk(picture));
    add(
        facts,
        Fact.ACUTE_UNDER_72_HOURS,
        picture.reading().ataxia().isNewWithin(ACUTE_DAYS, picture.today()));
    add(
        facts,
        Fact.SAFETY_FOR_ALL,
        knowledge.site().cards().safetyScope() == SafetyScope.ALL_PATIENTS);
    add(facts, Fact.MEDICATION_PROPOSALS, knowledge.site().proposals().medicationProposals());
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }

  /**
   * Onset, or the last word of eyes or motor signs, at most 180 days ago unless the site differs.
   */
  private boolean isRecent(ClinicalPicture picture) {
    LocalDate today = picture.today();
    int days = knowledge.site().care().recentOnsetDays();
    boolean recentOnset =
        picture.onset().filter(day -> ChronoUnit.DAYS.between(day, today) <= days).isPresent();
    boolean recentSign =
        Stream.of(A, B)
            .filter(picture.pillars()::has)
            .flatMap(pillar -> picture.pillars().of(pillar).counted().stream())
            .anyMatch(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today) <= days);
    return recentOnset || recentSign;
  }

  private boolean isUnableToWalk(ClinicalPicture picture) {
    return picture.findings().present(FindingId.LOSS_OF_AMBULATION).stream()
        .filter(each -> !each.isOver())
        .map(each -> ChronoUnit.DAYS.between(each.lastSaid(picture.today()), picture.today()))
        .anyMatch(days -> days <= knowledge.site().windows().currentDays());
  }

  private boolean neurologyWithin(int days, ClinicalPicture picture) {
    return picture.orders().wasAsked(knowledge.order("REF-NEURO"), days);
  }
}
