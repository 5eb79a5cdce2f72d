package org.omscds.finding;

import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.text.TextReader;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.ProcedureDone;
import org.omscds.patient.Speaker;

/**
 * Reads a procedure: its name tells of a tumour that was operated on or of a transplant, and
 * nothing of the other findings; its outcome and notes are a clinician's words of that day.
 */
final class ProcedureFindingReader {

  private static final Set<FindingId> NAMED =
      Set.of(FindingId.NEUROBLASTIC_TUMOUR, FindingId.STEM_CELL_TRANSPLANT);

  private final TextReader text;
  private final ConceptReader concepts;

  ProcedureFindingReader(TextReader text, ConceptReader concepts) {
    this.text = text;
    this.concepts = concepts;
  }

  void read(ProcedureDone procedure, ClinicalDate date, StatementCollector collector) {
    Place named =
        new Place(
            procedure.reference(),
            "code",
            Course.OVER,
            date,
            date,
            date,
            false,
            Certainty.PRESENT,
            Certainty.PRESENT,
            Speaker.CLINICIAN);
    collector.words(
        concepts.words(procedure.concept()).stream()
            .filter(mention -> NAMED.contains(mention.finding()))
            .toList(),
        named);
    Place seen =
        Place.observed(
            procedure.reference(), date, Certainty.POSSIBLE, Certainty.PRESENT, Speaker.CLINICIAN);
    collector.concept(procedure.outcome(), seen.at("outcome"));
    procedure.notes().forEach(note -> collector.words(text.read(note), seen.at("note")));
  }
}
