package org.omscds.consultation;

import org.omscds.assessment.Assessment;
import org.omscds.assessment.Assessor;
import org.omscds.assessment.Impression;
import org.omscds.finding.DrugReader;
import org.omscds.finding.FindingReader;
import org.omscds.finding.Findings;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecord;
import org.omscds.recommendation.Occasion;
import org.omscds.recommendation.Recommendations;
import org.omscds.recommendation.Recommender;

/** Holds a consultation: the whole chain on one screen. */
public final class Consultant {

  private final FindingReader findingReader;
  private final Assessor assessor;
  private final Recommender recommender;

  /** Prepares every step from the same knowledge. */
  public Consultant(KnowledgeBase knowledge) {
    DrugReader drugs = new DrugReader(knowledge);
    this.findingReader = new FindingReader(knowledge, drugs);
    this.assessor = new Assessor(knowledge, drugs);
    this.recommender = new Recommender(knowledge, drugs);
  }

  /** Reads the chart, weighs it and decides what to say. */
  public Consultation consult(PatientRecord patient, Occasion occasion) {
    Findings findings = findingReader.read(patient);
    Impression first = assessor.look(patient, findings);
    if (first.isUnremarkable()) {
      return new Consultation(
          patient, findings, true, () -> assessor.assess(first), Recommendations.NONE);
    }
    Assessment assessment = assessor.assess(first);
    return new Consultation(
        patient,
        findings,
        false,
        () -> assessment,
        recommender.recommend(patient, findings, assessment, occasion));
  }

  /** Decides again what to say of a chart that was read and weighed. */
  public Consultation again(Consultation held, Occasion occasion) {
    if (held.isUnremarkable()) {
      return held;
    }
    return new Consultation(
        held.patient(),
        held.findings(),
        false,
        held::assessment,
        recommender.recommend(held.patient(), held.findings(), held.assessment(), occasion));
  }
}
