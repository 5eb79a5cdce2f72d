package org.omscds.finding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;

/**
 * Reads measured results that bear on a finding: urinary catecholamine metabolites, which may
 * support a tumour and never exclude one, and body temperature.
 */
final class ResultReader {

  private static final Set<String> CATECHOLAMINES =
      Set.of(
          "urine-hva-24h",
          "urine-hva-creatinine-24h",
          "urine-hva-creatinine-random",
          "urine-vma-24h",
          "urine-vma-creatinine-24h",
          "urine-vma-creatinine-random",
          "urine-catecholamines");

  private static final Set<String> HIGH = Set.of("H", "HH", "HU", "A", "AA", "POS");
  private static final BigDecimal FEVER_CELSIUS = new BigDecimal("38");
  private static final BigDecimal FEVER_FAHRENHEIT = new BigDecimal("100.4");
  private static final BigDecimal WARMEST_CELSIUS = new BigDecimal("45");

  private final Terminology terminology;

  ResultReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
  }

  void read(Observed observed, StatementCollector collector) {
    for (ObservedItem item : observed.items()) {
      Evidence evidence =
          new Evidence(observed.reference(), item.concept().display(), observed.effective());
      if (isAbout(item, CATECHOLAMINES)) {
        if (isHigh(item)) {
          collector.add(
              statement(FindingId.RAISED_CATECHOLAMINES, Certainty.POSSIBLE, observed, evidence));
        } else if (!(item.value() instanceof ObservedValue.NotGiven)
            || !item.interpretations().isEmpty()) {
          collector.add(
              new NotCounted(
                  FindingId.RAISED_CATECHOLAMINES,
                  evidence,
                  "not raised; a normal urine does not exclude a tumour"));
        }
      }
      if (isAbout(item, Set.of("body-temperature")) && isFever(item)) {
        collector.add(statement(FindingId.FEVER, Certainty.PRESENT, observed, evidence));
      }
    }
  }

  private boolean isAbout(ObservedItem item, Set<String> concepts) {
    for (Coding coding : item.concept().codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        if (concepts.contains(term.concept())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isHigh(ObservedItem item) {
    if (item.interpretations().stream().anyMatch(HIGH::contains)) {
      return true;
    }
    return item.value() instanceof ObservedValue.Measured(BigDecimal number, _, _)
        && item.highEnd().filter(high -> number.compareTo(high) > 0).isPresent();
  }

  private static boolean isFever(ObservedItem item) {
    if (!(item.value() instanceof ObservedValue.Measured(BigDecimal number, String unit, _))) {
      return false;
    }
    boolean fahrenheit =
        unit.toLowerCase(Locale.ROOT).contains("f") || number.compareTo(WARMEST_CELSIUS) > 0;
    return number.compareTo(fahrenheit ? FEVER_FAHRENHEIT : FEVER_CELSIUS) >= 0;
  }

  private static ClinicalStatement statement(
      FindingId finding, Certainty certainty, Observed observed, Evidence evidence) {
    return new ClinicalStatement(
        finding,
        certainty,
        Course.OBSERVED,
        observed.speaker(),
        observed.effective(),
        observed.effective(),
        ClinicalDate.unknown(),
        false,
        evidence);
  }
}
