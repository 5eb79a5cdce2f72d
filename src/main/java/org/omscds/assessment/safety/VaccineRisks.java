package org.omscds.assessment.safety;

import java.util.List;
import org.omscds.assessment.workup.LiveVaccineInterval.Hold;
import org.omscds.assessment.workup.LiveVaccineInterval.Reason;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.Words;
import org.omscds.patient.Vaccination;

/** What vaccines and immunosuppression mean for each other. */
final class VaccineRisks {

  private static final int LIVE_VACCINE_DAYS = 28;

  private final KnowledgeBase knowledge;
  private final Terminology terminology;

  VaccineRisks(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.terminology = knowledge.terminology();
  }

  RiskState liveVaccine(ChartInReview chart) {
    return RiskState.of(
        chart.patient().vaccinations().stream()
            .filter(each -> each.given().isWithinDaysBefore(chart.today(), LIVE_VACCINE_DAYS))
            .filter(this::isLive)
            .map(each -> new Evidence(each.reference(), each.vaccine().display(), each.given()))
            .toList());
  }

  boolean isLive(Vaccination vaccination) {
    return knowledge.safety().agents().stream()
        .filter(each -> each.agent() == SafetyAgent.LIVE_VACCINE)
        .flatMap(each -> each.concepts().stream())
        .anyMatch(concept -> ConceptNames.isAbout(vaccination.vaccine(), concept, terminology));
  }

  static RiskState immunosuppressed(ChartInReview chart) {
    return held(
        chart.workup().liveVaccineHolds().stream()
            .filter(each -> each.reason() != Reason.IVIG)
            .filter(each -> each.reason() != Reason.STEROID_OR_ACTH || each.doseKnown())
            .toList());
  }

  static RiskState steroidCourse(ChartInReview chart) {
    return held(
        chart.workup().liveVaccineHolds().stream()
            .filter(each -> each.reason() == Reason.STEROID_OR_ACTH && !each.doseKnown())
            .toList());
  }

  /** IVIG bears on the vaccines against measles and varicella alone. */
  static RiskState ivigInterval(DraftedAgent drafted, ChartInReview chart) {
    boolean concerned =
        Words.ofName(drafted.name()).contains("measles")
            || Words.ofName(drafted.name()).contains("varicella");
    return concerned
        ? held(
            chart.workup().liveVaccineHolds().stream()
                .filter(each -> each.reason() == Reason.IVIG)
                .toList())
        : new RiskState.NotSeen();
  }

  static RiskState held(List<Hold> holds) {
    String until =
        holds.stream()
            .map(each ->
                each.until().isKnown() ? "until " + each.until().display() : "while it goes on")
            .distinct()
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return holds.isEmpty()
        ? new RiskState.NotSeen()
        : new RiskState.Seen(holds.stream().map(Hold::evidence).toList(), until);
  }
}
