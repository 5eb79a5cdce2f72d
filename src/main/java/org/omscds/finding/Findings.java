package org.omscds.finding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;

/**
 * All that the chart says about the findings of the medicine.
 *
 * @param byFinding the statements of each finding that has any
 * @param notCounted what was seen and left out, with reasons
 * @param exposures drugs of the classes that matter
 * @param results results of the tests that matter
 */
public record Findings(
    Map<FindingId, List<ClinicalStatement>> byFinding,
    List<NotCounted> notCounted,
    List<Exposure> exposures,
    TestResults results) {

  public Findings {
    byFinding = Map.copyOf(byFinding);
    notCounted = List.copyOf(notCounted);
    exposures = List.copyOf(exposures);
  }

  /** Groups statements by finding. */
  static Findings of(
      List<ClinicalStatement> statements,
      List<NotCounted> notCounted,
      List<Exposure> exposures,
      TestResults results) {
    Map<FindingId, List<ClinicalStatement>> grouped =
        statements.stream()
            .collect(
                Collectors.groupingBy(
                    ClinicalStatement::finding,
                    () -> new EnumMap<>(FindingId.class),
                    Collectors.toUnmodifiableList()));
    return new Findings(grouped, notCounted, exposures, results);
  }

  /** What the chart says about some findings, in the order named. */
  public List<ClinicalStatement> about(FindingId... findings) {
    return Stream.of(findings)
        .map(finding -> byFinding.getOrDefault(finding, List.of()))
        .flatMap(List::stream)
        .toList();
  }

  /** The statements that say that one of the findings is there. */
  public List<ClinicalStatement> present(FindingId... findings) {
    return about(findings).stream().filter(ClinicalStatement::isPresent).toList();
  }

  /** The exposures to drugs of some kind. */
  public List<Exposure> exposedTo(Function<DrugClass, Boolean> kind) {
    return exposures.stream().filter(each -> kind.apply(each.drugClass())).toList();
  }
}
