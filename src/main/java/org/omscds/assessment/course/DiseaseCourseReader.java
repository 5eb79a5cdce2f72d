package org.omscds.assessment.course;

import java.time.LocalDate;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.workup.TumourImagingReader;
import org.omscds.finding.Findings;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/** Reads the course of the disease: scores, treatment, response, worsening. */
public final class DiseaseCourseReader {

  private final SiteSettings site;
  private final SeverityScoreReader scoreReader;
  private final WorseningReader worseningReader;
  private final TumourImagingReader imagingReader;

  public DiseaseCourseReader(KnowledgeBase knowledge, TumourImagingReader imagingReader) {
    this.site = knowledge.site();
    this.scoreReader = new SeverityScoreReader(knowledge);
    this.worseningReader = new WorseningReader(knowledge.site());
    this.imagingReader = imagingReader;
  }

  /**
   * Reads one chart.
   *
   * @param known whether OMS is recorded as confirmed or as in remission: nobody else relapses
   * @param inRemission whether it is recorded as over, at least for now
   */
  public DiseaseCourse read(
      PatientRecord patient,
      Findings findings,
      PillarReader.Reading reading,
      boolean known,
      boolean inRemission) {
    LocalDate today = patient.consultationDate();
    SeverityScores scores = scoreReader.read(patient);
    Treatment treatment = Treatment.of(findings, today);
    return new DiseaseCourse(
        scores,
        treatment,
        known ? Response.of(treatment, scores, findings, today, site.course()) : Response.NONE,
        known
            ? worseningReader.read(
                KnownDisease.of(inRemission, findings, treatment, today, site),
                findings,
                reading,
                scores,
                treatment,
                today)
            : Worsening.NONE,
        imagingReader.latest(patient).stream().toList());
  }
}
