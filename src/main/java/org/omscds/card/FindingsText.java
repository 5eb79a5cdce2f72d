package org.omscds.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.assessment.workup.TumourSearch;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.NotCounted;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.Pillar;

/** Writes what was found, what was not counted and what is unknown, with the place in the chart. */
final class FindingsText {

  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_LEFT_OUT = 8;

  private FindingsText() {}

  /** Every pillar with its state, and where it stands in the chart or why it is unknown. */
  static String all(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      lines.add(line(assessment.pillars().of(pillar)));
    }
    addTumourSearch(assessment, lines);
    addDiagnosis(assessment, lines);
    return Markdown.list("Found (unknown is not absent)", lines);
  }

  /** The pillars that are there or may be in a line each, the unknown ones in one. */
  static String inShort(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      PillarFinding each = assessment.pillars().of(pillar);
      if (each.finding() instanceof Finding.Unknown) {
        unknown.add(pillar.label());
      } else {
        lines.add(line(each));
      }
    }
    addTumourSearch(assessment, lines);
    addDiagnosis(assessment, lines);
    if (!unknown.isEmpty()) {
      lines.add("Unknown, not absent: " + String.join(", ", unknown));
    }
    return Markdown.list("Found", lines);
  }

  /** Tests that found no tumour, each with its day: they exclude none. */
  private static void addTumourSearch(Assessment assessment, List<String> lines) {
    List<TumourSearch.NotDetected> negatives = assessment.workup().tumourSearch().all();
    if (assessment.pillars().has(Pillar.D) || negatives.isEmpty()) {
      return;
    }
    lines.add(
        "Tumour looked for and not detected, which does not exclude one: "
            + negatives.stream()
                .limit(MOST_EVIDENCE)
                .map(FindingsText::notDetected)
                .collect(Collectors.joining("; ")));
  }

  private static String notDetected(TumourSearch.NotDetected test) {
    return Markdown.escape(test.modality())
        + ", "
        + test.date().display()
        + " ("
        + Markdown.escape(test.evidence().reference())
        + ")";
  }

  private static void addDiagnosis(Assessment assessment, List<String> lines) {
    for (Evidence diagnosis : assessment.diagnosisEvidence()) {
      lines.add("Diagnosis recorded: " + line(diagnosis));
    }
  }

  private static String line(PillarFinding pillar) {
    Finding finding = pillar.finding();
    return "**"
        + pillar.pillar()
        + " "
        + pillar.pillar().label()
        + ": "
        + state(finding)
        + "** – "
        + (pillar.isByAntibodyAlone() ? "by a high-risk antibody, no tumour recorded: " : "")
        + (finding instanceof Finding.Unknown(Finding.Reason why)
            ? reason(why)
            : evidence(finding));
  }

  private static String evidence(Finding finding) {
    return finding.restsOn().stream()
        .limit(MOST_EVIDENCE)
        .map(FindingsText::line)
        .collect(Collectors.joining("; "));
  }

  private static String reason(Finding.Reason why) {
    return switch (why) {
      case NOT_DOCUMENTED -> "not documented";
      case NOT_SUPPLIED -> "the data were not supplied";
    };
  }

  static String state(Finding finding) {
    return switch (finding) {
      case Finding.Present _ -> "PRESENT";
      case Finding.Possible _ -> "POSSIBLE";
      case Finding.Absent _ -> "ABSENT";
      case Finding.Unknown _ -> "UNKNOWN";
    };
  }

  /** One line for each finding, however often it is recorded. */
  static List<String> supporting(Assessment assessment) {
    Map<FindingId, List<Evidence>> byFinding = new LinkedHashMap<>();
    for (ClinicalStatement each : assessment.supporting()) {
      byFinding.computeIfAbsent(each.finding(), _ -> new ArrayList<>()).add(each.evidence());
    }
    List<String> lines =
        new ArrayList<>(byFinding.values().stream().map(FindingsText::latest).distinct().toList());
    assessment.workup().csf().forEach(result -> lines.add(csf(result)));
    return lines;
  }

  /** The latest of what is said of one finding, with how many other resources say it too. */
  private static String latest(List<Evidence> all) {
    List<Evidence> resources = Evidence.byResource(all);
    Evidence latest =
        resources.stream()
            .max(Comparator.comparing(each -> each.date().day().orElse(LocalDate.MIN)))
            .orElseThrow();
    return line(latest) + (resources.size() > 1 ? "; +" + (resources.size() - 1) : "");
  }

  /** A result of the CSF: it supports, and a normal one excludes nothing. */
  private static String csf(TestResult result) {
    String what =
        switch (result.outcome()) {
          case POSITIVE -> "raised or found; supports";
          case NEGATIVE, LOW -> "normal; does not exclude";
          case INDETERMINATE -> "open";
          case PENDING -> "pending";
        };
    return line(Evidence.of(result)) + ": " + what;
  }

  static List<String> alternatives(Assessment assessment) {
    return assessment.alternatives().stream()
        .map(each -> each.label() + ": " + line(each.evidence()))
        .toList();
  }

  static List<String> notCounted(Assessment assessment) {
    List<NotCounted> all = assessment.notCounted();
    List<String> lines =
        new ArrayList<>(
            all.stream()
                .limit(MOST_LEFT_OUT)
                .map(each -> line(each.evidence()) + ": " + each.reason())
                .toList());
    if (all.size() > MOST_LEFT_OUT) {
      lines.add("and " + (all.size() - MOST_LEFT_OUT) + " more");
    }
    return lines;
  }

  static String line(Evidence evidence) {
    return Markdown.escape(evidence.seen())
        + ", "
        + evidence.date().display()
        + " ("
        + Markdown.escape(evidence.reference())
        + ")";
  }
}
