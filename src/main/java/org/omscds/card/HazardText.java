package org.omscds.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.safety.DraftedAgent;
import org.omscds.assessment.safety.Hazard;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.assessment.safety.SamplesBeforeTreatment;
import org.omscds.consultation.Consultation;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SafetyTopic;
import org.omscds.patient.PatientRecord;

/** Says what speaks against the orders that are being written: in words for detail and summary. */
final class HazardText {

  private static final int LONGEST_DRUG = 24;

  private final KnowledgeBase knowledge;

  HazardText(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The hazards of a card, each with its level, place and day, by what is ordered. */
  String of(String card, Consultation consultation) {
    Map<DraftedAgent, List<String>> byDraft = new LinkedHashMap<>();
    for (SafetyTopic topic : SafetyTopic.values()) {
      if (topic.card().equals(card)) {
        consultation
            .assessment()
            .safety()
            .of(topic)
            .forEach(hazard ->
                byDraft
                    .computeIfAbsent(hazard.drafted(), _ -> new ArrayList<>())
                    .add(line(hazard)));
      }
    }
    List<String> parts = new ArrayList<>();
    byDraft.forEach((drafted, lines) ->
        parts.add(
            Markdown.list(
                "Checks for "
                    + Markdown.escape(drafted.name())
                    + " ("
                    + Markdown.escape(drafted.draft().reference())
                    + ")",
                lines)));
    notLookedAt(consultation.patient()).ifPresent(parts::add);
    return String.join("\n\n", parts);
  }

  /** The sources of a card's hazards. */
  static List<String> sources(String card, Assessment assessment) {
    return assessment.safety().hazards().stream()
        .filter(hazard -> hazard.drafted().agent().topic().card().equals(card))
        .flatMap(hazard -> hazard.check().sources().stream())
        .distinct()
        .toList();
  }

  private static String line(Hazard hazard) {
    String level =
        switch (hazard.level()) {
          case STOP -> "**STOP** ";
          case WARN -> "**Warning** ";
          case NOTE -> "Note: ";
        };
    String evidence =
        hazard.evidence().stream().map(FindingsText::line).collect(Collectors.joining("; "));
    StringBuilder line = new StringBuilder(level).append(hazard.label());
    if (!evidence.isEmpty()) {
      line.append(" \u2013 ").append(evidence);
    }
    if (!hazard.remark().isEmpty()) {
      line.append(" (").append(Markdown.escape(hazard.remark())).append(')');
    }
    hazard.check().saying().ifPresent(advice -> line.append(": ").append(advice));
    return line.append(hazard.check().proposal() ? " [PROPOSAL]" : "").toString();
  }

  /** What could not be checked, because it did not come with the call. */
  private static Optional<String> notLookedAt(PatientRecord patient) {
    List<String> missing = new ArrayList<>();
    if (patient.lacks("allergies")) {
      missing.add("allergies");
    }
    if (patient.lacks("conditions")) {
      missing.add("conditions");
    }
    if (patient.lacks("observations")) {
      missing.add("results");
    }
    if (patient.lacks("medicationRequests")) {
      missing.add("drugs");
    }
    if (patient.lacks("immunizations")) {
      missing.add("vaccinations");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("**Not available to this service**: " + String.join(", ", missing) + ".");
  }

  /** Samples that are neither drawn nor ordered. */
  List<String> samples(Assessment assessment) {
    return SamplesBeforeTreatment.open(assessment.orders(), assessment.neuroOnset(), knowledge);
  }

  /** Why antibody panels do not fit. */
  static List<String> panels(Assessment assessment) {
    return assessment.draftedTests().panels().stream()
        .flatMap(panel -> panel.reasons().stream())
        .distinct()
        .toList();
  }

  /** The worst hazard of a topic and how many more there are. */
  static String worst(SafetyReview safety, SafetyTopic topic) {
    List<String> labels = safety.of(topic).stream().map(Hazard::label).distinct().toList();
    if (labels.isEmpty()) {
      return "check";
    }
    return labels.size() == 1 ? labels.getFirst() : labels.getFirst() + " +" + (labels.size() - 1);
  }

  /** What is drafted under a topic, at most 24 characters, cut between words. */
  static String drug(SafetyReview safety, SafetyTopic topic) {
    return safety.of(topic).stream()
        .findFirst()
        .map(hazard -> hazard.drafted().name())
        .map(HazardText::cut)
        .map(HazardText::withCapital)
        .orElse("Drug");
  }

  /** The drug and the day that hold a live vaccine back. */
  static String hold(SafetyReview safety) {
    return safety.of(SafetyTopic.LIVE_VACCINE).stream()
        .flatMap(hazard -> hazard.evidence().stream())
        .findFirst()
        .map(evidence -> cut(evidence.seen()) + ", " + evidence.date().display())
        .orElse("see below");
  }

  /** The first immunotherapy that is being written. */
  static String firstImmunotherapy(SafetyReview safety) {
    return safety.drafted().stream()
        .filter(DraftedAgent::isImmunotherapy)
        .map(drafted ->
            switch (drafted.agent()) {
              case IVIG -> "IVIG";
              case ACTH -> "ACTH";
              default -> cut(drafted.name());
            })
        .findFirst()
        .orElse("immunotherapy");
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST_DRUG) {
      return name;
    }
    int space = name.lastIndexOf(' ', LONGEST_DRUG);
    return space > 0 ? name.substring(0, space) : name.substring(0, LONGEST_DRUG);
  }

  private static String withCapital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
