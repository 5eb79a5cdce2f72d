package org.omscds.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.PillarFinding;
import org.omscds.consultation.Consultation;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.Finding;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Rule;
import org.omscds.knowledge.Source;
import org.omscds.patient.DataGap;
import org.omscds.recommendation.Recommendation;

/**
 * Writes the detail of a card in GitHub Flavored Markdown without HTML: what to do and why, what
 * was found and where, what was not counted, what is unknown, and the sources.
 */
final class CardDetail {

  /** Cards whose reader must judge the signs; the others are about the next step. */
  private static final Set<String> ABOUT_THE_SIGNS = Set.of("C01", "C02", "C03", "C04");

  private static final int MOST_EVIDENCE = 3;
  private static final int MOST_LEFT_OUT = 8;

  private final KnowledgeBase knowledge;
  private final SafetyReadout safety;

  CardDetail(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.safety = new SafetyReadout(knowledge);
  }

  String of(Recommendation recommendation, Consultation consultation) {
    Assessment assessment = consultation.assessment();
    boolean aboutTheSigns = ABOUT_THE_SIGNS.contains(recommendation.card().id());
    List<String> parts = new ArrayList<>();
    parts.add(statements(recommendation.card(), assessment));
    if (aboutTheSigns) {
      parts.add(rules(assessment));
    }
    parts.addAll(cardSpecific(recommendation, consultation));
    parts.add(list("Withheld", recommendation.leftOut()));
    parts.add(aboutTheSigns ? foundTable(assessment) : foundInShort(assessment));
    if (aboutTheSigns) {
      parts.add(list("Also recorded", supporting(assessment)));
    }
    parts.add(list("Seen, not counted", notCounted(assessment)));
    parts.add(unknown(assessment));
    parts.add(gaps(consultation));
    parts.add(footer(recommendation, consultation));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private static String statements(CardDefinition card, Assessment assessment) {
    return card.detail().stream()
        .filter(line -> assessment.facts().containsAll(line.when()))
        .map(line -> "- " + line.text() + (line.proposal() ? " [PROPOSAL]" : ""))
        .collect(Collectors.joining("\n"));
  }

  /** The rules of the highest tier that hold, with their wording. */
  private String rules(Assessment assessment) {
    String tier = assessment.tier().name();
    List<String> lines =
        assessment.suspicion().rules().stream()
            .map(id -> knowledge.rules().get(id))
            .filter(rule -> rule != null && rule.tier().equals(tier))
            .map(CardDetail::wording)
            .toList();
    return list("Why", lines);
  }

  private static String wording(Rule rule) {
    return "Rule " + rule.id() + ": " + rule.text() + (rule.isProposal() ? " [PROPOSAL]" : "");
  }

  private static String foundTable(Assessment assessment) {
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
  private static String foundInShort(Assessment assessment) {
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
                    .map(CardDetail::line)
                    .collect(Collectors.joining("; ")));
      }
    }
    for (Evidence diagnosis : assessment.diagnosisEvidence()) {
      lines.add("diagnosis recorded: " + line(diagnosis));
    }
    return list("Found", lines);
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

  private List<String> supporting(Assessment assessment) {
    return assessment.supporting().stream()
        .map(ClinicalStatement::evidence)
        .distinct()
        .map(CardDetail::line)
        .toList();
  }

  private static List<String> notCounted(Assessment assessment) {
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

  private static String unknown(Assessment assessment) {
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

  private List<String> cardSpecific(Recommendation recommendation, Consultation consultation) {
    Assessment assessment = consultation.assessment();
    return switch (recommendation.card().id()) {
      case "C05" ->
          List.of(
              list("Imaging since onset", imaging(assessment)),
              list("Before contrast and anaesthesia", safety.beforeContrast(consultation)));
      case "C26" ->
          List.of(
              list("Treatment and safety", safety.beforeTreatment(consultation)),
              stillDue(recommendation));
      case "C01", "C02", "C04" -> List.of(list("Drugs that can do this", drugs(assessment)));
      default -> List.of();
    };
  }

  /** Samples and laboratory tests that the last suggestion still asks for. */
  private static String stillDue(Recommendation recommendation) {
    return recommendation.suggestions().stream()
        .filter(offered -> offered.id().equals("labs-only"))
        .flatMap(offered -> offered.orders().stream())
        .filter(order -> !order.id().startsWith("REF-"))
        .map(order -> order.text().replaceAll(" ?[(:].*", ""))
        .reduce((one, other) -> one + "; " + other)
        .map(due -> "**Still due before treatment**: " + due + ".")
        .orElse("");
  }

  private static List<String> imaging(Assessment assessment) {
    List<String> lines = new ArrayList<>();
    for (BodyRegion region : BodyRegion.values()) {
      Evidence done = assessment.tumourImaging().done().get(region);
      Evidence pending = assessment.tumourImaging().pending().get(region);
      if (done != null) {
        lines.add(region.label() + ": done, " + line(done));
      } else if (pending != null) {
        lines.add(region.label() + ": ordered or report awaited, " + line(pending));
      } else {
        lines.add(region.label() + ": no MRI or CT in this record");
      }
    }
    return lines;
  }

  private static List<String> drugs(Assessment assessment) {
    return assessment.exposures().stream()
        .map(Exposure::evidence)
        .distinct()
        .map(CardDetail::line)
        .toList();
  }

  private static String gaps(Consultation consultation) {
    Set<String> lines = new LinkedHashSet<>();
    for (DataGap gap : consultation.patient().gaps()) {
      lines.add(gap.what() + " (" + Markdown.escape(gap.detail()) + ")");
    }
    return lines.isEmpty() ? "" : "**Not looked at**: " + String.join("; ", lines) + ".";
  }

  private String footer(Recommendation recommendation, Consultation consultation) {
    Set<String> keys = new LinkedHashSet<>(recommendation.row().sources());
    recommendation.card().detail().stream()
        .filter(line -> consultation.assessment().facts().containsAll(line.when()))
        .forEach(line -> keys.addAll(line.sources()));
    String sources =
        keys.stream()
            .map(knowledge::source)
            .map(Source::label)
            .distinct()
            .collect(Collectors.joining("; "));
    return "Sources: "
        + sources
        + ". Chart read as of "
        + consultation.patient().consultationDate()
        + "; knowledge "
        + knowledge.version()
        + ", research draft without clinical sign-off. Decision support only.";
  }

  static String line(Evidence evidence) {
    return Markdown.escape(evidence.seen())
        + ", "
        + evidence.date().display()
        + " ("
        + Markdown.escape(evidence.reference())
        + ")";
  }

  private static String list(String heading, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "**"
            + heading
            + "**\n\n"
            + lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
  }
}
