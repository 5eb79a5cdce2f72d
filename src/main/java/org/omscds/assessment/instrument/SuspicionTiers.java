package org.omscds.assessment.instrument;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.util.ArrayList;
import java.util.List;
import org.omscds.assessment.pillar.Pillars;

/**
 * The tiers before three of four, for children: who should be examined, imaged or watched while the
 * picture is incomplete. The evidence: most toddlers with the syndrome are first labelled acute
 * cerebellar ataxia (Pranzatelli 2017); irritability or sleep change with new ataxia is one of the
 * strongest clues (Great Ormond Street Hospital); lasting or returning ataxia without opsoclonus
 * has hidden neuroblastoma (Blokker 2006). The tier structure itself is a [PROPOSAL] of this
 * project, explained in docs/criteria.md.
 */
public final class SuspicionTiers {

  private static final int YOUNGEST_MONTHS = 6;
  private static final int OLDEST_MONTHS = 72;

  /** Under this age the benign neonatal forms come first. */
  public static final int RED_FLAG_FROM_MONTHS = 3;

  private SuspicionTiers() {}

  /**
   * What the rules look at beyond the pillars.
   *
   * @param ageAtOnsetMonths completed months, or -1 where it is not known
   * @param lastingOrMarkedBehaviour C for 3 days or more, or rage, inconsolable crying, insomnia
   * @param jerks myoclonus or polyminimyoclonus is present
   * @param lostSkills loss of speech, skills or walking
   * @param lostSpeechOrSkills loss of speech or skills, not of walking
   * @param ataxia ataxia itself is present, not only another item of pillar B
   * @param ataxiaDays days of ataxia without recovery, or -1 where nobody spoke of it lately
   * @param ataxiaRelapsed it was better and came back
   * @param alternativeForAtaxia a confirmed other cause of the motor signs
   * @param newBehaviour C began within the last 180 days
   * @param uncharacterisedEyes A possible, or nystagmus, beside new ataxia
   * @param pastEyes opsoclonus was recorded from three months of age on, but not lately
   * @param diagnosisSuspected OMS is recorded as provisional, differential or unconfirmed
   * @param persistentDays PERSIST_FLAG
   * @param persistentHardDays PERSIST_HARD
   */
  public record Signs(
      long ageAtOnsetMonths,
      boolean lastingOrMarkedBehaviour,
      boolean jerks,
      boolean lostSkills,
      boolean lostSpeechOrSkills,
      boolean ataxia,
      long ataxiaDays,
      boolean ataxiaRelapsed,
      boolean alternativeForAtaxia,
      boolean newBehaviour,
      boolean uncharacterisedEyes,
      boolean pastEyes,
      boolean diagnosisSuspected,
      int persistentDays,
      int persistentHardDays) {

    boolean inAgeRange() {
      return ageAtOnsetMonths >= YOUNGEST_MONTHS && ageAtOnsetMonths <= OLDEST_MONTHS;
    }
  }

  /** The tier with the rules that gave it; lower rules that also hold are named too. */
  public record Result(Tier tier, List<String> rules) {
    public Result {
      rules = List.copyOf(rules);
    }

    /** Whether a rule holds. */
    public boolean holds(String rule) {
      return rules.contains(rule);
    }
  }

  /** Applies all rules. */
  public static Result evaluate(GenoaCriteria.Result criteria, Pillars pillars, Signs signs) {
    List<String> rules = new ArrayList<>();
    if (criteria.count() >= 3) {
      rules.add("P3");
    }
    suspected(pillars, signs, rules);
    redFlags(pillars, signs, rules);
    return new Result(tier(rules), rules);
  }

  private static void suspected(Pillars pillars, Signs signs, List<String> rules) {
    if (pillars.has(A) && (pillars.has(B) || pillars.has(C) || pillars.has(D))) {
      rules.add("P2a");
    }
    if (pillars.has(B) && pillars.has(D)) {
      rules.add("P2b");
    }
    boolean marked = signs.lastingOrMarkedBehaviour() || signs.jerks() || signs.lostSkills();
    if (signs.inAgeRange() && pillars.has(B) && pillars.has(C) && marked) {
      rules.add("P2c");
    }
    if (signs.inAgeRange()
        && signs.ataxia()
        && signs.ataxiaDays() >= signs.persistentHardDays()
        && !signs.alternativeForAtaxia()) {
      rules.add("P2d");
    }
    if (signs.inAgeRange() && signs.ataxia() && signs.ataxiaRelapsed()) {
      rules.add("P2e");
    }
    if (signs.diagnosisSuspected()) {
      rules.add("PDX");
    }
  }

  private static void redFlags(Pillars pillars, Signs signs, List<String> rules) {
    boolean oldEnough =
        signs.ageAtOnsetMonths() < 0 || signs.ageAtOnsetMonths() >= RED_FLAG_FROM_MONTHS;
    if ((pillars.has(A) && oldEnough) || signs.pastEyes()) {
      rules.add("P1a");
    }
    if (signs.inAgeRange()
        && signs.ataxia()
        && signs.ataxiaDays() >= signs.persistentDays()
        && !signs.alternativeForAtaxia()) {
      rules.add("P1b");
    }
    if (signs.inAgeRange() && pillars.has(B) && pillars.has(C) && !signs.alternativeForAtaxia()) {
      rules.add("P1c");
    }
    if (signs.inAgeRange() && signs.ataxia() && signs.lostSpeechOrSkills()) {
      rules.add("P1d");
    }
    if (pillars.has(D)
        && ((pillars.has(C) && signs.newBehaviour()) || signs.lostSpeechOrSkills())) {
      rules.add("P1e");
    }
    if (signs.inAgeRange() && signs.ataxia() && signs.uncharacterisedEyes()) {
      rules.add("P1f");
    }
  }

  private static Tier tier(List<String> rules) {
    return rules.stream()
        .map(rule -> rule.equals("PDX") ? Tier.T2 : Tier.valueOf("T" + rule.charAt(1)))
        .max(Tier::compareTo)
        .orElse(Tier.T0);
  }
}
