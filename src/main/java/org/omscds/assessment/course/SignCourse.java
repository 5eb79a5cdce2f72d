package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omscds.assessment.instrument.Relapse.Sign;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Speaker;

/**
 * The worsenings of one kind of sign in a chart with known OMS. A statement begins a new worsening
 * when at least 14 days passed since the last word of the sign or of the first illness, and the
 * chart tells that it is new: a problem with an onset of its own, a recorded improvement between, a
 * disease in remission, or so long a silence that nobody took the sign for present [PROPOSAL].
 *
 * @param words the statements that it is there, the earliest first
 * @param better the days on which somebody recorded that it is gone or less, the earliest first
 */
record SignCourse(Sign sign, List<ClinicalStatement> words, List<LocalDate> better) {

  private enum New {
    NO,
    PERHAPS,
    YES
  }

  SignCourse {
    words = List.copyOf(words);
    better = better.stream().sorted().toList();
  }

  List<Bout> bouts(KnownDisease disease, LocalDate today, SiteSettings site) {
    List<ClinicalStatement> inOrder = new ArrayList<>(words);
    inOrder.sort(
        Comparator.comparing((ClinicalStatement each) -> each.firstDay(today))
            .thenComparing(each -> each.evidence().reference())
            .thenComparing(each -> each.evidence().seen()));
    List<List<ClinicalStatement>> groups = new ArrayList<>();
    List<Bout> bouts = new ArrayList<>();
    List<New> newness = new ArrayList<>();
    List<Long> stable = new ArrayList<>();
    for (ClinicalStatement each : inOrder) {
      long days = stableDays(each, disease, today, site);
      New isNew = isNew(each, days, disease, today, site);
      if (isNew != New.NO) {
        groups.add(new ArrayList<>());
        newness.add(isNew);
        stable.add(days);
      }
      if (!groups.isEmpty()) {
        groups.getLast().add(each);
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      bouts.add(bout(groups.get(i), newness.get(i), stable.get(i), today, site));
    }
    return bouts;
  }

  /** Days since the last word before; none where nothing went before. */
  private long stableDays(
      ClinicalStatement statement, KnownDisease disease, LocalDate today, SiteSettings site) {
    LocalDate began = statement.firstDay(today);
    return lastBefore(statement, disease, today)
        .map(day -> ChronoUnit.DAYS.between(day, began))
        .orElse(disease.inRemission() ? (long) site.course().relapseStableDays() : 0L);
  }

  private Optional<LocalDate> lastBefore(
      ClinicalStatement statement, KnownDisease disease, LocalDate today) {
    LocalDate began = statement.firstDay(today);
    Stream<LocalDate> earlier =
        words.stream()
            .filter(each -> each.firstDay(today).isBefore(began))
            .map(each -> lastWord(each, today));
    return Stream.concat(earlier, disease.illDays().stream().filter(began::isAfter))
        .max(Comparator.naturalOrder());
  }

  private New isNew(
      ClinicalStatement statement,
      long stableDays,
      KnownDisease disease,
      LocalDate today,
      SiteSettings site) {
    if (stableDays < site.course().relapseStableDays()) {
      return New.NO;
    }
    LocalDate began = statement.firstDay(today);
    boolean improved =
        better.stream()
            .anyMatch(day -> !day.isAfter(began) && day.isAfter(began.minusDays(stableDays)));
    boolean settled = !began.isBefore(disease.settled());
    boolean ownOnset =
        settled && statement.course() != Course.OBSERVED && statement.onset().isExact();
    if (improved
        || ownOnset
        || disease.inRemission()
        || stableDays > site.windows().currentDays()) {
      return New.YES;
    }
    return settled && statement.course() != Course.OBSERVED ? New.PERHAPS : New.NO;
  }

  private Bout bout(
      List<ClinicalStatement> group,
      New isNew,
      long stableDays,
      LocalDate today,
      SiteSettings site) {
    LocalDate began = group.getFirst().firstDay(today);
    LocalDate last =
        group.stream().map(each -> lastWord(each, today)).max(LocalDate::compareTo).orElse(began);
    Optional<LocalDate> gone =
        better.stream()
            .filter(day -> day.isAfter(last) || (day.equals(last) && isEnd(day, group)))
            .findFirst();
    boolean standing = group.stream().anyMatch(ClinicalStatement::isStanding);
    long silence = ChronoUnit.DAYS.between(last, today);
    boolean goesOn = gone.isEmpty() && (standing || silence <= site.windows().ataxiaEvidenceDays());
    boolean seen = group.stream().anyMatch(each -> each.speaker() == Speaker.CLINICIAN);
    boolean onsetKnown =
        group.stream().anyMatch(each -> each.course() != Course.OBSERVED && each.onset().isExact());
    return new Bout(
        sign,
        began,
        last,
        gone.map(ClinicalDate::on).orElseGet(ClinicalDate::unknown),
        stableDays,
        ChronoUnit.DAYS.between(began, goesOn ? today : last),
        onsetKnown,
        seen && isNew == New.YES,
        false,
        Evidence.byResource(group.stream().map(ClinicalStatement::evidence).toList()));
  }

  private static boolean isEnd(LocalDate day, List<ClinicalStatement> group) {
    return group.stream()
        .anyMatch(each -> each.isOver() && each.ended().day().filter(day::equals).isPresent());
  }

  /** A problem that is over was there until it ended. */
  private static LocalDate lastWord(ClinicalStatement statement, LocalDate today) {
    LocalDate said = statement.lastSaid(today);
    return statement.isOver() ? statement.ended().day().orElse(said) : said;
  }
}
