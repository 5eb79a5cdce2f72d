package org.omscds.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.instrument.SuspicionTiers;
import org.omscds.assessment.instrument.Tier;
import org.omscds.assessment.pillar.PillarReader;
import org.omscds.finding.Findings;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.SiteSettings;
import org.omscds.knowledge.SiteSettings.SafetyScope;
import org.omscds.patient.PatientRecord;

/**
 * What a first look at a chart says: the pillars, the criteria, the tier and the diagnosis on
 * record. In nearly every chart it says that nothing points to the syndrome, and no more is needed.
 *
 * @param onset first day of the disease: of the signs of now, or of the recorded diagnosis where
 *     that is earlier
 * @param added entries that have just put OMS on the problem list
 */
public record Impression(
    PatientRecord patient,
    Findings findings,
    PillarReader.Reading reading,
    Diagnosis diagnosis,
    GenoaCriteria.Result criteria,
    SuspicionTiers.Signs signs,
    SuspicionTiers.Result suspicion,
    Optional<LocalDate> onset,
    AddedProblems added,
    SiteSettings site) {

  /**
   * Whether nothing points to the syndrome: no fact that does ({@link
   * org.omscds.knowledge.Fact#pointsToOms}) holds, so that no row of the decision table can.
   */
  public boolean isUnremarkable() {
    return suspicion.tier() == Tier.T0
        && diagnosis.state() == Diagnosis.State.NONE
        && added.oms().isEmpty()
        && Arrays.stream(Pillar.values()).noneMatch(this::hasAnyOf)
        && !reading.early().neonatal()
        && !reading.early().glut1()
        && !signs.uncharacterisedEyes()
        && site.cards().safetyScope() != SafetyScope.ALL_PATIENTS;
  }

  private boolean hasAnyOf(Pillar pillar) {
    return reading.pillars().has(pillar) || reading.pillars().of(pillar).isPossible();
  }
}
