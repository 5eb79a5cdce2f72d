package org.omscds.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.workup.Immunotherapy;
import org.omscds.assessment.workup.OrderHistoryReader;
import org.omscds.assessment.workup.TumourImagingReader;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/** Puts the findings of a chart together into pillars, criteria, tiers and facts. */
public final class Assessor {

  private static final int EXPOSURE_DAYS = 14;

  private final SiteSettings site;
  private final PillarReader pillarReader;
  private final TumourImagingReader imagingReader;
  private final OrderHistoryReader orderHistoryReader;
  private final FactFinder factFinder;

  /** Prepares the rules. */
  public Assessor(KnowledgeBase knowledge) {
    this.site = knowledge.site();
    this.pillarReader = new PillarReader(knowledge);
    this.orderHistoryReader = new OrderHistoryReader(knowledge);
    this.imagingReader = new TumourImagingReader(knowledge);
    this.factFinder = new FactFinder(knowledge);
  }

  /** Assesses one chart. */
  public Assessment assess(PatientRecord patient, Findings findings) {
    PillarReader.Reading reading = pillarReader.read(patient, findings);
    Diagnosis diagnosis = Diagnosis.of(patient, findings, site);
    GenoaCriteria.Result criteria =
        GenoaCriteria.evaluate(reading.pillars(), reading.alternatives());
    SuspicionTiers.Signs signs = Signs.of(patient, findings, reading, diagnosis, site);
    SuspicionTiers.Result suspicion = SuspicionTiers.evaluate(criteria, reading.pillars(), signs);
    Optional<LocalDate> onset = reading.episode().neuroOnset().or(diagnosis::onset);
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
            orderHistoryReader.read(patient),
            Immunotherapy.since(onset, findings));
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
        picture.orders(),
        supporting(picture.findings()),
        picture.reading().alternatives(),
        picture.infections(),
        picture.reading().left(),
        recentExposures(picture.findings(), today),
        picture.immunotherapy().courses(),
        picture.immunotherapy().singleDoses(),
        picture.diagnosis().statements().stream().map(ClinicalStatement::evidence).toList(),
        factFinder.facts(picture));
  }

  /** Drugs and toxins taken now, or begun or ended in the last two weeks. */
  private static List<Exposure> recentExposures(Findings findings, LocalDate today) {
    return findings.exposedTo(drug -> drug == DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING).stream()
        .filter(each ->
            each.current()
                || each.start().isWithinDaysBefore(today, EXPOSURE_DAYS)
                || each.end().isWithinDaysBefore(today, EXPOSURE_DAYS))
        .toList();
  }

  private static List<ClinicalStatement> supporting(Findings findings) {
    return findings
        .present(
            FindingId.LOSS_OF_SPEECH,
            FindingId.DEVELOPMENTAL_REGRESSION,
            FindingId.LOSS_OF_AMBULATION,
            FindingId.GLUT1_EYE_HEAD_MOVEMENTS)
        .stream()
        .filter(each -> !each.isOver())
        .toList();
  }
}
