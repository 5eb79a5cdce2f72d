package org.omscds.assessment.pillar;

import static org.omscds.knowledge.Pillar.A;
import static org.omscds.knowledge.Pillar.B;
import static org.omscds.knowledge.Pillar.C;
import static org.omscds.knowledge.Pillar.D;

import java.util.List;
import java.util.OptionalLong;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.patient.PatientRecord;

/**
 * Eye movements of the first months of life that have other explanations: the benign neonatal forms
 * under three months, and the eye-head movements of GLUT1 deficiency under six (Pearson 2017). They
 * make pillar A possible, no more, and only in a child without any other sign.
 *
 * @param neonatal whether the neonatal form comes first
 * @param glut1 whether GLUT1 deficiency is to be thought of
 * @param pillars the pillars with A lowered where one of them holds
 */
public record EarlyEyeMovements(boolean neonatal, boolean glut1, Pillars pillars) {

  private static final int NEONATAL_BEFORE_MONTHS = 3;
  private static final int GLUT1_BEFORE_MONTHS = 6;

  static EarlyEyeMovements of(
      PatientRecord patient, Findings findings, Pillars pillars, List<Alternative> alternatives) {
    List<ClinicalStatement> glut1 =
        findings.present(FindingId.GLUT1_EYE_HEAD_MOVEMENTS).stream()
            .filter(each -> !each.isOver())
            .toList();
    boolean otherSigns =
        pillars.has(B)
            || pillars.has(C)
            || pillars.has(D)
            || isIll(findings, withoutGlut1(alternatives, glut1));
    OptionalLong eyeAge = ageAtFirst(pillars.of(A).counted(), patient);
    boolean neonatalNow = pillars.has(A) && !otherSigns && isUnder(eyeAge, NEONATAL_BEFORE_MONTHS);
    boolean glut1Now =
        !neonatalNow
            && !otherSigns
            && !glut1.isEmpty()
            && isUnder(ageAtFirst(glut1, patient), GLUT1_BEFORE_MONTHS);
    boolean lower = neonatalNow || (glut1Now && pillars.has(A));
    return new EarlyEyeMovements(neonatalNow, glut1Now, lower ? lowered(pillars) : pillars);
  }

  /** GLUT1 deficiency itself is no other illness beside its eye movements. */
  private static List<Alternative> withoutGlut1(
      List<Alternative> alternatives, List<ClinicalStatement> glut1) {
    List<Evidence> recorded = glut1.stream().map(ClinicalStatement::evidence).toList();
    return alternatives.stream().filter(each -> !recorded.contains(each.evidence())).toList();
  }

  /** Whether anything recorded says that the child is not otherwise well. */
  private static boolean isIll(Findings findings, List<Alternative> alternatives) {
    return !alternatives.isEmpty()
        || findings
            .present(FindingId.FEVER, FindingId.SYSTEMIC_INFECTION, FindingId.CNS_INFECTION)
            .stream()
            .anyMatch(each -> !each.isOver());
  }

  private static Pillars lowered(Pillars pillars) {
    PillarFinding eyes = pillars.of(A);
    List<Evidence> evidence = eyes.finding().restsOn();
    return pillars.with(new PillarFinding(A, new Finding.Possible(evidence), eyes.counted()));
  }

  private static OptionalLong ageAtFirst(
      List<ClinicalStatement> statements, PatientRecord patient) {
    return statements.stream()
        .map(each -> each.firstDay(patient.consultationDate()))
        .min(java.time.LocalDate::compareTo)
        .map(patient::ageInMonths)
        .orElseGet(OptionalLong::empty);
  }

  private static boolean isUnder(OptionalLong age, int months) {
    return age.isPresent() && age.getAsLong() < months;
  }
}
