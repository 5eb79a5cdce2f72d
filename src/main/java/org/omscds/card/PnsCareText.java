package org.omscds.card;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omscds.assessment.Paraneoplastic;
import org.omscds.assessment.instrument.PnsCareScore.FollowUp;
import org.omscds.assessment.instrument.PnsCareScore.Points;
import org.omscds.assessment.instrument.PnsCareScore.Result;
import org.omscds.assessment.instrument.PnsCareScore.Result.Scored;
import org.omscds.assessment.instrument.PnsCareScore.Tier;
import org.omscds.assessment.paraneoplastic.Antibodies;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.CancerDefinition;
import org.omscds.knowledge.KnowledgeBase;

/** Writes the PNS-Care score line by line: the points, what they rest on, and what is open. */
final class PnsCareText {

  private final KnowledgeBase knowledge;

  PnsCareText(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The score in a few characters, for a summary. */
  static String brief(Result score) {
    return switch (score) {
      case Result.NotScored() -> "not scored";
      case Scored scored -> range(scored.total(), "–");
    };
  }

  /** The section of an adult's card, which also says when there is no score. */
  String of(Paraneoplastic known) {
    return switch (known.score()) {
      case Result.NotScored() ->
          "**PNS-Care**: not scored; it needs eyes with motor or behaviour signs, or OMS on record"
              + " as confirmed.";
      case Scored scored -> lines(known, scored);
    };
  }

  /** The section of a child's card: adolescents alone are scored. */
  String ofAdolescent(Paraneoplastic known) {
    return known.score() instanceof Scored scored ? lines(known, scored) : "";
  }

  private String lines(Paraneoplastic known, Scored scored) {
    List<String> lines = new ArrayList<>();
    lines.add(
        points("Clinical", scored.clinical()) + "opsoclonus-myoclonus, a high-risk phenotype");
    lines.add(points("Laboratory", scored.laboratory()) + laboratory(known.antibodies()));
    lines.add(points("Cancer", scored.cancer()) + cancer(known));
    lines.add(points("Sum", scored.total()) + tiers(scored));
    lines.add(exception(scored));
    return Markdown.list("PNS-Care (how likely a cancer is the cause)", lines);
  }

  private static String points(String level, Points points) {
    return level + " " + range(points, " to ") + ": ";
  }

  private static String range(Points points, String to) {
    return points.isExact()
        ? String.valueOf(points.lowest())
        : points.lowest() + to + points.highest();
  }

  private static String laboratory(Antibodies antibodies) {
    List<String> parts =
        switch (antibodies.knowledge()) {
          case FOUND -> confirmed(antibodies);
          case NONE -> List.of("negative, " + evidence(antibodies.negative()));
          case UNKNOWN -> open(antibodies);
        };
    return Stream.concat(parts.stream(), cautions(antibodies)).collect(Collectors.joining("; "));
  }

  private static List<String> confirmed(Antibodies antibodies) {
    return antibodies.confirmed().stream()
        .map(each -> line(each) + ": confirmed, " + risk(each.antibody().risk()))
        .toList();
  }

  private static List<String> open(Antibodies antibodies) {
    List<String> parts = new ArrayList<>();
    if (!antibodies.confirmed().isEmpty()) {
      parts.addAll(confirmed(antibodies));
    }
    if (!antibodies.unconfirmed().isEmpty()) {
      parts.add(
          evidence(antibodies.unconfirmed())
              + ": positive, no second method confirms it, so it counts as unknown");
    }
    if (!antibodies.pending().isEmpty()) {
      parts.add("antibody result pending or open, " + evidence(antibodies.pending()));
    }
    if (!antibodies.negative().isEmpty()) {
      parts.add("negative so far, " + evidence(antibodies.negative()));
    }
    return parts.isEmpty()
        ? List.of("no antibody result in this record: unknown, not negative")
        : parts;
  }

  /** What must be known before a class is read, such as CASPR2 and Morvan syndrome. */
  private static Stream<String> cautions(Antibodies antibodies) {
    return Stream.concat(antibodies.confirmed().stream(), antibodies.unconfirmed().stream())
        .flatMap(each ->
            each.antibody().caution().map(note -> each.antibody().name() + ": " + note).stream())
        .distinct();
  }

  private static String evidence(List<Antibodies.Found> results) {
    return results.stream().map(PnsCareText::line).distinct().collect(Collectors.joining(", "));
  }

  private static String line(Antibodies.Found found) {
    String name = found.antibody().risk() == Risk.PANEL ? "" : found.antibody().name() + " – ";
    return name + FindingsText.line(found.evidence());
  }

  private static String risk(Risk risk) {
    return switch (risk) {
      case HIGH -> "high risk (a cancer in over 70%)";
      case INTERMEDIATE -> "intermediate risk (30 to 70%)";
      case LOWER -> "lower risk (under 30%)";
      case NOT_SCORED -> "not in the score";
      case PANEL -> "target not told";
    };
  }

  private static String cancer(Paraneoplastic known) {
    return switch (known.search()) {
      case CancerSearch.Found(_, boolean consistent, _) ->
          consistent
              ? "found, of a type that fits"
              : "found, of a type that does not fit, "
                  + clock(known.followUp())
                  + "; 4 if the tumour is shown to express the antigen of the antibody";
      case CancerSearch.NotFound _ -> "searched for, not found, " + clock(known.followUp());
      case CancerSearch.Unsettled _ -> "suspected, not settled: unknown";
      case CancerSearch.Open _ -> "searched for, the result is not whole or not readable: unknown";
      case CancerSearch.NotSearched() -> "no search recorded, which is not \"not found\": unknown";
    };
  }

  private static String clock(FollowUp followUp) {
    return switch (followUp) {
      case UNDER_TWO_YEARS -> "less than 2 years since onset";
      case TWO_YEARS_OR_MORE -> "2 years or more since onset";
      case UNKNOWN -> "onset not recorded";
    };
  }

  private static String tiers(Scored scored) {
    String lowest = tier(scored.lowestTier());
    String highest = tier(scored.highestTier());
    return "paraneoplastic cause "
        + (lowest.equals(highest) ? lowest : "from " + lowest + " to " + highest);
  }

  static String tier(Tier tier) {
    return switch (tier) {
      case NON_PNS -> "not supported (non-PNS)";
      case POSSIBLE -> "possible";
      case PROBABLE -> "probable";
      case DEFINITE_BY_OMS_EXCEPTION -> "definite by the exception for OMS";
      case DEFINITE -> "definite";
    };
  }

  private String exception(Scored scored) {
    String tumours =
        knowledge.cancers().values().stream()
            .filter(CancerDefinition::omsException)
            .map(each -> knowledge.definition(each.named()).label())
            .collect(Collectors.joining(" or "));
    return (scored.exception() ? "The exception applies: in" : "Exception: in")
        + " OMS with "
        + tumours
        + " the paper needs no antibody for \"definite\" (list of tumours not signed off: verify in"
        + " the paper)";
  }
}
