package org.omscds.knowledge;

/**
 * What a site may set. The windows are [PROPOSAL]s: the published criteria give none.
 *
 * @param pillarWindowDays W_PILLAR: eyes, motor and behaviour must begin inside one window
 * @param currentDays W_CURRENT: older statements do not count for tiers
 * @param tumourContemporaryDays W_TUMOUR_CONTEMP: tumour and neurological onset belong together
 * @param steroidConfoundDays behaviour that begins this soon after a steroid may be its effect
 * @param absenceExpiryDays how long an explicit negative counts: opsoclonus comes and goes
 * @param persistentDays PERSIST_FLAG: ataxia without recovery
 * @param persistentHardDays PERSIST_HARD: beyond the longest benign course
 * @param ataxiaEvidenceDays how fresh the last word of ataxia must be for it to count as lasting
 * @param clueDays how fresh a clue of a mimic must be for the mimic to be named
 * @param cancerYears how long a cancer that is over still counts for an adult
 * @param allowAntibodyForDInAdults whether a confirmed high-risk antibody counts for pillar D
 *     (variant V4)
 * @param allowAntibodyForDInChildren the same under 18 years
 * @param medicationProposals whether C26 may propose drugs
 * @param cardLimit how many cards an answer shows
 */
public record SiteSettings(
    int pillarWindowDays,
    int currentDays,
    int tumourContemporaryDays,
    int steroidConfoundDays,
    int absenceExpiryDays,
    int persistentDays,
    int persistentHardDays,
    int ataxiaEvidenceDays,
    int clueDays,
    int cancerYears,
    boolean allowAntibodyForDInAdults,
    boolean allowAntibodyForDInChildren,
    boolean medicationProposals,
    int cardLimit) {

  public SiteSettings {
    if (persistentHardDays < persistentDays) {
      throw new IllegalArgumentException(
          "persistent-hard-days is "
              + persistentHardDays
              + "; give at least the persistent-days of "
              + persistentDays);
    }
  }

  /** The defaults, each explained in docs/criteria.md. */
  public static SiteSettings defaults() {
    return new SiteSettings(90, 180, 180, 21, 7, 14, 28, 7, 30, 5, true, false, true, 3);
  }
}
