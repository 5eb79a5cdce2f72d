package org.omscds.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Derives the shared parts of the facts from HAPI's object model. */
final class HapiShapes {

  private static final Set<String> FAMILY =
      Set.of("Patient", "RelatedPerson", "QuestionnaireResponse");

  private HapiShapes() {}

  static String reference(Resource resource) {
    String id = resource.getIdElement().getIdPart();
    return resource.fhirType() + "/" + (id == null ? "(no id)" : id);
  }

  /** What a string says, without the spaces around it. */
  static String words(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static Coding coding(org.hl7.fhir.r4.model.Coding coding) {
    return new Coding(
        words(coding.getSystem()), words(coding.getCode()), words(coding.getDisplay()));
  }

  static Concept concept(CodeableConcept concept) {
    return new Concept(codings(concept.getCoding()), words(concept.getText()));
  }

  /** A coding that stands where FHIR has no CodeableConcept. */
  static List<Coding> codings(List<org.hl7.fhir.r4.model.Coding> codings) {
    return codings.stream()
        .map(HapiShapes::coding)
        .filter(coding -> !coding.code().isEmpty() || !coding.display().isEmpty())
        .toList();
  }

  static List<Concept> concepts(List<CodeableConcept> concepts) {
    return concepts.stream()
        .map(HapiShapes::concept)
        .filter(concept -> !concept.isEmpty())
        .toList();
  }

  /** The first code, or the words where there is none, in lower case. */
  static String code(CodeableConcept concept) {
    return Stream.concat(
            concept.getCoding().stream().map(coding -> words(coding.getCode())),
            Stream.of(words(concept.getText())))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  static List<String> notes(List<Annotation> notes) {
    return notes.stream()
        .map(note -> words(note.getText()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  static Speaker speaker(List<Reference> actors) {
    return actors.stream().anyMatch(actor -> FAMILY.contains(typeOf(actor)))
        ? Speaker.FAMILY
        : Speaker.CLINICIAN;
  }

  private static String typeOf(Reference reference) {
    return words(reference.getReferenceElement().getResourceType());
  }

  /** The day that was written, whatever it is in another time zone. */
  static ClinicalDate date(@Nullable BaseDateTimeType date) {
    if (date == null || date.getValue() == null || date.getValueAsString().startsWith("0000")) {
      return ClinicalDate.unknown();
    }
    int year = date.getYear();
    return switch (date.getPrecision()) {
      case YEAR -> ClinicalDate.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      case MONTH -> {
        LocalDate first = LocalDate.of(year, date.getMonth() + 1, 1);
        yield ClinicalDate.between(first, first.plusMonths(1).minusDays(1));
      }
      case DAY, MINUTE, SECOND, MILLI ->
          ClinicalDate.on(LocalDate.of(year, date.getMonth() + 1, date.getDay()));
    };
  }

  static ClinicalDate start(Period period) {
    return date(period.getStartElement()).or(end(period));
  }

  static ClinicalDate end(Period period) {
    return date(period.getEndElement());
  }

  /** A date, the start of a period, or a date in words; unknown for any other choice. */
  static ClinicalDate when(@Nullable Type choice) {
    return switch (choice) {
      case BaseDateTimeType date -> date(date);
      case Period period -> start(period);
      case StringType text -> inWords(text);
      case null, default -> ClinicalDate.unknown();
    };
  }

  /** As {@link #when}, also for ages and ranges of ages. */
  static ClinicalDate whenOrAtAge(@Nullable Type choice, ClinicalDate birth) {
    return switch (choice) {
      case Quantity age -> atAge(age, birth);
      case Range range -> atAge(range.getLow(), birth).or(atAge(range.getHigh(), birth));
      case null, default -> when(choice);
    };
  }

  private static ClinicalDate inWords(StringType text) {
    try {
      return date(new DateTimeType(words(text.getValue())));
    } catch (RuntimeException _) {
      return ClinicalDate.unknown();
    }
  }

  /** The day on which the patient had that age. */
  static ClinicalDate atAge(Quantity age, ClinicalDate birth) {
    if (age.getValue() == null
        || age.getValue().abs().compareTo(BigDecimal.valueOf(1500)) > 0
        || birth.day().isEmpty()) {
      return ClinicalDate.unknown();
    }
    LocalDate born = birth.day().get();
    String unit = age.hasCode() ? age.getCode() : words(age.getUnit());
    int daysOrMonths =
        age.getValue().multiply(perUnit(unit)).setScale(0, RoundingMode.HALF_UP).intValueExact();
    return switch (unit) {
      case "a", "y", "yr", "yrs", "year", "years", "mo", "mos", "month", "months" ->
          ClinicalDate.about(born.plusMonths(daysOrMonths));
      case "wk", "wks", "week", "weeks", "d", "day", "days" ->
          ClinicalDate.about(born.plusDays(daysOrMonths));
      default -> ClinicalDate.unknown();
    };
  }

  private static BigDecimal perUnit(String unit) {
    return BigDecimal.valueOf(unit.matches("a|y.*") ? 12 : unit.startsWith("w") ? 7 : 1);
  }
}
