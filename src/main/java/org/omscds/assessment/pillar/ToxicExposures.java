package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.ClinicalDate;

/**
 * Drugs and toxins that can cause opsoclonus or myoclonus (Cannilla 2024; NOVEL, Utah): drugs by
 * their ingredient, poisons and stings by the words of the chart. They never block the search for a
 * tumour.
 */
public final class ToxicExposures {

  /** An exposure of that long ago may still explain signs. [PROPOSAL] */
  static final int DAYS = 14;

  private ToxicExposures() {}

  /** What is taken or acts now, or began or ended in the last two weeks. */
  public static List<Exposure> recent(Findings findings, LocalDate today) {
    return Stream.concat(
            causingMyoclonus(findings).stream(),
            findings.exposedTo(drug -> drug == DrugClass.MYOCLONUS_CAUSING).stream())
        .filter(each -> each.isWithin(DAYS, today))
        .toList();
  }

  /** All of M-DRUG, whenever it was. */
  static List<Exposure> causingMyoclonus(Findings findings) {
    Stream<Exposure> toxins =
        findings.present(FindingId.TOXIN_EXPOSURE).stream().map(ToxicExposures::exposure);
    return Stream.concat(
            findings.exposedTo(drug -> drug == DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING).stream(),
            toxins)
        .toList();
  }

  /** One that nobody dated counts as of now. */
  private static Exposure exposure(ClinicalStatement toxin) {
    ClinicalDate day = toxin.onset().or(toxin.asserted());
    return new Exposure(
        DrugClass.OPSOCLONUS_OR_MYOCLONUS_CAUSING,
        toxin.evidence().seen(),
        true,
        !day.isKnown(),
        day,
        toxin.ended().or(toxin.asserted()),
        toxin.evidence());
  }
}
