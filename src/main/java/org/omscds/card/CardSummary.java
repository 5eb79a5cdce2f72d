package org.omscds.card;

import java.util.List;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.Pillar;
import org.omscds.recommendation.Recommendation;

/** Fills the placeholders of a summary and keeps it under the 140 characters of the standard. */
final class CardSummary {

  private static final int LIMIT = 140;
  private static final int MONTHS_UNTIL = 36;

  private CardSummary() {}

  static String of(Recommendation recommendation, Assessment assessment) {
    String template = recommendation.row().summary();
    String summary = fill(template, assessment);
    return summary.length() < LIMIT ? summary : fill(withoutParenthesis(template), assessment);
  }

  /** What is in brackets may go; words are never cut. */
  private static String withoutParenthesis(String template) {
    return template.replaceAll(" \\([^)]*\\)", "");
  }

  private static String fill(String template, Assessment assessment) {
    return template
        .replace("{n}", String.valueOf(assessment.criteria().count()))
        .replace("{pillars}", presentPillars(assessment))
        .replace("{missing}", missingPillars(assessment))
        .replace("{days}", String.valueOf(assessment.ataxiaDays().orElse(0)))
        .replace("{age}", age(assessment))
        .replace(
            "{regions}",
            assessment.tumourImaging().missing().stream()
                .map(BodyRegion::label)
                .collect(Collectors.joining(", ")))
        .replace(
            "{altDx}",
            assessment.criteria().alternatives().stream()
                .findFirst()
                .map(alternative -> alternative.label())
                .orElse("another diagnosis"));
  }

  private static String presentPillars(Assessment assessment) {
    List<Pillar> present = assessment.pillars().present();
    return present.isEmpty() ? "recorded as suspected" : labels(present);
  }

  private static String missingPillars(Assessment assessment) {
    List<Pillar> missing = assessment.pillars().missing();
    return labels(missing.isEmpty() ? assessment.pillars().possible() : missing);
  }

  private static String labels(List<Pillar> pillars) {
    return pillars.stream().map(Pillar::label).collect(Collectors.joining(", "));
  }

  private static String age(Assessment assessment) {
    long months = assessment.ageInMonths().orElse(-1);
    if (months < 0) {
      return "not recorded";
    }
    return months < MONTHS_UNTIL ? months + " months" : months / 12 + " years";
  }
}
