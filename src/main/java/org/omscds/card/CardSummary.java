package org.omscds.card;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.course.DiseaseCourse;
import org.omscds.assessment.course.Response;
import org.omscds.assessment.pillar.Alternative;
import org.omscds.assessment.safety.SafetyReview;
import org.omscds.knowledge.BodyRegion;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SafetyTopic;
import org.omscds.recommendation.Recommendation;

/** Fills the placeholders of a summary and keeps it under the 140 characters of the standard. */
final class CardSummary {

  private static final int LIMIT = 140;
  private static final int MONTHS_UNTIL = 36;

  private CardSummary() {}

  static String of(Recommendation recommendation, Assessment assessment, LocalDate today) {
    DiseaseCourse course = assessment.course();
    SafetyReview safety = assessment.safety();
    return render(
        recommendation.row().summary(),
        Map.ofEntries(
            entry("{n}", String.valueOf(assessment.criteria().count())),
            entry("{pillars}", presentPillars(assessment)),
            entry("{picture}", picture(assessment)),
            entry("{missing}", missingPillars(assessment)),
            entry("{days}", String.valueOf(assessment.ataxiaDays().orElse(0))),
            entry("{age}", age(assessment)),
            entry("{regions}", missingRegions(assessment)),
            entry("{altDx}", alternative(assessment)),
            entry("{signs}", CourseText.signs(course.worsening())),
            entry("{relapseDays}", String.valueOf(course.worsening().lastingDays())),
            entry("{from}", total(course.response(), 0)),
            entry("{to}", total(course.response(), 1)),
            entry("{weeks}", String.valueOf(course.response().weeks(today))),
            entry("{agent}", CourseText.agents(course.response().agents())),
            entry("{score}", PnsCareText.brief(assessment.paraneoplastic().score())),
            entry("{sites}", sites(assessment)),
            entry("{due}", FollowUpText.due(assessment)),
            entry("{modality}", FollowUpText.lastModality(assessment)),
            entry("{date}", FollowUpText.lastDay(assessment)),
            entry("{items}", FollowUpText.items(assessment)),
            entry("{mibgIssue}", HazardText.worst(safety, SafetyTopic.MIBG)),
            entry("{contrastIssue}", HazardText.worst(safety, SafetyTopic.CONTRAST)),
            entry("{ivigRisk}", HazardText.worst(safety, SafetyTopic.IVIG)),
            entry("{steroidIssue}", HazardText.worst(safety, SafetyTopic.STEROID_OR_ACTH)),
            entry("{rituximabIssue}", HazardText.worst(safety, SafetyTopic.RITUXIMAB)),
            entry(
                "{cyclophosphamideIssue}", HazardText.worst(safety, SafetyTopic.CYCLOPHOSPHAMIDE)),
            entry("{vaccine}", HazardText.drug(safety, SafetyTopic.LIVE_VACCINE)),
            entry("{vaccineHold}", HazardText.hold(safety)),
            entry("{drug}", HazardText.drug(safety, SafetyTopic.OTHER)),
            entry("{reason}", HazardText.worst(safety, SafetyTopic.OTHER)),
            entry("{drafted}", HazardText.firstImmunotherapy(safety)),
            entry("{tumourSigns}", tumourSigns(assessment)),
            entry("{test}", test(assessment))));
  }

  /** The weightiest sign and how many more there are. */
  private static String tumourSigns(Assessment assessment) {
    List<String> signs = assessment.tumourSigns();
    if (signs.isEmpty()) {
      return "neurological signs";
    }
    return signs.size() == 1 ? signs.getFirst() : signs.getFirst() + " +" + (signs.size() - 1);
  }

  private static String test(Assessment assessment) {
    return assessment.draftedTests().insufficient().stream().findFirst().orElse("This test");
  }

  /** What stands in brackets may go where the whole would be too long; words are never cut. */
  static String render(String template, Map<String, String> values) {
    String summary = fill(template, values);
    return summary.length() < LIMIT
        ? summary
        : fill(template.replaceAll(" \\([^)]*\\)", ""), values);
  }

  private static String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> each : values.entrySet()) {
      filled = filled.replace(each.getKey(), each.getValue());
    }
    return filled;
  }

  private static String presentPillars(Assessment assessment) {
    List<Pillar> present = assessment.pillars().present();
    if (present.isEmpty()) {
      return "OMS on record";
    }
    return present.stream()
        .map(assessment.pillars()::of)
        .map(each -> each.isByAntibodyAlone() ? "antibody" : each.pillar().label())
        .collect(Collectors.joining(", "));
  }

  /** Where an adult's cancer is looked for first. */
  private static String sites(Assessment assessment) {
    return switch (assessment.paraneoplastic().sex()) {
      case FEMALE -> "lung, breast, ovary";
      case MALE -> "lung, testis";
      case UNKNOWN -> "lung, others by sex and age";
    };
  }

  /** What is there and what may be there. */
  private static String picture(Assessment assessment) {
    List<String> picture = new ArrayList<>();
    assessment.pillars().present().forEach(pillar -> picture.add(pillar.label()));
    assessment.pillars().possible().forEach(pillar -> picture.add(pillar.label() + " possible"));
    return picture.isEmpty() ? "recorded as suspected" : String.join(", ", picture);
  }

  private static String missingPillars(Assessment assessment) {
    List<Pillar> missing = assessment.pillars().missing();
    return labels(missing.isEmpty() ? assessment.pillars().possible() : missing);
  }

  private static String labels(List<Pillar> pillars) {
    return pillars.stream().map(Pillar::label).collect(Collectors.joining(", "));
  }

  private static String missingRegions(Assessment assessment) {
    return assessment.tumourImaging().missing().stream()
        .map(BodyRegion::label)
        .collect(Collectors.joining(", "));
  }

  private static String alternative(Assessment assessment) {
    return assessment.criteria().alternatives().stream()
        .findFirst()
        .map(Alternative::label)
        .orElse("another diagnosis");
  }

  private static String total(Response response, int index) {
    return index < response.compared().size()
        ? String.valueOf(response.compared().get(index).score().total())
        : "?";
  }

  private static String age(Assessment assessment) {
    long months = assessment.ageInMonths().orElse(-1);
    if (months < 0) {
      return "not recorded";
    }
    return months < MONTHS_UNTIL ? months + " months" : months / 12 + " years";
  }
}
