package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;

/**
 * Decides which facts hold where a chart changes hands: a problem is added, a patient goes home.
 */
final class PassageFacts {

  private static final int ATAXIA_DAYS = 14;
  private static final int SIGN_DAYS = 180;
  private static final int FROM_MONTHS = 6;
  private static final int TO_MONTHS = 72;

  /** How long after a dose a course of infusions is going on; [PROPOSAL]. */
  private static final int INFUSION_DAYS = 42;

  /** How long rituximab keeps B cells away; [PROPOSAL]. */
  private static final int RITUXIMAB_DAYS = 180;

  private static final String NEUROLOGY_VISIT = "NEURO-14D";

  private PassageFacts() {}

  static void add(ClinicalPicture picture, KnowledgeBase knowledge, Set<Fact> facts) {
    add(facts, Fact.OMS_JUST_ADDED, !picture.first().added().oms().isEmpty());
    add(facts, Fact.TUMOUR_SEARCH_OPEN, isSearchOpen(picture, facts));
    boolean tumour = picture.pillars().has(D);
    add(facts, Fact.TUMOUR_WITH_SIGNS, tumour && !signs(picture).isEmpty());
    add(facts, Fact.ACUTE_ATAXIA, hasAcuteAtaxia(picture));
    add(facts, Fact.OMS_ON_IMMUNOTHERAPY, picture.diagnosis().isKnown() && isTreated(picture));
    add(
        facts,
        Fact.NEUROLOGY_FOLLOW_UP_MISSING,
        picture.orders().state(knowledge.order(NEUROLOGY_VISIT), picture.onset())
            instanceof OrderHistory.State.Due);
  }

  private static boolean isSearchOpen(ClinicalPicture picture, Set<Fact> facts) {
    if (facts.contains(Fact.TUMOUR_KNOWN) || facts.contains(Fact.CANCER_KNOWN)) {
      return false;
    }
    return facts.contains(Fact.ADULT)
        ? !(picture.paraneoplastic().search() instanceof CancerSearch.NotFound)
        : !picture.imagedSinceOnset() && !picture.imaging().missing().isEmpty();
  }

  /** What beside a tumour makes one think of OMS, in a few words each, the weightiest first. */
  static List<String> signs(ClinicalPicture picture) {
    Pillars pillars = picture.pillars();
    List<String> signs = new ArrayList<>();
    if (pillars.has(A) || pillars.of(A).isPossible()) {
      signs.add("eye signs");
    }
    if (pillars.has(B)) {
      signs.add("motor signs");
    }
    if (isRecent(picture, FindingId.LOSS_OF_SPEECH)) {
      signs.add("lost words");
    }
    if (isRecent(picture, FindingId.DEVELOPMENTAL_REGRESSION)) {
      signs.add("lost skills");
    }
    if (pillars.has(C)) {
      signs.add("behaviour");
    }
    return signs;
  }

  private static boolean isRecent(ClinicalPicture picture, FindingId finding) {
    return picture.findings().present(finding).stream()
        .filter(ClinicalStatement::isStanding)
        .anyMatch(each -> daysSince(each, picture.today()) <= SIGN_DAYS);
  }

  /** EHRs often link no reason to a visit, so any new ataxia of the last 14 days counts. */
  private static boolean hasAcuteAtaxia(ClinicalPicture picture) {
    long months = picture.patient().ageInMonths(picture.today()).orElse(-1);
    return months >= FROM_MONTHS
        && months <= TO_MONTHS
        && picture.pillars().has(B)
        && picture.findings().present(FindingId.ATAXIA).stream()
            .filter(ClinicalStatement::isStanding)
            .anyMatch(each -> daysSince(each, picture.today()) <= ATAXIA_DAYS);
  }

  private static long daysSince(ClinicalStatement statement, LocalDate today) {
    return ChronoUnit.DAYS.between(statement.lastSaid(today), today);
  }

  /** Steroid and ACTH while they are current; infusions for as long as their course goes on. */
  private static boolean isTreated(ClinicalPicture picture) {
    return picture.findings().exposedTo(DrugClass::isImmunotherapy).stream()
        .anyMatch(each -> isActive(each, picture.today()));
  }

  private static boolean isActive(Exposure exposure, LocalDate today) {
    return exposure.isWithin(
        switch (exposure.drugClass()) {
          case IVIG, CYCLOPHOSPHAMIDE -> INFUSION_DAYS;
          case RITUXIMAB -> RITUXIMAB_DAYS;
          default -> 0;
        },
        today);
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }
}
