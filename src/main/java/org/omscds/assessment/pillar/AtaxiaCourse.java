package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Speaker;

/**
 * How the ataxia went: whether it stands, for how long, and whether it came back after it was
 * better. Acute cerebellar ataxia is better in 48 to 72 hours and over in 10 to 21 days in more
 * than 90 % (RCH guideline; Nussinovitch 2003), so lasting or returning is what speaks.
 *
 * @param standing statements of ataxia that are not over, present or possible
 * @param left statements that do not count, with the reason
 * @param relapsed whether it was better and came back
 * @param lastingDays days since onset; empty when nobody spoke of it in the last days
 */
public record AtaxiaCourse(
    List<ClinicalStatement> standing, List<Left> left, boolean relapsed, OptionalLong lastingDays) {

  public AtaxiaCourse {
    standing = List.copyOf(standing);
    left = List.copyOf(left);
  }

  /** A statement that does not count. */
  record Left(ClinicalStatement statement, String reason) {}

  static AtaxiaCourse of(PatientRecord patient, Findings findings, SiteSettings site) {
    LocalDate today = patient.consultationDate();
    List<ClinicalStatement> all =
        findings.about(FindingId.ATAXIA).stream()
            .filter(each -> each.certainty() != Certainty.ABSENT)
            .toList();
    Optional<LocalDate> recovery = lastRecovery(findings, all, today);
    List<ClinicalStatement> standing = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    for (ClinicalStatement each : all) {
      reasonToLeave(each, recovery, patient, findings, site)
          .ifPresentOrElse(reason -> left.add(new Left(each, reason)), () -> standing.add(each));
    }
    return new AtaxiaCourse(
        standing,
        left,
        relapsed(all, standing, recovery, today, site),
        lasting(standing, today, site));
  }

  /**
   * The last day on which a clinician recorded the gait as recovered, or an ataxia as over. That a
   * note names no ataxia among many other things is no recovery.
   */
  private static Optional<LocalDate> lastRecovery(
      Findings findings, List<ClinicalStatement> ataxia, LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    findings.present(FindingId.RECOVERED_GAIT).stream()
        .filter(each -> each.speaker() == Speaker.CLINICIAN)
        .map(each -> each.lastSaid(today))
        .filter(day -> ataxia.stream().noneMatch(each -> isSeenOn(day, each, today)))
        .forEach(days::add);
    ataxia.stream()
        .filter(ClinicalStatement::isOver)
        .flatMap(each -> each.ended().day().stream())
        .forEach(days::add);
    return days.stream().max(Comparator.naturalOrder());
  }

  /**
   * A day on which an examination still found ataxia is no day of recovery; that a problem was
   * recorded on it says nothing of the gait that day.
   */
  private static boolean isSeenOn(LocalDate day, ClinicalStatement ataxia, LocalDate today) {
    return ataxia.isPresent()
        && ataxia.course() == Course.OBSERVED
        && ataxia.lastSaid(today).equals(day);
  }

  private static Optional<String> reasonToLeave(
      ClinicalStatement ataxia,
      Optional<LocalDate> recovery,
      PatientRecord patient,
      Findings findings,
      SiteSettings site) {
    LocalDate today = patient.consultationDate();
    if (ataxia.isOver()) {
      return Optional.of("recorded as over");
    }
    if (recovery.filter(day -> ataxia.lastSaid(today).isBefore(day)).isPresent()) {
      return Optional.of("a recovered gait was recorded later");
    }
    if (MotorPillar.isCongenital(ataxia, patient, site)) {
      return Optional.of("present since before 6 months of age");
    }
    List<ClinicalStatement> chronic = findings.present(FindingId.CHRONIC_ATAXIA);
    boolean newStep =
        chronic.stream()
            .allMatch(cause ->
                ataxia.isStanding()
                    && ataxia.onset().isExact()
                    && ChronoUnit.DAYS.between(cause.firstDay(today), ataxia.firstDay(today))
                        > site.windows().pillarWindowDays());
    return chronic.isEmpty() || newStep
        ? Optional.empty()
        : Optional.of("a chronic or hereditary cause is recorded");
  }

  private static boolean relapsed(
      List<ClinicalStatement> all,
      List<ClinicalStatement> standing,
      Optional<LocalDate> recovery,
      LocalDate today,
      SiteSettings site) {
    if (standing.stream().anyMatch(each -> each.isPresent() && each.course() == Course.RETURNED)) {
      return true;
    }
    return recovery
        .filter(day ->
            all.stream().anyMatch(each -> !each.firstDay(today).isAfter(day))
                && standing.stream()
                    .filter(ClinicalStatement::isPresent)
                    .map(each -> ChronoUnit.DAYS.between(day, each.firstDay(today)))
                    .anyMatch(days -> days > 0 && days <= site.windows().currentDays()))
        .isPresent();
  }

  private static OptionalLong lasting(
      List<ClinicalStatement> standing, LocalDate today, SiteSettings site) {
    List<ClinicalStatement> present =
        standing.stream().filter(ClinicalStatement::isPresent).toList();
    boolean fresh =
        present.stream()
            .map(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today))
            .anyMatch(days -> days <= site.windows().ataxiaEvidenceDays());
    return fresh
        ? present.stream()
            .mapToLong(each -> ChronoUnit.DAYS.between(each.latestFirstDay(today), today))
            .max()
        : OptionalLong.empty();
  }

  /** Whether ataxia is present and began, by the earliest word of it, at most that long ago. */
  public boolean isNewWithin(long days, LocalDate today) {
    OptionalLong began =
        standing.stream()
            .filter(ClinicalStatement::isPresent)
            .mapToLong(each -> ChronoUnit.DAYS.between(each.latestFirstDay(today), today))
            .max();
    return began.isPresent() && began.getAsLong() <= days;
  }

  /** Whether ataxia is present now. */
  public boolean isPresent() {
    return standing.stream().anyMatch(ClinicalStatement::isPresent);
  }
}
