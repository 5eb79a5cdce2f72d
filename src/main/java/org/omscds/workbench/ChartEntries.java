package org.omscds.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Concept;
import org.omscds.patient.DraftOrder;
import org.omscds.patient.ImagingStudy;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;

/** Lists what was read from a chart, one entry for each resource. */
final class ChartEntries {

  private static final int LONGEST_WORDS = 300;

  private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

  private ChartEntries() {}

  /** The entries of a chart, in the order in which the record holds them. */
  static List<Map<String, @Nullable Object>> of(PatientRecord patient) {
    ChartEntries all = new ChartEntries();
    patient.problems().forEach(all::problem);
    patient.observations().forEach(all::observation);
    patient
        .reports()
        .forEach(each ->
            all.add(
                "report",
                each.reference(),
                joined(each.concept().display(), each.conclusion()),
                each.effective(),
                lower(each.status())));
    patient.imagingStudies().forEach(all::imaging);
    patient
        .procedures()
        .forEach(each ->
            all.add(
                "procedure",
                each.reference(),
                joined(each.concept().display(), each.outcome().display()),
                each.performed(),
                ""));
    patient
        .orders()
        .forEach(each ->
            all.add(
                "order",
                each.reference(),
                each.concept().display(),
                each.authored(),
                lower(each.state())));
    patient.medications().forEach(all::drug);
    patient
        .allergies()
        .forEach(each ->
            all.add("allergy", each.reference(), names(each.substances()), each.recorded(), ""));
    patient
        .vaccinations()
        .forEach(each ->
            all.add("vaccination", each.reference(), each.vaccine().display(), each.given(), ""));
    patient.drafts().forEach(all::draft);
    return List.copyOf(all.entries);
  }

  private void problem(Problem problem) {
    add(
        "problem",
        problem.reference(),
        joined(problem.concept().display(), String.join("; ", problem.notes())),
        problem.onset().or(problem.recorded()),
        lower(problem.clinicalStatus()) + ", " + lower(problem.verification()));
  }

  private void observation(Observed observed) {
    add(
        "observation",
        observed.reference(),
        joined(
            observed.items().stream()
                .map(ChartEntries::words)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; ")),
            String.join("; ", observed.notes())),
        observed.effective(),
        lower(observed.status()) + ", " + lower(observed.speaker()));
  }

  private static String words(ObservedItem item) {
    String value =
        switch (item.value()) {
          case ObservedValue.Flag(boolean yes) -> yes ? "yes" : "no";
          case ObservedValue.Coded(Concept concept) -> concept.display();
          case ObservedValue.Words(String text) -> text;
          case ObservedValue.Measured(var number, String unit, String comparator) ->
              (comparator + number.toPlainString() + " " + unit).strip();
          case ObservedValue.NotGiven(String reason) ->
              reason.isEmpty() ? "" : "no value: " + reason;
        };
    return value.isEmpty() ? item.concept().display() : item.concept().display() + ": " + value;
  }

  private void imaging(ImagingStudy study) {
    add(
        "imaging",
        study.reference(),
        joined(
            String.join(", ", study.modalities()) + " " + names(study.bodySites()),
            study.description()),
        study.started(),
        study.complete() ? "complete" : "not complete");
  }

  private void drug(MedicationUse use) {
    add(
        "drug",
        use.reference(),
        names(use.concepts()),
        use.start(),
        lower(use.kind()) + ", " + lower(use.state()));
  }

  private void draft(DraftOrder draft) {
    add(
        "draft",
        draft.reference(),
        names(draft.concepts()),
        ClinicalDate.unknown(),
        draft.selected() ? "selected" : "");
  }

  private void add(String kind, String reference, String words, ClinicalDate date, String status) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("kind", kind);
    entry.put("reference", reference);
    entry.put("words", cut(words.strip()));
    entry.put("date", day(date));
    entry.put("status", status);
    entries.add(entry);
  }

  private static String cut(String words) {
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + " …" : words;
  }

  /** The day of a date, or null where nobody recorded one. */
  static @Nullable String day(ClinicalDate date) {
    return date.day().map(Object::toString).orElse(null);
  }

  private static String joined(String one, String other) {
    return other.isBlank() ? one : one + " – " + other;
  }

  private static String names(List<Concept> concepts) {
    return concepts.stream().map(Concept::display).collect(Collectors.joining(" + "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
