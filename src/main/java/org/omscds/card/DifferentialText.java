package org.omscds.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.omscds.assessment.mimic.Differential;
import org.omscds.assessment.mimic.NamedMimic;
import org.omscds.assessment.mimic.Trigger;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.MimicDefinition;

/** Writes what else to think of, with the clues and the test that tells, and what came before. */
final class DifferentialText {

  private static final int MOST_CLUES = 2;
  private static final int MOST_TRIGGERS = 4;

  private DifferentialText() {}

  /** Mimics with clues, a line each, then the others in one line. */
  static String all(Differential differential) {
    List<String> lines = new ArrayList<>(lines(differential));
    if (!differential.further().isEmpty()) {
      lines.add(
          (lines.isEmpty() ? "No clue recorded; think of: " : "Also think of: ")
              + differential.further().stream()
                  .map(MimicDefinition::label)
                  .collect(Collectors.joining("; ")));
    }
    return Markdown.list("Mimics to exclude, by recorded clues [PROPOSAL]", lines);
  }

  /** Mimics with clues only. */
  static String byClues(Differential differential) {
    return Markdown.list("Mimics to exclude, by recorded clues [PROPOSAL]", lines(differential));
  }

  private static List<String> lines(Differential differential) {
    return differential.named().stream().map(DifferentialText::line).toList();
  }

  private static String line(NamedMimic named) {
    MimicDefinition mimic = named.mimic();
    return "**"
        + mimic.label()
        + "** – "
        + evidence(named.clues(), MOST_CLUES)
        + ". To tell: "
        + mimic.test();
  }

  /** The title says that nothing is concluded from them. */
  static String triggers(List<Trigger> triggers) {
    List<String> lines =
        new ArrayList<>(
            triggers.stream()
                .limit(MOST_TRIGGERS)
                .map(each -> each.definition().label() + ": " + evidence(each.evidence(), 1))
                .toList());
    if (triggers.size() > MOST_TRIGGERS) {
      lines.add("and " + (triggers.size() - MOST_TRIGGERS) + " more");
    }
    return Markdown.list("Came before (context only; no reason not to search for a tumour)", lines);
  }

  private static String evidence(List<Evidence> evidence, int most) {
    String shown =
        evidence.stream().limit(most).map(FindingsText::line).collect(Collectors.joining("; "));
    return evidence.size() > most ? shown + "; +" + (evidence.size() - most) : shown;
  }
}
