package org.omscds.assessment.pillar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.SiteSettings;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Speaker;

/**
 * Pillar B: ataxia and/or myoclonus. A chronic ataxia, an epileptic myoclonus and a myoclonus that
 * follows a drug do not count; duration alone never removes an ataxia.
 */
final class MotorPillar {

  /** An ataxia of before this age is congenital or chronic. */
  private static final int CONGENITAL_BEFORE_MONTHS = 6;

  /** Myoclonus within 14 days of the start of such a drug, without other signs, is the drug's. */
  private static final int DRUG_MYOCLONUS_DAYS = 14;

  private MotorPillar() {}

  static Counted read(
      PatientRecord patient, Findings findings, AtaxiaCourse ataxia, SiteSettings site) {
    Counted.Sorter sorter = new Counted.Sorter();
    ataxia.standing().forEach(sorter::count);
    findings.about(FindingId.ATAXIA).stream()
        .filter(each -> each.certainty() == Certainty.ABSENT)
        .forEach(sorter::count);
    ataxia.left().forEach(left -> sorter.leave(left.statement(), left.reason()));
    boolean hasAtaxia = ataxia.standing().stream().anyMatch(ClinicalStatement::isPresent);
    readMyoclonus(patient, findings, hasAtaxia, sorter);
    for (ClinicalStatement each : findings.about(FindingId.TREMOR)) {
      if (!each.isOver() && each.certainty() != Certainty.ABSENT) {
        sorter.count(each.with(Certainty.POSSIBLE));
      }
    }
    readLossOfWalking(patient, findings, sorter, site);
    return sorter.sorted();
  }

  private static void readMyoclonus(
      PatientRecord patient, Findings findings, boolean hasAtaxia, Counted.Sorter sorter) {
    boolean eyes = !findings.present(FindingId.OPSOCLONUS, FindingId.OCULAR_FLUTTER).isEmpty();
    boolean epilepsy =
        findings.present(FindingId.EPILEPSY).stream().anyMatch(each -> !each.isOver());
    boolean alone = !hasAtaxia && !eyes;
    for (ClinicalStatement each :
        findings.about(FindingId.MYOCLONUS, FindingId.POLYMINIMYOCLONUS)) {
      if (each.isOver()) {
        sorter.leave(each, "recorded as over");
      } else if (epilepsy && alone && each.isPresent()) {
        sorter.leave(each, "epilepsy is recorded and may explain it");
      } else if (alone && each.isPresent() && followsDrug(each, findings, patient)) {
        sorter.leave(each, "began within 14 days of a drug that causes myoclonus");
      } else {
        sorter.count(each);
      }
    }
  }

  private static boolean followsDrug(
      ClinicalStatement statement, Findings findings, PatientRecord patient) {
    LocalDate today = patient.consultationDate();
    LocalDate onset = statement.firstDay(today);
    List<Exposure> drugs = new ArrayList<>(ToxicExposures.causingMyoclonus(findings));
    if (PillarReader.isAdult(patient) || hasNoOtherPillar(findings)) {
      drugs.addAll(findings.exposedTo(each -> each == DrugClass.MYOCLONUS_CAUSING));
    }
    return drugs.stream()
        .flatMap(drug -> drug.start().day().stream())
        .map(start -> ChronoUnit.DAYS.between(start, onset))
        .anyMatch(days -> days >= 0 && days <= DRUG_MYOCLONUS_DAYS);
  }

  /**
   * Opioids and antibiotics are common in children who are on their way to the diagnosis: they
   * explain jerks only where nothing else speaks for the syndrome. [PROPOSAL]
   */
  private static boolean hasNoOtherPillar(Findings findings) {
    return findings
        .present(
            FindingId.BEHAVIOUR_CHANGE,
            FindingId.RAGE_OR_INCONSOLABLE,
            FindingId.SLEEP_DISTURBANCE,
            FindingId.INSOMNIA,
            FindingId.NEUROBLASTIC_TUMOUR)
        .isEmpty();
  }

  /** Newly lost walking or sitting counts where neither weakness nor pain is recorded. */
  private static void readLossOfWalking(
      PatientRecord patient, Findings findings, Counted.Sorter sorter, SiteSettings site) {
    LocalDate today = patient.consultationDate();
    boolean otherwiseExplained =
        findings
            .present(FindingId.WEAKNESS_OR_PAIN, FindingId.MILLER_FISHER_OR_GUILLAIN_BARRE)
            .stream()
            .filter(each -> !each.isOver())
            .map(each -> ChronoUnit.DAYS.between(each.lastSaid(today), today))
            .anyMatch(days -> days <= site.windows().pillarWindowDays());
    for (ClinicalStatement each : findings.about(FindingId.LOSS_OF_AMBULATION)) {
      if (each.isOver() || each.certainty() == Certainty.ABSENT) {
        continue;
      }
      if (otherwiseExplained) {
        sorter.leave(each, "weakness or pain is recorded and may explain it");
      } else {
        boolean heard = each.speaker() == Speaker.FAMILY;
        sorter.count(heard ? each.with(Certainty.POSSIBLE) : each);
      }
    }
  }

  /**
   * Whether an ataxia began too early in life to be acquired: before six months of age, and long
   * ago, whichever day of a month or year is meant. A new ataxia counts at any age.
   */
  static boolean isCongenital(ClinicalStatement ataxia, PatientRecord patient, SiteSettings site) {
    if (!ataxia.onset().isKnown()) {
      return false;
    }
    LocalDate today = patient.consultationDate();
    LocalDate onset = ataxia.latestFirstDay(today);
    boolean longAgo = ChronoUnit.DAYS.between(onset, today) > site.windows().pillarWindowDays();
    return longAgo && isBeforeSixMonths(patient.ageInMonths(onset));
  }

  private static boolean isBeforeSixMonths(OptionalLong age) {
    return age.isPresent() && age.getAsLong() < CONGENITAL_BEFORE_MONTHS;
  }
}
