package org.omscds.assessment.mimic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * What is recorded beside the pillars and raises suspicion or severity. None of it is ever a
 * pillar, but for lost walking, which the motor pillar reads for itself.
 */
public final class SupportingFindings {

  private static final FindingId[] ALL = {
    FindingId.LOSS_OF_SPEECH,
    FindingId.DEVELOPMENTAL_REGRESSION,
    FindingId.LOSS_OF_AMBULATION,
    FindingId.GLUT1_EYE_HEAD_MOVEMENTS,
    FindingId.DYSARTHRIA,
    FindingId.TITUBATION,
    FindingId.HYPOTONIA,
    FindingId.TREMOR,
    FindingId.DROOLING,
    FindingId.FEEDING_DIFFICULTY,
    FindingId.VOMITING,
    FindingId.HORNER_SYNDROME,
    FindingId.STRABISMUS,
    FindingId.HEAD_TILT,
    FindingId.LETHARGY,
    FindingId.FEVER,
    FindingId.COGNITIVE_IMPAIRMENT,
    FindingId.EXPRESSIVE_LANGUAGE_DELAY
  };

  private static final FindingId[] OF_ADULTS = {
    FindingId.VERTIGO, FindingId.NAUSEA, FindingId.FALLS
  };

  private SupportingFindings() {}

  /** Those that are there, not over, and said in the current window, in the order of the table. */
  public static List<ClinicalStatement> of(
      PatientRecord patient, Findings findings, SiteSettings site) {
    LocalDate today = patient.consultationDate();
    Stream<ClinicalStatement> ofAdults =
        PillarReader.isAdult(patient) ? findings.present(OF_ADULTS).stream() : Stream.empty();
    return Stream.concat(findings.present(ALL).stream(), ofAdults)
        .filter(each -> !each.isOver())
        .filter(each ->
            ChronoUnit.DAYS.between(each.lastSaid(today), today) <= site.windows().currentDays())
        .toList();
  }
}
