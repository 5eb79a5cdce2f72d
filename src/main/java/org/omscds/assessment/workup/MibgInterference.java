package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.DrugDefinition;
import org.omscds.knowledge.KnowledgeBase;

/**
 * A drug taken now, or within the last two weeks, that keeps MIBG out of the tumour's cells (EANM
 * guideline on neuroblastoma). Whether and how long to hold it is nuclear medicine's to say.
 *
 * @param strength how strong the evidence is, in words
 */
public record MibgInterference(Exposure exposure, String strength) {

  /** The drugs of a chart that interfere on that day. */
  static List<MibgInterference> of(Findings findings, LocalDate today, KnowledgeBase knowledge) {
    List<Exposure> taken = findings.exposedTo(drug -> drug == DrugClass.MIBG_INTERFERING);
    if (taken.isEmpty()) {
      return List.of();
    }
    Map<String, String> strengths = new HashMap<>();
    for (DrugDefinition drug : knowledge.drugs()) {
      if (drug.drugClass() == DrugClass.MIBG_INTERFERING) {
        drug.ingredients()
            .forEach(each -> strengths.put(each.name(), each.evidence().orElse("listed")));
      }
    }
    return taken.stream()
        .filter(each -> isTaken(each, today, knowledge.site().care().mibgDays()))
        .map(
            each -> new MibgInterference(each, strengths.getOrDefault(each.ingredient(), "listed")))
        .toList();
  }

  /** A recorded end decides; without one, what is current, or began in the last two weeks. */
  private static boolean isTaken(Exposure exposure, LocalDate today, int days) {
    if (exposure.end().isKnown()) {
      return exposure.end().isWithinDaysBefore(today, days);
    }
    return exposure.current() || exposure.start().isWithinDaysBefore(today, days);
  }
}
