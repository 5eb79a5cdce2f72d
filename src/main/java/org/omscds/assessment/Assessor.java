package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.omscds.assessment.course.DiseaseCourse;
import org.omscds.assessment.course.DiseaseCourseReader;
import org.omscds.assessment.course.FollowUpGapsReader;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.mimic.DifferentialReader;
import org.omscds.assessment.mimic.SupportingFindings;
import org.omscds.assessment.mimic.TriggerReader;
import org.omscds.assessment.paraneoplastic.CancerSearchReader;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.pillar.ToxicExposures;
import org.omscds.assessment.safety.ChartInReview;
import org.omscds.assessment.safety.NamedProblem;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.assessment.safety.SafetyReviewer;
import org.omscds.assessment.workup.DraftedTests;
import org.omscds.assessment.workup.DraftedTestsReader;
import org.omscds.assessment.workup.Immunotherapy;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.OrderHistoryReader;
import org.omscds.assessment.workup.RepeatSchedule;
import org.omscds.assessment.workup.RepeatSearch;
import org.omscds.assessment.workup.RepeatSearchReader;
import org.omscds.assessment.workup.ScanRegions;
import org.omscds.assessment.workup.TumourImagingReader;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.DrugReader;
import org.omscds.finding.Findings;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/** Puts the findings of a chart together into pillars, criteria, tiers and facts. */
public final class Assessor {

  private final KnowledgeBase knowledge;

  /** PNS-Care is a score for adults; adolescents are scored beside the criteria of children. */
  private static final int SCORED_FROM_MONTHS = 10 * 12;

  private final SiteSettings site;
  private final PillarReader pillarReader;
  private final ScanRegions scanRegions;
  private final TumourImagingReader imagingReader;
  private final OrderHistoryReader orderHistoryReader;
  private final DifferentialReader differentialReader;
  private final TriggerReader triggerReader;
  private final DiseaseCourseReader courseReader;
  private final FactFinder factFinder;
  private final CancerSearchReader cancerSearchReader;
  private final SafetyReviewer safetyReviewer;
  private final DraftedTestsReader draftedTestsReader;
  private final RepeatSearchReader repeatSearchReader;
  private final FollowUpGapsReader gapsReader;

  /** Prepares the rules. */
  public Assessor(KnowledgeBase knowledge, DrugReader drugs) {
    this.knowledge = knowledge;
    this.site = knowledge.site();
    this.pillarReader = new PillarReader(knowledge);
    this.orderHistoryReader = new OrderHistoryReader(knowledge);
    this.scanRegions = new ScanRegions(knowledge);
    this.imagingReader = new TumourImagingReader(scanRegions, site.care().tumourImagingDays());
    this.differentialReader = new DifferentialReader(knowledge);
    this.triggerReader = new TriggerReader(knowledge);
    this.courseReader = new DiseaseCourseReader(knowledge, imagingReader);
    this.factFinder = new FactFinder(knowledge);
    this.cancerSearchReader = new CancerSearchReader(knowledge, scanRegions);
    this.safetyReviewer = new SafetyReviewer(knowledge, drugs);
    this.draftedTestsReader = new DraftedTestsReader(knowledge);
    this.repeatSearchReader = new RepeatSearchReader(imagingReader, scanRegions);
    this.gapsReader = new FollowUpGapsReader(knowledge);
  }

  /** Takes a first look at a chart. */
  public Impression look(PatientRecord patient, Findings findings) {
    PillarReader.Reading reading = pillarReader.read(patient, findings);
    Diagnosis diagnosis = Diagnosis.of(patient, findings, site);
    GenoaCriteria.Result criteria =
        GenoaCriteria.evaluate(reading.pillars(), reading.alternatives());
    SuspicionTiers.Signs signs = Signs.of(patient, findings, reading, diagnosis, site);
    return new Impression(
        patient,
        findings,
        reading,
        diagnosis,
        criteria,
        signs,
        SuspicionTiers.evaluate(criteria, reading.pillars(), signs),
        diagnosis.onsetWith(reading.episode().neuroOnset()),
        AddedProblems.of(patient, findings, knowledge.terminology()),
        site);
  }

  /** Assesses a chart after the first look. */
  public Assessment assess(Impression first) {
    PatientRecord patient = first.patient();
    Findings findings = first.findings();
    PillarReader.Reading reading = first.reading();
    Diagnosis diagnosis = first.diagnosis();
    Optional<LocalDate> onset = first.onset();
    OrderHistory orders = orderHistoryReader.read(patient, findings.results());
    Paraneoplastic paraneoplastic =
        Paraneoplastic.of(
            hasPhenotype(patient, reading.pillars(), diagnosis),
            patient.sex(),
            reading.antibodies(),
            cancerSearchReader.read(
                patient, onset, reading.cancers(), reading.antibodies(), orders),
            onset,
            patient.consultationDate());
    DiseaseCourse course =
        courseReader.read(
            patient, findings, reading, diagnosis.isKnown(), diagnosis.isInRemission());
    Workup workup = Workup.of(patient, findings, knowledge, scanRegions);
    ClinicalPicture picture =
        new ClinicalPicture(
            first,
            imagingReader.read(patient, onset),
            orders,
            Immunotherapy.since(onset, findings),
            differentialReader.read(patient, findings, reading.episode().neuroOnset()),
            course,
            paraneoplastic,
            workup,
            onset
                .filter(day -> imagingReader.readSince(patient, day).missing().isEmpty())
                .isPresent(),
            diagnosis.isKnown()
                ? new FollowUp(
                    repeatSearch(patient, reading.pillars(), onset, workup, paraneoplastic, orders),
                    gapsReader.read(
                        patient, findings, course, orders, onset, diagnosis.isInRemission()))
                : FollowUp.NONE);
    return assessment(picture);
  }

  private Assessment assessment(ClinicalPicture picture) {
    PatientRecord patient = picture.patient();
    LocalDate today = patient.consultationDate();
    SafetyReview safety =
        patient.drafts().isEmpty() ? SafetyReview.none() : safetyReviewer.review(inReview(picture));
    DraftedTests draftedTests =
        draftedTestsReader.read(
            patient, picture.findings(), picture.orders(), PillarReader.isAdult(patient));
    Set<Fact> facts = factFinder.facts(picture, safety, draftedTests);
    return new Assessment(
        picture.reading().pillars(),
        picture.criteria(),
        picture.suspicion(),
        picture.reading().episode().neuroOnset(),
        patient.ageInMonths(today),
        picture.reading().ataxia().lastingDays(),
        picture.imaging(),
        picture.workup(),
        picture.orders(),
        SupportingFindings.of(patient, picture.findings(), site),
        picture.reading().alternatives(),
        picture.infections(),
        picture.reading().left(),
        ToxicExposures.recent(picture.findings(), today),
        picture.immunotherapy().courses(),
        picture.immunotherapy().singleDoses(),
        picture.differential(),
        triggerReader.read(patient, picture.findings(), picture.reading().episode().neuroOnset()),
        picture.diagnosis().statements().stream()
            .map(ClinicalStatement::evidence)
            .distinct()
            .toList(),
        picture.course(),
        picture.paraneoplastic(),
        picture.followUp(),
        safety,
        draftedTests,
        mayProposeDrugs(facts) ? safetyReviewer.stopsForProposals(inReview(picture)) : Map.of(),
        picture.first().added().unspecific(),
        PassageFacts.signs(picture),
        facts);
  }

  private ChartInReview inReview(ClinicalPicture picture) {
    return new ChartInReview(
        picture.patient(),
        NamedProblem.of(picture.patient()),
        picture.findings(),
        picture.orders(),
        picture.onset(),
        picture.workup(),
        picture.infections(),
        picture.immunotherapy().courses().isEmpty(),
        safetyReviewer.draftedClasses(picture.patient()));
  }

  /** Whether C26 may be shown, which alone proposes drugs and leaves out what a stop forbids. */
  private static boolean mayProposeDrugs(Set<Fact> facts) {
    return facts.contains(Fact.NO_IMMUNOTHERAPY)
        && (facts.contains(Fact.CRITERIA_MET) || facts.contains(Fact.OMS_DIAGNOSED));
  }

  /** In children by the months since onset, in adults by the months since the last search. */
  private RepeatSearch repeatSearch(
      PatientRecord patient,
      Pillars pillars,
      Optional<LocalDate> onset,
      Workup workup,
      Paraneoplastic paraneoplastic,
      OrderHistory orders) {
    boolean ageKnown = patient.ageInMonths(patient.consultationDate()).isPresent();
    boolean tumour = pillars.has(Pillar.D) || pillars.of(Pillar.D).isPossible();
    if (onset.isEmpty() || !ageKnown) {
      return new RepeatSearch.NotCalledFor();
    }
    if (PillarReader.isAdult(patient)) {
      return paraneoplastic.isSearchToRepeat(onset, patient.consultationDate())
          ? RepeatSearchReader.ofAdult(
              RepeatSchedule.ADULT,
              onset.get(),
              FollowUp.adultSearches(paraneoplastic.search()),
              orders,
              knowledge.order("AD11"))
          : new RepeatSearch.NotCalledFor();
    }
    return tumour
        ? new RepeatSearch.NotCalledFor()
        : repeatSearchReader.ofChild(patient, onset.get(), workup.tumourSearch());
  }

  /** Opsoclonus or flutter with motor or behaviour signs, or the recorded diagnosis. */
  private static boolean hasPhenotype(PatientRecord patient, Pillars pillars, Diagnosis diagnosis) {
    OptionalLong age = patient.ageInMonths(patient.consultationDate());
    boolean oldEnough = age.isPresent() && age.getAsLong() >= SCORED_FROM_MONTHS;
    boolean signs = pillars.has(A) && (pillars.has(B) || pillars.has(C));
    return oldEnough && (signs || diagnosis.state() == Diagnosis.State.DIAGNOSED);
  }
}
