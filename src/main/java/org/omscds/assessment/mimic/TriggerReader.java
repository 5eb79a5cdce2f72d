package org.omscds.assessment.mimic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.TriggerDefinition;
import org.omscds.knowledge.TriggerDefinition.Reference;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Vaccination;

/**
 * Finds what may have set the syndrome off, within the look-back of each row of {@code
 * triggers.yaml}. It is context for the reader: nothing else in the service asks for it.
 */
public final class TriggerReader {

  private final List<Row> rows;

  public TriggerReader(KnowledgeBase knowledge) {
    this.rows =
        knowledge.triggers().values().stream()
            .map(each -> new Row(each, MimicDefinition.findings(each.findings())))
            .toList();
  }

  /** A row of the table with the findings that it names. */
  private record Row(TriggerDefinition definition, List<FindingId> findings) {}

  /** The triggers of one chart, in the table's order. */
  public List<Trigger> read(PatientRecord patient, Findings findings, Optional<LocalDate> onset) {
    List<Trigger> triggers = new ArrayList<>();
    for (Row row : rows) {
      TriggerDefinition definition = row.definition();
      LocalDate today = patient.consultationDate();
      LocalDate reference =
          definition.countedFrom() == Reference.ONSET ? onset.orElse(today) : today;
      Window window = new Window(definition.lookBackDays(), reference, today);
      List<Evidence> evidence = new ArrayList<>();
      addFindings(findings.present(row.findings()), window, evidence);
      addDrugs(definition, findings, window, evidence);
      if (definition.vaccinations()) {
        addVaccinations(patient, window, evidence);
      }
      if (!evidence.isEmpty()) {
        triggers.add(new Trigger(definition, Evidence.byResource(evidence)));
      }
    }
    return triggers;
  }

  /** From the look-back before the reference day until today; a look-back of 0 has no beginning. */
  private record Window(int days, LocalDate reference, LocalDate today) {

    boolean holds(ClinicalDate date) {
      LocalDate day = date.day().orElse(today);
      return !day.isAfter(today) && (days == 0 || !day.isBefore(reference.minusDays(days)));
    }

    boolean holdsBeforeReference(ClinicalDate date) {
      return date.day().filter(day -> !day.isAfter(reference)).isPresent() && holds(date);
    }
  }

  /** An infection may be over by now; what counts is when it began or was found. */
  private static void addFindings(
      List<ClinicalStatement> present, Window window, List<Evidence> evidence) {
    for (ClinicalStatement each : present) {
      if (window.holds(each.onset().or(each.asserted()))) {
        evidence.add(each.evidence());
      }
    }
  }

  private static void addDrugs(
      TriggerDefinition definition, Findings findings, Window window, List<Evidence> evidence) {
    if (findings.exposures().isEmpty()) {
      return;
    }
    findings.exposedTo(definition.drugs()::contains).stream()
        .filter(each -> each.current() || window.holds(each.end().or(each.start())))
        .map(Exposure::evidence)
        .forEach(evidence::add);
    for (DrugClass ended : definition.drugsEnded()) {
      List<Exposure> taken = findings.exposedTo(each -> each == ended);
      if (taken.stream().noneMatch(Exposure::current)) {
        taken.stream()
            .filter(each -> each.end().or(each.start()).isKnown())
            .filter(each -> window.holds(each.end().or(each.start())))
            .map(Exposure::evidence)
            .forEach(evidence::add);
      }
    }
  }

  /** A vaccine that was given after the onset set nothing off. */
  private static void addVaccinations(
      PatientRecord patient, Window window, List<Evidence> evidence) {
    for (Vaccination each : patient.vaccinations()) {
      if (window.holdsBeforeReference(each.given())) {
        evidence.add(new Evidence(each.reference(), each.vaccine().display(), each.given()));
      }
    }
  }
}
