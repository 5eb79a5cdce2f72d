package org.omscds.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;

/**
 * Entries of the problem list that name OMS and are new: just added in this call, or recorded in the
 * last days.
 *
 * @param oms references of the entries
 * @param unspecific those of them without a code of the syndrome itself, such as G25.3 alone
 */
record AddedProblems(List<String> oms, List<String> unspecific) {

  /** How long an entry is new to somebody who opens the chart; [PROPOSAL]. */
  private static final int NEW_DAYS = 7;

  private static final String SYNDROME = "opsoclonus-myoclonus-syndrome";

  AddedProblems {
    oms = List.copyOf(oms);
    unspecific = List.copyOf(unspecific);
  }

  static AddedProblems of(PatientRecord patient, Findings findings, Terminology terminology) {
    List<Problem> added =
        findings.about(FindingId.OMS).stream()
            .filter(each -> each.certainty() != Certainty.ABSENT && !each.isOver())
            .map(ClinicalStatement::evidence)
            .filter(each -> each.element().equals("code"))
            .flatMap(each -> problem(each.reference(), patient))
            .filter(problem -> isNew(problem, patient))
            .distinct()
            .toList();
    return new AddedProblems(
        added.stream().map(Problem::reference).toList(),
        added.stream()
            .filter(problem -> !isSpecific(problem, terminology))
            .map(Problem::reference)
            .toList());
  }

  private static Stream<Problem> problem(String reference, PatientRecord patient) {
    return patient.problems().stream().filter(each -> each.reference().equals(reference));
  }

  private static boolean isNew(Problem problem, PatientRecord patient) {
    return patient.newProblems().containsKey(problem.reference())
        || (patient.newProblems().isEmpty()
            && problem.recorded().isWithinDaysBefore(patient.consultationDate(), NEW_DAYS));
  }

  private static boolean isSpecific(Problem problem, Terminology terminology) {
    return problem.concept().codings().stream()
        .flatMap(coding -> terminology.lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term ->
            term.concept().equals(SYNDROME) && term.relation() == Relation.EXACT);
  }
}
