package org.omscds.patient;

import static org.omscds.patient.OddShape.Hapi.AGREES;
import static org.omscds.patient.OddShape.Hapi.DIFFERS;
import static org.omscds.patient.OddShape.Hapi.HANGS;
import static org.omscds.patient.OddShape.condition;
import static org.omscds.patient.OddShape.observation;
import static org.omscds.patient.OddShape.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.omscds.patient.Problem.ClinicalStatus;

/** Dates and values in shapes that FHIR does not know. */
final class OddValues {

  private static final ClinicalDate NEW_YEAR = ClinicalDate.on(LocalDate.of(2026, 1, 1));

  private OddValues() {}

  static Stream<OddShape> rows() {
    return Stream.concat(dates(), values());
  }

  private static Stream<OddShape> dates() {
    return Stream.of(
        condition(
            "a date in an array",
            "\"onsetDateTime\":[\"2026-01-01\"]",
            AGREES,
            Problem::onset,
            NEW_YEAR),
        condition(
            "a date and time without a zone",
            "\"onsetDateTime\":\"2026-01-01T10:00:00\"",
            AGREES,
            Problem::onset,
            NEW_YEAR),
        condition(
            "a date with spaces around it",
            "\"onsetDateTime\":\" 2026-01-01 \"",
            AGREES,
            Problem::onset,
            NEW_YEAR),
        condition(
            "a year as number",
            "\"onsetDateTime\":2026",
            AGREES,
            Problem::onset,
            ClinicalDate.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))),
        condition(
            "a day that does not exist",
            "\"onsetDateTime\":\"2026-02-30\"",
            AGREES,
            Problem::onset,
            ClinicalDate.unknown()),
        condition(
            "a date in another notation",
            "\"onsetDateTime\":\"01/01/2026\"",
            AGREES,
            Problem::onset,
            ClinicalDate.unknown()),
        condition(
            "a date as period",
            "\"onsetPeriod\":\"2026-01-01\"",
            DIFFERS,
            Problem::onset,
            NEW_YEAR),
        condition(
            "a period as date",
            "\"onsetDateTime\":{\"start\":\"2026-01-01\"}",
            DIFFERS,
            Problem::onset,
            NEW_YEAR),
        condition(
            "a period whose start is no date",
            "\"onsetPeriod\":{\"start\":\"soon\",\"end\":\"2026-01-01\"}",
            AGREES,
            Problem::onset,
            NEW_YEAR),
        condition(
            "two forms of onset",
            "\"onsetString\":\"as a toddler\",\"onsetDateTime\":\"2026-01-01\"",
            DIFFERS,
            Problem::onset,
            NEW_YEAR),
        condition(
            "an age as string",
            "\"onsetAge\":{\"value\":\"2\",\"code\":\"a\"}",
            AGREES,
            Problem::onset,
            ClinicalDate.about(LocalDate.of(2025, 5, 6))),
        condition(
            "an age that no number can hold",
            "\"onsetAge\":{\"value\":18446744073709551616,\"code\":\"a\"}",
            AGREES,
            Problem::onset,
            ClinicalDate.unknown()),
        condition(
            "an age with a monstrous exponent",
            "\"onsetAge\":{\"value\":1e999999999,\"code\":\"a\"}",
            HANGS,
            Problem::onset,
            ClinicalDate.unknown()),
        condition(
            "the abatement flag of older FHIR",
            "\"abatementBoolean\":\"true\"",
            DIFFERS,
            Problem::clinicalStatus,
            ClinicalStatus.RESOLVED));
  }

  private static Stream<OddShape> values() {
    return Stream.of(
        value(
            "a number as string",
            "\"valueQuantity\":{\"value\":\"4.5\",\"unit\":\"mg\"}",
            AGREES,
            new ObservedValue.Measured(new BigDecimal("4.5"), "mg", "")),
        value(
            "a number that is none",
            "\"valueQuantity\":{\"value\":\"high\"}",
            AGREES,
            new ObservedValue.NotGiven("")),
        value(
            "a number with a monstrous exponent",
            "\"valueQuantity\":{\"value\":1e999999999}",
            HANGS,
            new ObservedValue.NotGiven("")),
        value(
            "a whole number as string",
            "\"valueInteger\":\"3\"",
            AGREES,
            new ObservedValue.Measured(new BigDecimal("3"), "", "")),
        value(
            "a boolean as string",
            "\"valueBoolean\":\"true\"",
            AGREES,
            new ObservedValue.Flag(true)),
        value(
            "a boolean that is neither",
            "\"valueBoolean\":\"yes\"",
            AGREES,
            new ObservedValue.NotGiven("")),
        value(
            "a string where a concept is expected",
            "\"valueCodeableConcept\":\"positive\"",
            DIFFERS,
            new ObservedValue.Coded(words("positive"))),
        value(
            "a number where a quantity is expected",
            "\"valueQuantity\":4.5",
            AGREES,
            new ObservedValue.NotGiven("")),
        value(
            "a quantity in an array",
            "\"valueQuantity\":[{\"value\":4.5}]",
            AGREES,
            new ObservedValue.Measured(new BigDecimal("4.5"), "", "")),
        value(
            "an empty string as value",
            "\"valueString\":\"\"",
            AGREES,
            new ObservedValue.NotGiven("")),
        value(
            "blanks as value", "\"valueString\":\" \\t \"", AGREES, new ObservedValue.NotGiven("")),
        value(
            "null as value",
            "\"valueString\":null,\"dataAbsentReason\":\"masked\"",
            DIFFERS,
            new ObservedValue.NotGiven("masked")),
        observation(
            "one reference range and one interpretation, not in arrays",
            "\"referenceRange\":{\"high\":{\"value\":\"12\"}},\"interpretation\":{\"coding\":{\"code\":\"h\"}}",
            AGREES,
            Observed::items,
            List.of(
                new ObservedItem(
                    Concept.NONE,
                    new ObservedValue.NotGiven(""),
                    List.of("H"),
                    List.of(new ReferenceRange(List.of(), List.of(new BigDecimal("12")), ""))))),
        observation(
            "a range in words and one that is therapeutic",
            "\"referenceRange\":[{\"text\":\"negative\"},{\"type\":{\"coding\":[{\"code\":\"therapeutic\"}]},\"high\":{\"value\":4}}]",
            AGREES,
            seen -> seen.items().getFirst().ranges(),
            List.of(new ReferenceRange(List.of(), List.of(), "negative"))),
        observation(
            "a range whose low end is a bare number",
            "\"referenceRange\":[{\"low\":3,\"high\":{\"value\":9}}]",
            AGREES,
            seen -> seen.items().getFirst().ranges(),
            List.of(new ReferenceRange(List.of(), List.of(new BigDecimal("9")), ""))),
        observation(
            "a specimen that is a string and a method that is one",
            "\"specimen\":\"CSF\",\"method\":\"line blot\"",
            DIFFERS,
            Observed::method,
            words("line blot")),
        observation(
            "one component, not in an array",
            "\"component\":{\"valueInteger\":5}",
            AGREES,
            seen -> seen.items().size(),
            2),
        observation(
            "components that are empty or null",
            "\"component\":[null,{},[]]",
            DIFFERS,
            seen -> seen.items().size(),
            2),
        observation(
            "a status that nobody knows",
            "\"status\":\"done\"",
            AGREES,
            Observed::status,
            ResultStatus.PRELIMINARY),
        observation("no status", "\"status\":null", AGREES, Observed::status, ResultStatus.FINAL),
        observation(
            "a performer that is not in an array",
            "\"performer\":{\"reference\":\"Patient/child-7\"}",
            AGREES,
            Observed::speaker,
            Speaker.FAMILY),
        observation(
            "a performer that is a string",
            "\"performer\":[\"Patient/child-7\"]",
            DIFFERS,
            Observed::speaker,
            Speaker.FAMILY),
        observation(
            "a server whose address names patients",
            "\"performer\":[{\"reference\":\"https://ehr.example.org/InPatient/Practitioner/1\"}]",
            AGREES,
            Observed::speaker,
            Speaker.CLINICIAN));
  }

  private static OddShape value(
      String name, String member, OddShape.Hapi hapi, ObservedValue expected) {
    return observation(name, member, hapi, seen -> seen.items().getFirst().value(), expected);
  }
}
