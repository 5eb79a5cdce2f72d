package org.omscds.assessment.safety;

import java.util.List;
import org.omscds.knowledge.Words;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;

/**
 * A problem with its names cut into words, which is done once for all risks that look at it.
 *
 * @param names the words of its text and of each display
 */
public record NamedProblem(Problem problem, List<List<String>> names) {

  public NamedProblem {
    names = List.copyOf(names);
  }

  /** The problems of a patient. */
  public static List<NamedProblem> of(PatientRecord patient) {
    return patient.problems().stream().map(NamedProblem::of).toList();
  }

  private static NamedProblem of(Problem problem) {
    return new NamedProblem(
        problem, problem.concept().names().stream().map(Words::ofName).toList());
  }
}
