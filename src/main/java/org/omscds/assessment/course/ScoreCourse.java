package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omscds.assessment.instrument.Relapse;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;

/** The worsenings that severity scores show: each a rise over a score of 14 days before or more. */
final class ScoreCourse {

  private ScoreCourse() {}

  static List<Bout> bouts(SeverityScores scores, LocalDate today, SiteSettings site) {
    List<Bout> bouts = new ArrayList<>();
    for (SeverityScore score : scores.scores()) {
      bout(score, scores, today, site)
          .ifPresent(bout -> {
            if (!bouts.isEmpty() && bouts.getLast().began().equals(bout.began())) {
              bouts.removeLast();
            }
            bouts.add(bout);
          });
    }
    return bouts;
  }

  private static Optional<Bout> bout(
      SeverityScore score, SeverityScores scores, LocalDate today, SiteSettings site) {
    Optional<SeverityScore> before =
        scores.lastComparable(score, score.day().minusDays(site.course().relapseStableDays()));
    if (before.isEmpty() || !Relapse.isRise(before.get().score(), score.score())) {
      return Optional.empty();
    }
    SeverityScore base = before.get();
    LocalDate began =
        scores.scores().stream()
            .filter(each -> each.day().isAfter(base.day()))
            .filter(each -> Relapse.isRise(base.score(), each.score()))
            .map(SeverityScore::day)
            .findFirst()
            .orElse(score.day());
    Optional<LocalDate> gone =
        scores.scores().stream()
            .filter(each -> each.day().isAfter(score.day()))
            .filter(each -> Relapse.isRise(each.score(), score.score()))
            .map(SeverityScore::day)
            .findFirst();
    boolean goesOn =
        gone.isEmpty()
            && ChronoUnit.DAYS.between(score.day(), today) <= site.windows().ataxiaEvidenceDays();
    return Optional.of(
        new Bout(
            Sign.SCORE,
            began,
            score.day(),
            gone.map(ClinicalDate::on).orElseGet(ClinicalDate::unknown),
            ChronoUnit.DAYS.between(base.day(), began),
            ChronoUnit.DAYS.between(began, goesOn ? today : score.day()),
            false,
            true,
            Relapse.onlyMoodRose(base.score(), score.score()),
            List.of(base.evidence(), score.evidence())));
  }
}
