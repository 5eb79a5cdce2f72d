package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.patient.PatientRecord;

/**
 * Finds the mimics of {@code mimics.yaml} that are recorded as a diagnosis: confirmed, active and
 * said lately. One that was recorded years ago and never closed explains and blocks nothing.
 */
final class AlternativeReader {

  private final KnowledgeBase knowledge;
  private final List<Row> rows;

  AlternativeReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.rows =
        knowledge.mimics().values().stream()
            .filter(mimic -> !mimic.explains().isEmpty() || mimic.blocks())
            .map(mimic -> new Row(mimic, MimicDefinition.findings(mimic.recordedBy())))
            .toList();
  }

  /** A mimic with the findings that are the diagnosis itself. */
  private record Row(MimicDefinition mimic, List<FindingId> recordedBy) {}

  List<Alternative> read(PatientRecord patient, Findings findings) {
    LocalDate today = patient.consultationDate();
    List<Alternative> alternatives = new ArrayList<>();
    for (Row row : rows) {
      diagnosis(findings.present(row.recordedBy()), today)
          .map(said -> alternative(row.mimic(), said))
          .ifPresent(alternatives::add);
    }
    return alternatives;
  }

  private Optional<ClinicalStatement> diagnosis(List<ClinicalStatement> present, LocalDate today) {
    for (ClinicalStatement each : present) {
      if (each.confirmed()
          && each.isStanding()
          && ChronoUnit.DAYS.between(each.lastSaid(today), today)
              <= knowledge.site().windows().currentDays()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private Alternative alternative(MimicDefinition mimic, ClinicalStatement said) {
    String label = knowledge.definition(said.finding()).label();
    return new Alternative(label, mimic.explains(), mimic.blocks(), said.evidence());
  }
}
