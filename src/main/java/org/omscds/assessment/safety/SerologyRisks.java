package org.omscds.assessment.safety;

import java.util.List;
import java.util.stream.Stream;
import org.omscds.assessment.workup.HepatitisB;
import org.omscds.assessment.workup.Immunoglobulins;
import org.omscds.finding.Evidence;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.Words;

/** Immunoglobulins, hepatitis B, and immunity to varicella and measles. */
final class SerologyRisks {

  private static final int EXPOSURE_DAYS = 21;

  private SerologyRisks() {}

  /** Contacts of the last weeks against which no immunity is proven. */
  static RiskState contacts(List<Evidence> seen, ChartInReview chart) {
    return RiskState.of(
        seen.stream()
            .filter(each ->
                !each.date().isKnown()
                    || each.date().isWithinDaysBefore(chart.today(), EXPOSURE_DAYS))
            .filter(each -> !isImmune(each, chart))
            .toList());
  }

  static RiskState undetectableIga(ChartInReview chart) {
    Immunoglobulins levels = chart.workup().immunoglobulins();
    return levels.iga() == Immunoglobulins.Level.UNDETECTABLE
            && levels.antiIga() == Immunoglobulins.Antibody.FOUND
        ? RiskState.of(newest(chart, "R-IGA", "R-ANTI-IGA"))
        : new RiskState.NotSeen();
  }

  static RiskState lowIga(ChartInReview chart) {
    return switch (chart.workup().immunoglobulins().iga()) {
      case LOW, UNDETECTABLE -> RiskState.of(newest(chart, "R-IGA"));
      case NOT_LOW, UNKNOWN -> new RiskState.NotSeen();
    };
  }

  static RiskState hepatitisB(ChartInReview chart, HepatitisB.Status... statuses) {
    HepatitisB known = chart.workup().hepatitisB();
    return List.of(statuses).contains(known.status())
        ? RiskState.of(known.evidence())
        : new RiskState.NotSeen();
  }

  static RiskState hepatitisBUntested(ChartInReview chart) {
    return chart.workup().hepatitisB().status() == HepatitisB.Status.NOT_ON_RECORD
        ? new RiskState.NotOnRecord(absence(chart))
        : new RiskState.NotSeen();
  }

  static RiskState notImmune(ChartInReview chart) {
    return RiskState.of(
        chart.findings().results().latest("R-VZV-IGG").stream()
            .filter(each -> each.outcome() == Outcome.NEGATIVE)
            .map(Evidence::of)
            .toList());
  }

  static RiskState immunityUnknown(ChartInReview chart) {
    boolean answered =
        chart.findings().results().latest("R-VZV-IGG").filter(TestResult::isAnswer).isPresent();
    return answered ? new RiskState.NotSeen() : new RiskState.NotOnRecord(absence(chart));
  }

  static boolean isImmune(Evidence contact, ChartInReview chart) {
    String test = Words.ofName(contact.seen()).contains("measles") ? "R-MEASLES-IGG" : "R-VZV-IGG";
    return chart
        .findings()
        .results()
        .latest(test)
        .filter(each -> each.outcome() == Outcome.POSITIVE)
        .isPresent();
  }

  static List<Evidence> newest(ChartInReview chart, String... tests) {
    return Stream.of(tests)
        .flatMap(test -> chart.findings().results().latest(test).stream())
        .map(Evidence::of)
        .toList();
  }

  /** Why something is not on record. */
  static String absence(ChartInReview chart) {
    return chart.patient().lacks("observations")
        ? "not available to this service"
        : "not on record";
  }
}
