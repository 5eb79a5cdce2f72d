package org.omscds.assessment.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.Workup;
import org.omscds.finding.Evidence;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.PatientRecord;

/**
 * What a review of drafts looks at.
 *
 * @param problems those of the patient, by their names
 * @param onset first day of the disease, where it is known
 * @param infections what says that an infection is active
 * @param beforeTreatment whether no immunotherapy is recorded since onset
 * @param drafted classes of the drugs that are being written in the same call
 */
public record ChartInReview(
    PatientRecord patient,
    List<NamedProblem> problems,
    Findings findings,
    OrderHistory orders,
    Optional<LocalDate> onset,
    Workup workup,
    List<Evidence> infections,
    boolean beforeTreatment,
    Set<DrugClass> drafted) {

  public ChartInReview {
    problems = List.copyOf(problems);
    infections = List.copyOf(infections);
    drafted = Set.copyOf(drafted);
  }

  LocalDate today() {
    return patient.consultationDate();
  }
}
