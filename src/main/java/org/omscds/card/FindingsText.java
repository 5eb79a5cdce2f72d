package org.omscds.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.PillarFinding;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.Pillar;

/** Writes what was found, what was not counted and what is unknown, with the place in the chart. */
final class FindingsText {

  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_LEFT_OUT = 8;

  private FindingsText() {}

  static String table(Assessment assessment) {
    StringBuilder table = new StringBuilder("| Pillar | State | Seen | Date | Where |\n");
    table.append("|---|---|---|---|---|");
    for (Pillar pillar : Pillar.values()) {
      PillarFinding finding = assessment.pillars().of(pillar);
      List<Evidence> evidence = finding.finding().restsOn();
      if (evidence.isEmpty()) {
        table.append(row(pillar, finding.finding(), "–", "–", "–"));
      }
      for (Evidence each : evidence.subList(0, Math.min(MOST_EVIDENCE, evidence.size()))) {
        table.append(
            row(
                pillar,
                finding.finding(),
                Markdown.escape(each.seen()),
                each.date().display(),
                Markdown.escape(each.reference())));
      }
    }
    return "**Found**\n\n" + table;
  }

  /** The pillars in one line each, for cards that are about the next step. */
  static String inShort(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      PillarFinding finding = assessment.pillars().of(pillar);
      if (finding.isPresent() || finding.isPossible()) {
        lines.add(
            pillar.label()
                + " "
                + state(finding.finding())
                + ": "
                + finding.finding().restsOn().stream()
                    .limit(MOST_EVIDENCE)
                    .map(FindingsText::line)
                    .collect(Collectors.joining("; ")));
      }
    }
    for (Evidence diagnosis : assessment.diagnosisEvidence()) {
      lines.add("diagnosis recorded: " + line(diagnosis));
    }
    return Markdown.list("Found", lines);
  }

  private static String row(
      Pillar pillar, Finding finding, String seen, String date, String where) {
    return "\n| "
        + String.join(" | ", pillar + " " + pillar.label(), state(finding), seen, date, where)
        + " |";
  }

  static String state(Finding finding) {
    return switch (finding) {
      case Finding.Present _ -> "PRESENT";
      case Finding.Possible _ -> "POSSIBLE";
      case Finding.Absent _ -> "ABSENT";
      case Finding.Unknown _ -> "UNKNOWN";
    };
  }

  static List<String> supporting(Assessment assessment) {
    return assessment.supporting().stream()
        .map(ClinicalStatement::evidence)
        .distinct()
        .map(FindingsText::line)
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

  static String unknown(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      if (assessment.pillars().of(pillar).finding()
          instanceof Finding.Unknown(Finding.Reason why)) {
        lines.add(
            pillar.label()
                + switch (why) {
                  case NOT_DOCUMENTED -> ": not documented";
                  case NOT_SUPPLIED -> ": the data were not supplied";
                });
      }
    }
    return lines.isEmpty() ? "" : "**Unknown, not absent**: " + String.join("; ", lines) + ".";
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
