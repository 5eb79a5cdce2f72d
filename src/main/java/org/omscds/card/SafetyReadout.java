package org.omscds.card;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.workup.HepatitisB;
import org.omscds.consultation.Consultation;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.Allergy;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Vaccination;

/** Reads out of the chart what somebody must look at before contrast, anaesthesia or treatment. */
final class SafetyReadout {

  private static final int PREGNANCY_FROM_MONTHS = 10 * 12;

  private static final Set<String> LIVE_VACCINES =
      Set.of(
          "vaccine-laiv",
          "vaccine-measles",
          "vaccine-measles-rubella",
          "vaccine-mmr",
          "vaccine-mmrv",
          "vaccine-oral-typhoid",
          "vaccine-rotavirus-monovalent",
          "vaccine-rotavirus-pentavalent",
          "vaccine-rotavirus-unspecified",
          "vaccine-smallpox-vaccinia",
          "vaccine-varicella",
          "vaccine-yellow-fever",
          "vaccine-zoster-live");

  private final KnowledgeBase knowledge;

  SafetyReadout(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  List<String> beforeContrast(Consultation consultation) {
    PatientRecord patient = consultation.patient();
    List<String> lines = new ArrayList<>();
    lines.add(latest("creatinine", "creatinine", patient));
    lines.add(latest("eGFR", "egfr", patient));
    lines.add(contrastReaction(patient));
    boolean mayBePregnant =
        patient.sex() != Sex.MALE
            && consultation.assessment().ageInMonths().orElse(0) >= PREGNANCY_FROM_MONTHS;
    if (mayBePregnant) {
      lines.add(latest("pregnancy test", "hcg", patient));
    }
    return lines;
  }

  List<String> beforeTreatment(Consultation consultation) {
    PatientRecord patient = consultation.patient();
    Assessment assessment = consultation.assessment();
    List<String> lines = new ArrayList<>();
    boolean drugsUnseen =
        patient.lacks("medicationRequests") || patient.lacks("medicationAdministrations");
    lines.add(
        drugsUnseen
            ? "immunotherapy: not all drug records were available to this service; check"
            : "immunotherapy: no course recorded since onset (doses are not read)");
    for (Exposure single : assessment.singleSteroidDoses()) {
      lines.add(
          "a single past steroid dose is not counted as a course: "
              + FindingsText.line(single.evidence()));
    }
    if (patient.lacks("allergies")) {
      lines.add("allergies: not available to this service; check before any drug");
    } else if (patient.allergies().isEmpty()) {
      lines.add("allergies: none in this record");
    } else {
      for (Allergy allergy : patient.allergies()) {
        lines.add(
            "allergy: " + substance(allergy) + " (" + Markdown.escape(allergy.reference()) + ")");
      }
    }
    for (Evidence infection : assessment.infections()) {
      lines.add("infection or its treatment: " + FindingsText.line(infection));
    }
    lines.add(latest("IgA", "serum-iga", patient));
    lines.add(latest("creatinine", "creatinine", patient));
    lines.add(hepatitisB(assessment.workup().hepatitisB(), patient));
    for (Vaccination vaccination : recentLiveVaccines(patient)) {
      lines.add(
          "live vaccine "
              + Markdown.escape(vaccination.vaccine().display())
              + " on "
              + vaccination.given().display()
              + ": ask before steroid or ACTH [PROPOSAL: "
              + knowledge.site().care().liveVaccineDays()
              + " days]");
    }
    return lines;
  }

  private String hepatitisB(HepatitisB hepatitisB, PatientRecord patient) {
    String seen =
        hepatitisB.evidence().stream()
            .map(FindingsText::line)
            .collect(Collectors.joining("; ", " – ", ""));
    return switch (hepatitisB.status()) {
      case NEGATIVE -> "hepatitis B: HBsAg and total anti-HBc negative" + seen;
      case POSITIVE_ANTIGEN -> "hepatitis B: POSITIVE" + seen;
      case ANTI_HBC_POSITIVE -> "hepatitis B: total anti-HBc POSITIVE" + seen;
      case ANTI_HBC_POSSIBLY_PASSIVE ->
          "hepatitis B: anti-HBc found after IVIG, possibly passive; HBV DNA tells" + seen;
      case NOT_ON_RECORD ->
          patient.lacks("observations")
              ? "hepatitis B: not available to this service"
              : "hepatitis B: HBsAg with total anti-HBc not on record within "
                  + knowledge.site().care().hepatitisBDays()
                  + " days [PROPOSAL]";
    };
  }

  private List<Vaccination> recentLiveVaccines(PatientRecord patient) {
    return patient.vaccinations().stream()
        .filter(each ->
            each.given()
                .isWithinDaysBefore(
                    patient.consultationDate(), knowledge.site().care().liveVaccineDays()))
        .filter(each -> isAbout(each.vaccine(), LIVE_VACCINES))
        .toList();
  }

  private String contrastReaction(PatientRecord patient) {
    if (patient.lacks("allergies")) {
      return "contrast reaction: allergies were not available to this service";
    }
    return patient.allergies().stream()
        .filter(allergy ->
            allergy.substances().stream()
                    .anyMatch(each -> isAbout(each, Set.of("contrast-media-allergy")))
                || substance(allergy).toLowerCase(java.util.Locale.ROOT).contains("contrast")
                || substance(allergy).toLowerCase(java.util.Locale.ROOT).contains("gadolinium"))
        .findFirst()
        .map(allergy ->
            "contrast reaction recorded: "
                + substance(allergy)
                + " ("
                + Markdown.escape(allergy.reference())
                + ")")
        .orElse("contrast reaction: none in this record");
  }

  private static String substance(Allergy allergy) {
    return allergy.substances().stream()
        .map(Concept::display)
        .findFirst()
        .map(Markdown::escape)
        .orElse("substance not named");
  }

  private String latest(String label, String concept, PatientRecord patient) {
    return patient.observations().stream()
        .filter(observed -> observed.status() != ResultStatus.VOID)
        .filter(observed ->
            observed.items().stream().anyMatch(item -> isAbout(item.concept(), Set.of(concept))))
        .max(Comparator.comparing((Observed each) -> each.effective().day().orElse(LocalDate.MIN)))
        .map(observed ->
            label
                + ": "
                + value(observed, concept)
                + ", "
                + observed.effective().display()
                + " ("
                + Markdown.escape(observed.reference())
                + ")")
        .orElse(
            patient.lacks("observations")
                ? label + ": not available to this service"
                : label + ": not recorded");
  }

  private String value(Observed observed, String concept) {
    Optional<ObservedItem> item =
        observed.items().stream()
            .filter(each -> isAbout(each.concept(), Set.of(concept)))
            .findFirst();
    return item.map(each ->
            switch (each.value()) {
              case ObservedValue.Measured(BigDecimal number, String unit, String comparator) ->
                  comparator
                      + number.toPlainString()
                      + (unit.isEmpty() ? "" : " " + Markdown.escape(unit));
              case ObservedValue.Words(String text) -> Markdown.escape(text);
              case ObservedValue.Coded(Concept value) -> Markdown.escape(value.display());
              case ObservedValue.Flag(boolean yes) -> yes ? "yes" : "no";
              case ObservedValue.NotGiven _ -> "no value";
            })
        .orElse("no value");
  }

  private boolean isAbout(Concept concept, Set<String> concepts) {
    for (Coding coding : concept.codings()) {
      if (knowledge.terminology().lookUp(coding.system(), coding.code()).stream()
          .anyMatch(term -> concepts.contains(term.concept()))) {
        return true;
      }
    }
    return false;
  }
}
