package org.omscds.assessment.safety;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.Order;

/** What makes an MIBG scan or contrast unsafe or useless. */
final class ImagingRisks {

  private static final int RENAL_DAYS = 30;
  private static final BigDecimal EGFR_LIMIT = new BigDecimal("30");
  private static final Set<String> THYROID_BLOCK_WORDS =
      Set.of("lugol", "perchlorate", "iodide", "iodate");

  private final Terminology terminology;

  ImagingRisks(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
  }

  static RiskState egfrBelow30(ChartInReview chart) {
    return RiskState.of(
        chart.findings().results().latest("R-EGFR").stream()
            .filter(each -> each.date().isWithinDaysBefore(chart.today(), RENAL_DAYS))
            .filter(each ->
                each.value() instanceof ObservedValue.Measured(BigDecimal number, _, _)
                    && number.compareTo(EGFR_LIMIT) < 0)
            .map(Evidence::of)
            .toList());
  }

  RiskState mibgPlanned(ChartInReview chart) {
    return RiskState.of(
        chart.patient().requests().stream()
            .filter(each -> each.state() == Order.State.PENDING)
            .filter(each -> isMibg(each.concept()))
            .map(each -> new Evidence(each.reference(), each.concept().display(), each.authored()))
            .toList());
  }

  boolean isMibg(Concept concept) {
    return ConceptNames.isAbout(concept, "mibg-scintigraphy", terminology)
        || ConceptNames.words(concept)
            .anyMatch(word -> word.equals("mibg") || word.equals("iobenguane"));
  }

  static RiskState mibgInterference(ChartInReview chart) {
    List<Evidence> drugs =
        chart.workup().mibgInterference().stream().map(each -> each.exposure().evidence()).toList();
    String strength =
        chart.workup().mibgInterference().stream()
            .map(each -> each.exposure().ingredient() + ": " + each.strength())
            .distinct()
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return drugs.isEmpty() ? new RiskState.NotSeen() : new RiskState.Seen(drugs, strength);
  }

  static RiskState thyroidBlock(ChartInReview chart) {
    Stream<Concept> ordered =
        Stream.concat(
            chart.patient().medications().stream().flatMap(each -> each.concepts().stream()),
            chart.patient().drafts().stream().flatMap(each -> each.concepts().stream()));
    return ordered.flatMap(ConceptNames::words).anyMatch(THYROID_BLOCK_WORDS::contains)
        ? new RiskState.NotSeen()
        : new RiskState.NotOnRecord("no iodide, iodate or perchlorate among the drugs");
  }
}
