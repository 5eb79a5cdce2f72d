package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.List;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.patient.ClinicalDate;

/**
 * Whether antibodies in a sample may have come with intravenous immunoglobulin. It bears on
 * positive results alone: what IVIG brings makes no test negative. How long it lasts is left to the
 * laboratory, so every sample after the first infusion is in question. [PROPOSAL]
 */
public enum SerologyTiming {
  /** No IVIG is recorded, or the sample was taken before it or on its first day. */
  BEFORE_IVIG,
  /** The sample was taken after IVIG: a positive antibody may be the donors'. */
  AFTER_IVIG,
  /** IVIG is recorded, and a date is missing on one side. */
  UNKNOWN;

  /** The timing of a sample. */
  public static SerologyTiming of(ClinicalDate sample, List<ClinicalDate> infusions) {
    if (infusions.isEmpty()) {
      return BEFORE_IVIG;
    }
    boolean after =
        sample.day().isPresent()
            && infusions.stream()
                .flatMap(date -> date.day().stream())
                .anyMatch(day -> day.isBefore(sample.day().get()));
    boolean undated = infusions.stream().anyMatch(date -> !date.isKnown());
    if (after) {
      return AFTER_IVIG;
    }
    return undated || !sample.isKnown() ? UNKNOWN : BEFORE_IVIG;
  }

  /** When IVIG was given; where nobody recorded that, when an order of it ended or was made. */
  public static List<ClinicalDate> infusions(Findings findings, LocalDate today) {
    List<Exposure> all =
        findings.exposedTo(drug -> drug == DrugClass.IVIG).stream()
            .filter(each -> each.start().day().filter(day -> day.isAfter(today)).isEmpty())
            .toList();
    List<Exposure> given = all.stream().filter(Exposure::given).toList();
    return given.isEmpty()
        ? all.stream().filter(each -> !each.current()).map(Exposure::start).toList()
        : given.stream().map(Exposure::start).toList();
  }
}
