package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.util.EnumSet;
import java.util.Set;
import org.omscds.assessment.paraneoplastic.Antibodies;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.assessment.pillar.Pillars;
import org.omscds.knowledge.AntibodyDefinition.Risk;
import org.omscds.knowledge.Fact;
import org.omscds.patient.Sex;

/** Decides which facts about adults and their search for a cancer hold. */
final class AdultFacts {

  private static final int NEEDED_IN_REMISSION = 3;
  private static final int FIFTY_YEARS_IN_MONTHS = 600;

  private static final String BREAST_ORDER = "AD3";
  private static final String OVARY_ORDER = "AD4";
  private static final String TESTIS_ORDER = "AD5";

  private AdultFacts() {}

  static Set<Fact> of(ClinicalPicture picture) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    Paraneoplastic known = picture.paraneoplastic();
    Antibodies antibodies = known.antibodies();
    boolean under50 =
        picture.patient().ageInMonths(picture.today()).orElse(FIFTY_YEARS_IN_MONTHS)
            < FIFTY_YEARS_IN_MONTHS;
    boolean woman = known.sex() == Sex.FEMALE;
    boolean man = known.sex() == Sex.MALE;
    boolean notFound = known.search() instanceof CancerSearch.NotFound;
    boolean notFoundByCt = known.search() instanceof CancerSearch.NotFound scans && !scans.byPet();

    add(facts, Fact.ADULT_OMS, PillarReader.isAdult(picture.patient()) && hasOms(picture));
    add(
        facts,
        Fact.CANCER_KNOWN,
        known.search() instanceof CancerSearch.Found cancer && cancer.consistent());
    add(facts, Fact.CANCER_NOT_FOUND, notFound);
    add(facts, Fact.ANTIBODIES_KNOWN, antibodies.knowledge() != Antibodies.Knowledge.UNKNOWN);
    add(facts, Fact.FDG_PET_CALLED_FOR, notFoundByCt || antibodies.has(Risk.HIGH));
    add(facts, Fact.BREAST_SEARCH_CALLED_FOR, woman || antibodies.callsFor(BREAST_ORDER));
    add(
        facts,
        Fact.OVARY_SEARCH_CALLED_FOR,
        woman && (under50 || antibodies.callsFor(OVARY_ORDER)));
    add(
        facts,
        Fact.TESTIS_SEARCH_CALLED_FOR,
        man && (under50 || antibodies.callsFor(TESTIS_ORDER)));
    add(
        facts,
        Fact.CANCER_SEARCH_TO_REPEAT,
        known.isSearchToRepeat(picture.onset(), picture.today()));
    return facts;
  }

  /**
   * Eyes with any other pillar, or the diagnosis on record. In remission only three of four with
   * current signs count, as in children.
   */
  private static boolean hasOms(ClinicalPicture picture) {
    Pillars pillars = picture.pillars();
    boolean signs = pillars.has(A) && (pillars.has(B) || pillars.has(C) || pillars.has(D));
    return switch (picture.diagnosis().state()) {
      case DIAGNOSED, SUSPECTED -> true;
      case NONE -> signs;
      case IN_REMISSION -> signs && picture.criteria().count() >= NEEDED_IN_REMISSION;
    };
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }
}
