package org.omscds.recommendation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.workup.DraftedTests;
import org.omscds.patient.Concept;
import org.omscds.patient.DraftOrder;
import org.omscds.patient.PatientRecord;

/**
 * The draft orders that a card is about, each by its id and what it asks for: a draft that is
 * changed to another drug is another order.
 */
final class DraftSubject {

  private DraftSubject() {}

  /** The drafts of a card; empty for a card about the chart. */
  static Set<String> of(
      String card, PatientRecord patient, Assessment assessment, Occasion occasion) {
    if (!occasion.hook().isAboutOrders()) {
      return Set.of();
    }
    Set<String> drafts = new TreeSet<>();
    assessment.safety().hazards().stream()
        .filter(hazard -> hazard.drafted().agent().topic().card().equals(card))
        .forEach(hazard -> drafts.add(name(hazard.drafted().draft())));
    if (drafts.isEmpty()) {
      assessment.draftedTests().panels().stream()
          .map(DraftedTests.UnfitPanel::draft)
          .forEach(draft -> drafts.add(name(draft)));
    }
    if (drafts.isEmpty()) {
      patient.drafts().forEach(draft -> drafts.add(name(draft)));
    }
    return drafts;
  }

  private static String name(DraftOrder draft) {
    return draft.reference()
        + "|"
        + draft.concepts().stream()
            .map(Concept::display)
            .map(each -> each.toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining("+"));
  }
}
