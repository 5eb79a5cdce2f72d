package org.omscds.assessment.mimic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.MimicDefinition.Effect;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;

/**
 * Ranks the rows of {@code mimics.yaml} by the clues that the chart holds, then by the table's
 * order. [PROPOSAL]
 */
public final class DifferentialReader {

  private static final int MOST_NAMED = 5;

  private final List<Row> rows;
  private final SiteSettings.Windows windows;

  public DifferentialReader(KnowledgeBase knowledge) {
    this.rows = knowledge.mimics().values().stream().map(Row::of).toList();
    this.windows = knowledge.site().windows();
  }

  /** A row of the table with the findings that it names. */
  private record Row(
      MimicDefinition mimic,
      List<FindingId> recordedBy,
      List<FindingId> clues,
      List<FindingId> notWith,
      List<FindingId> ordersNeed) {

    static Row of(MimicDefinition mimic) {
      return new Row(
          mimic,
          MimicDefinition.findings(mimic.recordedBy()),
          MimicDefinition.findings(mimic.clues()),
          MimicDefinition.findings(mimic.notWith()),
          MimicDefinition.findings(mimic.ordersNeed()));
    }
  }

  /** The differential of one chart; the age counts at the neurological onset. */
  public Differential read(PatientRecord patient, Findings findings, Optional<LocalDate> onset) {
    LocalDate today = patient.consultationDate();
    OptionalLong age = patient.ageInMonths(onset.orElse(today));
    List<NamedMimic> named = new ArrayList<>();
    List<MimicDefinition> unnamed = new ArrayList<>();
    for (Row row : rows) {
      MimicDefinition mimic = row.mimic();
      if ((age.isEmpty() || mimic.occursAt(age.getAsLong())) && !stands(row.notWith(), findings)) {
        Optional<NamedMimic> fits = named(row, findings, today);
        fits.ifPresent(named::add);
        if (fits.isEmpty() && mimic.drugs().isEmpty()) {
          unnamed.add(mimic);
        }
      }
    }
    named.sort(Comparator.comparingInt(each -> -each.weight()));
    List<NamedMimic> first = named.subList(0, Math.min(MOST_NAMED, named.size()));
    List<MimicDefinition> further =
        unnamed.subList(0, Math.min(MOST_NAMED - first.size(), unnamed.size()));
    return new Differential(first, further);
  }

  private Optional<NamedMimic> named(Row row, Findings findings, LocalDate today) {
    MimicDefinition mimic = row.mimic();
    List<ClinicalStatement> recorded =
        fresh(row.recordedBy(), windows.currentDays(), findings, today);
    List<ClinicalStatement> clues = fresh(row.clues(), windows.clueDays(), findings, today);
    List<Exposure> drugs = mimic.drugs().isEmpty() ? List.of() : recent(mimic, findings, today);
    boolean drugsFit = mimic.drugs().isEmpty() || !drugs.isEmpty();
    boolean cluesFit = mimic.clues().isEmpty() ? !drugs.isEmpty() : !clues.isEmpty();
    if (recorded.isEmpty() && !(drugsFit && cluesFit)) {
      return Optional.empty();
    }
    List<ClinicalStatement> said = new ArrayList<>(recorded);
    said.addAll(clues);
    long weight =
        said.stream().map(ClinicalStatement::finding).distinct().count()
            + drugs.stream().map(Exposure::ingredient).distinct().count();
    List<Evidence> evidence =
        Stream.concat(
                said.stream().map(ClinicalStatement::evidence),
                drugs.stream().map(Exposure::evidence))
            .distinct()
            .toList();
    boolean needed =
        mimic.ordersNeed().isEmpty()
            || !fresh(row.ordersNeed(), windows.clueDays(), findings, today).isEmpty();
    boolean adds = mimic.effects().contains(Effect.ADD) && needed;
    return Optional.of(new NamedMimic(mimic, evidence, (int) weight, adds));
  }

  private static List<Exposure> recent(MimicDefinition mimic, Findings findings, LocalDate today) {
    return findings.exposedTo(mimic.drugs()::contains).stream()
        .filter(each -> each.isWithin(mimic.drugDays(), today))
        .toList();
  }

  /** What is there or may be, not over, and was said in the last days. */
  private static List<ClinicalStatement> fresh(
      List<FindingId> about, int days, Findings findings, LocalDate today) {
    List<ClinicalStatement> said = findings.about(about);
    return said.isEmpty()
        ? said
        : said.stream()
            .filter(each -> each.certainty() != Certainty.ABSENT && !each.isOver())
            .filter(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today) <= days)
            .toList();
  }

  private static boolean stands(List<FindingId> about, Findings findings) {
    for (ClinicalStatement each : findings.present(about)) {
      if (!each.isOver()) {
        return true;
      }
    }
    return false;
  }
}
