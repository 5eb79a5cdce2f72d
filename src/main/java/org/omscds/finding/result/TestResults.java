package org.omscds.finding.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omscds.knowledge.Specimen;

/**
 * The results of the tests that matter, the newest first and those without a date last.
 *
 * @param all of all tests
 */
public record TestResults(List<TestResult> all) {

  private static final Comparator<TestResult> NEWEST_FIRST =
      Comparator.comparing(
              (TestResult result) -> result.date().day().orElse(LocalDate.MIN),
              Comparator.reverseOrder())
          .thenComparing(TestResult::preliminary);

  public TestResults {
    all = all.size() < 2 ? List.copyOf(all) : all.stream().sorted(NEWEST_FIRST).toList();
  }

  /** No result at all. */
  public static TestResults none() {
    return new TestResults(List.of());
  }

  /** The results of one test, pending ones included. */
  public List<TestResult> of(String test) {
    List<TestResult> results = List.of();
    for (TestResult each : all) {
      if (each.test().equals(test)) {
        if (results.isEmpty()) {
          results = new ArrayList<>(2);
        }
        results.add(each);
      }
    }
    return Collections.unmodifiableList(results);
  }

  /** The results of one test on one specimen. */
  public List<TestResult> of(String test, Specimen specimen) {
    return of(test).stream().filter(each -> each.specimen() == specimen).toList();
  }

  /** The newest result that answers; where none does, the newest of the others. */
  public Optional<TestResult> latest(String test) {
    List<TestResult> results = of(test);
    return results.stream()
        .filter(TestResult::isAnswer)
        .findFirst()
        .or(() -> results.stream().findFirst());
  }
}
