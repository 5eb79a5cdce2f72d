package org.omscds.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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
    byFinding =
        byFinding.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byFinding));
    notCounted = List.copyOf(notCounted);
    exposures = List.copyOf(exposures);
  }

  /** Groups statements by finding. */
  static Findings of(
      List<ClinicalStatement> statements,
      List<NotCounted> notCounted,
      List<Exposure> exposures,
      TestResults results) {
    Map<FindingId, List<ClinicalStatement>> grouped = new EnumMap<>(FindingId.class);
    for (ClinicalStatement each : statements) {
      grouped.computeIfAbsent(each.finding(), _ -> new ArrayList<>()).add(each);
    }
    grouped.replaceAll((_, about) -> List.copyOf(about));
    return new Findings(grouped, notCounted, exposures, results);
  }

  /** What the chart says about some findings, in the order named. */
  public List<ClinicalStatement> about(FindingId... findings) {
    return about(List.of(findings));
  }

  /** The same of a list of findings. */
  public List<ClinicalStatement> about(List<FindingId> findings) {
    List<ClinicalStatement> found = List.of();
    for (FindingId finding : findings) {
      List<ClinicalStatement> about = byFinding.get(finding);
      if (about != null) {
        found = found.isEmpty() ? about : joined(found, about);
      }
    }
    return found;
  }

  /** Those that pass; most charts have none, and asking for those costs nothing. */
  private static <T> List<T> only(List<T> all, Predicate<T> passes) {
    List<T> kept = List.of();
    for (T each : all) {
      if (passes.test(each)) {
        if (kept.isEmpty()) {
          kept = new ArrayList<>(all.size());
        }
        kept.add(each);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return Collections.unmodifiableList(all);
  }

  /** The statements that say that one of the findings is there. */
  public List<ClinicalStatement> present(FindingId... findings) {
    return present(List.of(findings));
  }

  /** The same of a list of findings. */
  public List<ClinicalStatement> present(List<FindingId> findings) {
    return only(about(findings), ClinicalStatement::isPresent);
  }

  /** The exposures to drugs of some kind. */
  public List<Exposure> exposedTo(Function<DrugClass, Boolean> kind) {
    return only(exposures, each -> kind.apply(each.drugClass()));
  }
}
