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
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.MimicDefinition.Effect;
import org.omscds.patient.PatientRecord;

/**
 * Ranks the rows of {@code mimics.yaml} by the clues that the chart holds, then by the table's
 * order. [PROPOSAL]
 */
public final class DifferentialReader {

  private static final int MOST_NAMED = 5;

  private final KnowledgeBase knowledge;

  public DifferentialReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The differential of one chart; the age counts at the neurological onset. */
  public Differential read(PatientRecord patient, Findings findings, Optional<LocalDate> onset) {
    LocalDate today = patient.consultationDate();
    OptionalLong age = patient.ageInMonths(onset.orElse(today));
    List<MimicDefinition> fitting =
        knowledge.mimics().values().stream()
            .filter(each -> age.isEmpty() || each.occursAt(age.getAsLong()))
            .filter(each -> standing(each.notWith(), findings).findAny().isEmpty())
            .toList();
    List<NamedMimic> named =
        fitting.stream()
            .flatMap(each -> named(each, findings, today).stream())
            .sorted(Comparator.comparingInt(each -> -each.weight()))
            .limit(MOST_NAMED)
            .toList();
    List<MimicDefinition> further =
        fitting.stream()
            .filter(each -> each.drugs().isEmpty())
            .filter(each -> named.stream().noneMatch(other -> other.mimic().equals(each)))
            .limit(MOST_NAMED - named.size())
            .toList();
    return new Differential(named, further);
  }

  private Optional<NamedMimic> named(MimicDefinition mimic, Findings findings, LocalDate today) {
    List<ClinicalStatement> recorded =
        fresh(mimic.recordedBy(), knowledge.site().windows().currentDays(), findings, today);
    List<ClinicalStatement> clues =
        fresh(mimic.clues(), knowledge.site().windows().clueDays(), findings, today);
    List<Exposure> drugs =
        findings.exposedTo(mimic.drugs()::contains).stream()
            .filter(each -> each.isWithin(mimic.drugDays(), today))
            .toList();
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
            || !fresh(mimic.ordersNeed(), knowledge.site().windows().clueDays(), findings, today)
                .isEmpty();
    boolean adds = mimic.effects().contains(Effect.ADD) && needed;
    return Optional.of(new NamedMimic(mimic, evidence, (int) weight, adds));
  }

  /** What is there or may be, not over, and was said in the last days. */
  private static List<ClinicalStatement> fresh(
      List<String> ids, int days, Findings findings, LocalDate today) {
    return findings.about(MimicDefinition.findings(ids)).stream()
        .filter(each -> each.certainty() != Certainty.ABSENT && !each.isOver())
        .filter(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today) <= days)
        .toList();
  }

  private static Stream<ClinicalStatement> standing(List<String> ids, Findings findings) {
    return findings.present(MimicDefinition.findings(ids)).stream().filter(each -> !each.isOver());
  }
}
