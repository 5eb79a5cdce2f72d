package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.finding.Evidence;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.patient.ClinicalDate;

/**
 * What the chart says of hepatitis B before drugs that wake it: surface antigen and total core
 * antibody, of each the newest that is not pending (FDA boxed warning of rituximab). The IgM core
 * antibody is another test and does not count.
 *
 * @param date of a negative status the older of the two results; else when the deciding one was
 *     taken
 * @param evidence what decides
 */
public record HepatitisB(Status status, ClinicalDate date, List<Evidence> evidence) {

  public HepatitisB {
    evidence = List.copyOf(evidence);
  }

  /** The five answers. */
  public enum Status {
    /** Antigen and total core antibody are negative, both within the look-back. */
    NEGATIVE,
    /** The surface antigen or the virus's DNA is there. */
    POSITIVE_ANTIGEN,
    /** The core antibody is there, and IVIG does not explain it. */
    ANTI_HBC_POSITIVE,
    /** The core antibody was found after IVIG while the antigen is negative: test the DNA. */
    ANTI_HBC_POSSIBLY_PASSIVE,
    /** One of the two is missing, pending, open or too old. */
    NOT_ON_RECORD
  }

  /**
   * The status on a day.
   *
   * @param infusions when IVIG was given
   * @param lookBackDays a negative result older than this is not on record any more
   */
  public static HepatitisB of(
      TestResults results, List<ClinicalDate> infusions, LocalDate today, int lookBackDays) {
    Optional<TestResult> antigen = newest("R-HBSAG", results);
    Optional<TestResult> dna = newest("R-HBV-DNA", results);
    Optional<TestResult> core = newest("R-HBC", results);
    Optional<TestResult> virus =
        antigen.filter(HepatitisB::isPositive).or(() -> dna.filter(HepatitisB::isPositive));
    if (virus.isPresent()) {
      return because(Status.POSITIVE_ANTIGEN, virus.get());
    }
    if (core.filter(HepatitisB::isPositive).isPresent()) {
      TestResult positive = core.get();
      boolean mayBePassive =
          SerologyTiming.of(positive.date(), infusions) == SerologyTiming.AFTER_IVIG
              && antigen.filter(TestResult::isFinalNegative).isPresent();
      return mayBePassive
          ? because(Status.ANTI_HBC_POSSIBLY_PASSIVE, positive, antigen.get())
          : because(Status.ANTI_HBC_POSITIVE, positive);
    }
    return withoutPositive(antigen, core, today, lookBackDays);
  }

  private static HepatitisB withoutPositive(
      Optional<TestResult> antigen, Optional<TestResult> core, LocalDate today, int lookBackDays) {
    boolean complete =
        antigen.filter(each -> isRecentNegative(each, today, lookBackDays)).isPresent()
            && core.filter(each -> isRecentNegative(each, today, lookBackDays)).isPresent();
    List<TestResult> seen = new ArrayList<>();
    antigen.ifPresent(seen::add);
    core.ifPresent(seen::add);
    List<Evidence> evidence = seen.stream().map(Evidence::of).toList();
    return complete
        ? new HepatitisB(Status.NEGATIVE, older(antigen.get().date(), core.get().date()), evidence)
        : new HepatitisB(Status.NOT_ON_RECORD, ClinicalDate.unknown(), evidence);
  }

  private static Optional<TestResult> newest(String test, TestResults results) {
    return results.of(test).stream().filter(each -> each.outcome() != Outcome.PENDING).findFirst();
  }

  /** A preliminary positive counts, a preliminary negative does not. */
  private static boolean isPositive(TestResult result) {
    return result.outcome() == Outcome.POSITIVE;
  }

  private static boolean isRecentNegative(TestResult result, LocalDate today, int lookBackDays) {
    return result.isFinalNegative() && result.date().isWithinDaysBefore(today, lookBackDays);
  }

  private static ClinicalDate older(ClinicalDate one, ClinicalDate other) {
    return ClinicalDate.latest(one, other).equals(one) ? other : one;
  }

  private static HepatitisB because(Status status, TestResult... results) {
    return new HepatitisB(
        status, results[0].date(), List.of(results).stream().map(Evidence::of).toList());
  }
}
