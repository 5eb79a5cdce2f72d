package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.patient.PatientRecord;

/**
 * Finds the mimics of {@code mimics.yaml} that are recorded as a diagnosis: confirmed, active and
 * said lately. One that was recorded years ago and never closed explains and blocks nothing.
 */
final class AlternativeReader {

  private AlternativeReader() {}

  static List<Alternative> read(PatientRecord patient, Findings findings, KnowledgeBase knowledge) {
    LocalDate today = patient.consultationDate();
    List<Alternative> alternatives = new ArrayList<>();
    for (MimicDefinition mimic : knowledge.mimics().values()) {
      if (!mimic.explains().isEmpty() || mimic.blocks()) {
        diagnosis(mimic, findings, today, knowledge.site().windows().currentDays())
            .map(said -> alternative(mimic, said, knowledge))
            .ifPresent(alternatives::add);
      }
    }
    return alternatives;
  }

  private static Optional<ClinicalStatement> diagnosis(
      MimicDefinition mimic, Findings findings, LocalDate today, int currentDays) {
    return findings.present(MimicDefinition.findings(mimic.recordedBy())).stream()
        .filter(each -> each.confirmed() && each.isStanding())
        .filter(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today) <= currentDays)
        .findFirst();
  }

  private static Alternative alternative(
      MimicDefinition mimic, ClinicalStatement said, KnowledgeBase knowledge) {
    String label = knowledge.definition(said.finding()).label();
    return new Alternative(label, mimic.explains(), mimic.blocks(), said.evidence());
  }
}
