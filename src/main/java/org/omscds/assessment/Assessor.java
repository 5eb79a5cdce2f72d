package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.omscds.assessment.course.DiseaseCourseReader;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.mimic.DifferentialReader;
import org.omscds.assessment.mimic.SupportingFindings;
import org.omscds.assessment.mimic.TriggerReader;
import org.omscds.assessment.paraneoplastic.CancerSearchReader;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.pillar.ToxicExposures;
import org.omscds.assessment.workup.Immunotherapy;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.OrderHistoryReader;
import org.omscds.assessment.workup.ScanRegions;
import org.omscds.assessment.workup.TumourImagingReader;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.KnowledgeBase;
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

  /** Prepares the rules. */
  public Assessor(KnowledgeBase knowledge) {
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
  }

  /** Assesses one chart. */
  public Assessment assess(PatientRecord patient, Findings findings) {
    PillarReader.Reading reading = pillarReader.read(patient, findings);
    Diagnosis diagnosis = Diagnosis.of(patient, findings, site);
    GenoaCriteria.Result criteria =
        GenoaCriteria.evaluate(reading.pillars(), reading.alternatives());
    SuspicionTiers.Signs signs = Signs.of(patient, findings, reading, diagnosis, site);
    SuspicionTiers.Result suspicion = SuspicionTiers.evaluate(criteria, reading.pillars(), signs);
    Optional<LocalDate> onset = diagnosis.onsetWith(reading.episode().neuroOnset());
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
    ClinicalPicture picture =
        new ClinicalPicture(
            patient,
            findings,
            reading,
            diagnosis,
            criteria,
            signs,
            suspicion,
            onset,
            imagingReader.read(patient, onset),
            orders,
            Immunotherapy.since(onset, findings),
            differentialReader.read(patient, findings, reading.episode().neuroOnset()),
            courseReader.read(
                patient, findings, reading, diagnosis.isKnown(), diagnosis.isInRemission()),
            paraneoplastic,
            site.care());
    return assessment(picture);
  }

  private Assessment assessment(ClinicalPicture picture) {
    PatientRecord patient = picture.patient();
    LocalDate today = patient.consultationDate();
    return new Assessment(
        picture.reading().pillars(),
        picture.criteria(),
        picture.suspicion(),
        picture.reading().episode().neuroOnset(),
        patient.ageInMonths(today),
        picture.reading().ataxia().lastingDays(),
        picture.imaging(),
        Workup.of(patient, picture.findings(), knowledge, scanRegions),
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
        factFinder.facts(picture));
  }

  /** Opsoclonus or flutter with motor or behaviour signs, or the recorded diagnosis. */
  private static boolean hasPhenotype(PatientRecord patient, Pillars pillars, Diagnosis diagnosis) {
    OptionalLong age = patient.ageInMonths(patient.consultationDate());
    boolean oldEnough = age.isPresent() && age.getAsLong() >= SCORED_FROM_MONTHS;
    boolean signs = pillars.has(A) && (pillars.has(B) || pillars.has(C));
    return oldEnough && (signs || diagnosis.state() == Diagnosis.State.DIAGNOSED);
  }
}
