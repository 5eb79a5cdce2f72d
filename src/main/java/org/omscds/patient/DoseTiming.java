package org.omscds.patient;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;

/** Reads how often a day a drug is to be taken, from a FHIR Dosage. */
final class DoseTiming {

  /** FHIR's timing abbreviations for daily use. */
  private static final Map<String, Integer> CODES =
      Map.of(
          "QD", 1, "AM", 1, "PM", 1, "BID", 2, "TID", 3, "QID", 4, "Q12H", 2, "Q8H", 3, "Q6H", 4);

  private static final Pattern FOUR =
      Pattern.compile("four times|4 times|qid|every 6 h|every 6 hours|q6h");
  private static final Pattern THREE =
      Pattern.compile("three times|3 times|tid|every 8 h|every 8 hours|q8h");
  private static final Pattern TWO =
      Pattern.compile("twice|two times|2 times|bid|every 12 h|every 12 hours|q12h");
  private static final Pattern ONE = Pattern.compile("once (a day|daily)|daily|every day|each day");

  private DoseTiming() {}

  /** Times a day; zero where nobody said, or less often than daily. */
  static int timesPerDay(FhirNode dosage) {
    FhirNode timing = dosage.at(Element.TIMING);
    FhirNode repeat = timing.at(Element.REPEAT);
    if (repeat.exists()) {
      return ofRepeat(repeat);
    }
    Concept code = FhirShapes.concept(timing.at(Element.CODE));
    for (Coding coding : code.codings()) {
      Integer times = CODES.get(coding.code().toUpperCase(Locale.ROOT));
      if (times != null) {
        return times;
      }
    }
    String said = code.text().isEmpty() ? dosage.text(Element.TEXT).orElse("") : code.text();
    return ofWords(said.toLowerCase(Locale.ROOT));
  }

  private static int ofRepeat(FhirNode repeat) {
    int frequency = repeat.number(Element.FREQUENCY).map(BigDecimal::intValue).orElse(1);
    int period = repeat.number(Element.PERIOD).map(BigDecimal::intValue).orElse(0);
    if (period < 1) {
      return 0;
    }
    return switch (repeat.text(Element.PERIOD_UNIT).orElse("")) {
      case "d" -> period == 1 ? frequency : 0;
      case "h" -> frequency * 24 / period;
      default -> 0;
    };
  }

  private static int ofWords(String said) {
    if (FOUR.matcher(said).find()) {
      return 4;
    }
    if (THREE.matcher(said).find()) {
      return 3;
    }
    if (TWO.matcher(said).find()) {
      return 2;
    }
    return ONE.matcher(said).find() ? 1 : 0;
  }
}
