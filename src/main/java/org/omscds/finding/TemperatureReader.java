package org.omscds.finding;

import java.math.BigDecimal;
import java.util.Locale;
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

/** Reads fever from a measured body temperature: 38 degrees Celsius or more. */
final class TemperatureReader {

  private static final BigDecimal FEVER_CELSIUS = new BigDecimal("38");
  private static final BigDecimal FEVER_FAHRENHEIT = new BigDecimal("100.4");
  private static final BigDecimal WARMEST_CELSIUS = new BigDecimal("45");

  private final Terminology terminology;

  TemperatureReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
  }

  void read(Observed observed, StatementCollector collector) {
    for (int i = 0; i < observed.items().size(); i++) {
      ObservedItem item = observed.items().get(i);
      if (isTemperature(item) && isFever(item)) {
        collector.add(
            new ClinicalStatement(
                FindingId.FEVER,
                Certainty.PRESENT,
                Course.OBSERVED,
                observed.speaker(),
                observed.effective(),
                observed.effective(),
                ClinicalDate.unknown(),
                false,
                new Evidence(
                    observed.reference(),
                    ItemElement.of(observed.reference(), i).value(),
                    item.concept().display(),
                    observed.effective())));
      }
    }
  }

  private boolean isTemperature(ObservedItem item) {
    for (Coding coding : item.concept().codings()) {
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        if (term.concept().equals("body-temperature")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFever(ObservedItem item) {
    if (!(item.value() instanceof ObservedValue.Measured(BigDecimal number, String unit, _))) {
      return false;
    }
    boolean fahrenheit =
        unit.toLowerCase(Locale.ROOT).contains("f") || number.compareTo(WARMEST_CELSIUS) > 0;
    return number.compareTo(fahrenheit ? FEVER_FAHRENHEIT : FEVER_CELSIUS) >= 0;
  }
}
