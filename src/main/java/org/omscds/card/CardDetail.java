package org.omscds.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.consultation.Consultation;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.CardDefinition;
import org.omscds.knowledge.CardDefinition.Section;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Rule;
import org.omscds.knowledge.Source;
import org.omscds.patient.DataGap;
import org.omscds.recommendation.Recommendation;

/**
 * Writes the detail of a card in GitHub Flavored Markdown without HTML: what to do and why, what
 * was found and where, what was not counted, what is unknown, and the sources.
 */
final class CardDetail {

  private final KnowledgeBase knowledge;
  private final SafetyReadout safety;
  private final CourseText course;
  private final PnsCareText pnsCare;
  private final CancerSearchText cancerSearch;
  private final HazardText hazards;

  CardDetail(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.safety = new SafetyReadout(knowledge);
    this.course = new CourseText(knowledge);
    this.pnsCare = new PnsCareText(knowledge);
    this.cancerSearch = new CancerSearchText(knowledge);
    this.hazards = new HazardText(knowledge);
  }

  String of(Recommendation recommendation, Consultation consultation) {
    List<String> parts = new ArrayList<>();
    parts.add(Markdown.list("Withheld", recommendation.leftOut()));
    for (Section section : recommendation.card().sections()) {
      parts.add(write(section, recommendation, consultation));
    }
    parts.add(gaps(consultation));
    parts.add(footer(recommendation, consultation));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private String write(Section section, Recommendation recommendation, Consultation consultation) {
    Assessment assessment = consultation.assessment();
    return switch (section) {
      case STATEMENTS ->
          Markdown.list("What to know and do", statements(recommendation.card(), assessment));
      case ALTERNATIVES ->
          Markdown.list("Recorded and may explain it", FindingsText.alternatives(assessment));
      case RULES -> rules(assessment);
      case IMAGING -> Markdown.list("Imaging since onset", imaging(assessment));
      case BEFORE_CONTRAST ->
          Markdown.list("Before contrast and anaesthesia", safety.beforeContrast(consultation));
      case BEFORE_TREATMENT ->
          Markdown.list("Treatment and safety", safety.beforeTreatment(consultation));
      case STILL_DUE -> stillDue(recommendation);
      case DIFFERENTIAL -> DifferentialText.all(assessment.differential());
      case DIFFERENTIAL_BY_CLUES -> DifferentialText.byClues(assessment.differential());
      case TRIGGERS -> DifferentialText.triggers(assessment.triggers());
      case DRUGS -> Markdown.list("Drugs that can do this", drugs(assessment));
      case FINDINGS -> FindingsText.all(assessment);
      case FINDINGS_IN_SHORT -> FindingsText.inShort(assessment);
      case NOT_COUNTED -> Markdown.list("Seen, not counted", FindingsText.notCounted(assessment));
      case PNS_CARE ->
          assessment.holds(Fact.ADULT)
              ? pnsCare.of(assessment.paraneoplastic())
              : pnsCare.ofAdolescent(assessment.paraneoplastic());
      case CANCER_SEARCH -> Markdown.list("Search for a cancer", cancerSearch.search(assessment));
      case PREDICTORS ->
          Markdown.list("Points to a cancer here", CancerSearchText.predictors(consultation));
      case SUPPORTING -> Markdown.list("Also recorded", FindingsText.supporting(assessment));
      case WORSENING -> Markdown.list("What became worse", course.worsening(assessment));
      case SCORES ->
          Markdown.list(
              "Severity scores (compared within one scale only)", CourseText.scores(assessment));
      case PAST_AGENTS ->
          Markdown.list(
              "Drugs so far, with the score before and after", course.agents(consultation));
      case TAPERS -> Markdown.list("Ends of steroid and ACTH", CourseText.tapers(assessment));
      case LAST_TUMOUR_SCAN -> Markdown.list("Tumour search", CourseText.lastScan(assessment));
      case REPEAT_SEARCH ->
          Markdown.list("Searches that found no tumour", FollowUpText.searches(assessment));
      case FOLLOW_UP -> Markdown.list("Due and not in this record", FollowUpText.gaps(assessment));
      case READINESS -> Markdown.list("Before an escalation", course.readiness(assessment));
      case HAZARDS -> hazards.of(recommendation.card().id(), consultation);
      case SAMPLES -> Markdown.list("Neither drawn nor ordered", hazards.samples(assessment));
      case PANEL -> Markdown.list("Does not fit", HazardText.panels(assessment));
    };
  }

  private static List<String> statements(CardDefinition card, Assessment assessment) {
    return card.detail().stream()
        .filter(line -> line.holds(assessment.facts()))
        .map(line -> line.text() + (line.proposal() ? " [PROPOSAL]" : ""))
        .toList();
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
    return Markdown.list("Why", lines);
  }

  private static String wording(Rule rule) {
    return "Rule " + rule.id() + ": " + rule.text() + (rule.isProposal() ? " [PROPOSAL]" : "");
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
        lines.add(region.label() + ": done, " + FindingsText.line(done));
      } else if (pending != null) {
        lines.add(region.label() + ": ordered or report awaited, " + FindingsText.line(pending));
      } else {
        lines.add(region.label() + ": no MRI or CT in this record");
      }
    }
    for (Evidence test : assessment.tumourImaging().insufficient()) {
      lines.add(FindingsText.line(test) + ": does not complete the search");
    }
    return lines;
  }

  private static List<String> drugs(Assessment assessment) {
    return assessment.exposures().stream()
        .map(Exposure::evidence)
        .distinct()
        .map(FindingsText::line)
        .toList();
  }

  private static String gaps(Consultation consultation) {
    Map<String, Set<String>> whatByReason = new LinkedHashMap<>();
    for (DataGap gap : consultation.patient().gaps()) {
      whatByReason.computeIfAbsent(gap.detail(), _ -> new LinkedHashSet<>()).add(gap.what());
    }
    String lines =
        whatByReason.entrySet().stream()
            .map(each ->
                String.join(", ", each.getValue()) + " (" + Markdown.escape(each.getKey()) + ")")
            .collect(Collectors.joining("; "));
    return lines.isEmpty() ? "" : "**Not looked at**: " + lines + ".";
  }

  /** What the site adds after the fixed words, which it cannot take away. */
  private String disclaimer() {
    String words = knowledge.site().cards().disclaimer();
    return words.isEmpty() ? "" : " " + words;
  }

  private String footer(Recommendation recommendation, Consultation consultation) {
    Set<String> keys = new LinkedHashSet<>(recommendation.row().sources());
    recommendation.card().detail().stream()
        .filter(line -> line.holds(consultation.assessment().facts()))
        .forEach(line -> keys.addAll(line.sources()));
    if (recommendation.card().namesMimics()) {
      consultation
          .assessment()
          .differential()
          .named()
          .forEach(each -> keys.addAll(each.mimic().sources()));
    }
    if (recommendation.card().sections().contains(Section.HAZARDS)) {
      keys.addAll(HazardText.sources(recommendation.card().id(), consultation.assessment()));
    }
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
        + ", research draft without clinical sign-off. Decision support only."
        + disclaimer();
  }
}
