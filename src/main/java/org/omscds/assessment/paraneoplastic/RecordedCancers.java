package org.omscds.assessment.paraneoplastic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.CancerDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.PatientRecord;

/**
 * The cancers that a chart names, sorted: those that are there or were over at most some years ago,
 * those that may be there, and those that do not count, with the reason.
 *
 * @param found cancers that count
 * @param possible suspicions, and cancers of which nobody says how long they have been over
 * @param left what does not count
 */
public record RecordedCancers(
    List<Cancer> found, List<ClinicalStatement> possible, List<NotCounted> left) {

  public RecordedCancers {
    found = List.copyOf(found);
    possible = List.copyOf(possible);
    left = List.copyOf(left);
  }

  /** A cancer with what its type says. */
  public record Cancer(CancerDefinition type, ClinicalStatement statement) {}

  /**
   * Sorts the cancers of a chart.
   *
   * @param onset first day of the neurological signs: the years count back from there
   */
  public static RecordedCancers of(
      PatientRecord patient,
      Findings findings,
      Optional<LocalDate> onset,
      KnowledgeBase knowledge) {
    List<Cancer> found = new ArrayList<>();
    List<ClinicalStatement> possible = new ArrayList<>();
    List<NotCounted> left = new ArrayList<>();
    LocalDate today = patient.consultationDate();
    LocalDate counted = onset.orElse(today).minusYears(knowledge.site().windows().cancerYears());
    LocalDate suspected =
        onset.orElse(today).minusDays(knowledge.site().windows().tumourContemporaryDays());
    for (CancerDefinition type : knowledge.cancers().values()) {
      for (ClinicalStatement each : findings.about(type.named())) {
        if (each.isPresent() && reaches(each, counted, type)) {
          found.add(new Cancer(type, each));
        } else if (each.isPresent()) {
          leave(
              each,
              "over for more than " + knowledge.site().windows().cancerYears() + " years",
              left);
        } else if (each.certainty() == Certainty.POSSIBLE) {
          suspect(each, suspected, possible, left);
        }
      }
    }
    findings.about(FindingId.SUSPECTED_CANCER, FindingId.SUSPICIOUS_MASS).stream()
        .filter(each -> each.certainty() != Certainty.ABSENT)
        .forEach(each -> suspect(each, suspected, possible, left));
    findings
        .present(FindingId.SKIN_BASAL_CELL_CARCINOMA)
        .forEach(each -> leave(each, "a basal cell carcinoma of the skin does not count", left));
    return new RecordedCancers(found, possible, left);
  }

  /** A neuroblastic tumour counts at any time; another cancer while it stands or lately did. */
  private static boolean reaches(ClinicalStatement cancer, LocalDate day, CancerDefinition type) {
    return type.named() == FindingId.NEUROBLASTIC_TUMOUR
        || cancer.isStanding()
        || isSince(cancer, day);
  }

  private static void suspect(
      ClinicalStatement suspicion,
      LocalDate day,
      List<ClinicalStatement> possible,
      List<NotCounted> left) {
    if (suspicion.isStanding() || suspicion.isOver() || isSince(suspicion, day)) {
      possible.add(suspicion);
    } else {
      leave(suspicion, "a suspicion from long before", left);
    }
  }

  private static boolean isSince(ClinicalStatement statement, LocalDate day) {
    return statement
        .ended()
        .or(statement.asserted())
        .or(statement.onset())
        .latestDay()
        .map(last -> !last.isBefore(day))
        .orElse(true);
  }

  private static void leave(ClinicalStatement statement, String reason, List<NotCounted> left) {
    left.add(new NotCounted(statement.finding(), statement.evidence(), reason));
  }
}
