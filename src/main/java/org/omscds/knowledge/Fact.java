package org.omscds.knowledge;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the decision table asks about. Java decides which of these hold for a patient; rows of
 * {@code recommendations.yaml} name those that must hold and those that must not. Each says in one
 * sentence what it means; the pages show it beside the name.
 */
public enum Fact {
  CHILD("Under 18 years on the day of the consultation."),
  ADULT("18 years or older on the day of the consultation."),
  AGE_UNKNOWN("The birth date is missing or cannot be read."),
  CRITERIA_MET("Three of four pillars, and no recorded diagnosis that explains two of them."),
  CRITERIA_MET_ALTERNATIVE_RECORDED(
      "Three of four pillars, and a confirmed other diagnosis that may explain two of them."),
  SUSPECTED("Tier T2: the syndrome is suspected, short of three of four criteria."),
  ATAXIA_PERSISTENT("P1b: ataxia for 14 days or more without recovery, 6 to 72 months."),
  ATAXIA_WITH_REGRESSION("P1d: ataxia with loss of words or skills, 6 to 72 months."),
  ADULT_OMS("An adult with opsoclonus or flutter and another pillar, or with recorded OMS."),
  CANCER_KNOWN("A cancer is recorded whose type fits the syndrome and the antibody."),
  CANCER_NOT_FOUND("A search since onset that could be read found no cancer."),
  ANTIBODIES_KNOWN("A confirmed neuronal antibody, or a panel that found none."),
  FDG_PET_CALLED_FOR("CT found no cancer, or a high-risk antibody is confirmed."),
  BREAST_SEARCH_CALLED_FOR("A woman, or an antibody that goes with breast cancer."),
  OVARY_SEARCH_CALLED_FOR(
      "A woman under 50, or a woman with an antibody that goes with ovarian teratoma."),
  TESTIS_SEARCH_CALLED_FOR(
      "A man under 50, or a man with an antibody that goes with testicular tumours."),
  CANCER_SEARCH_TO_REPEAT(
      "No cancer found, PNS-Care 6 or more or a high-risk antibody, under two years since onset."),
  EYES_PRESENT("Pillar A is present."),
  EYES_POSSIBLE("Pillar A is possible and not present."),
  EYES_ALONE("Pillar A is present and no other pillar is."),
  EYES_RECORDED_EARLIER(
      "Opsoclonus or flutter was recorded before the current window, and not again."),
  NEONATAL_EYE_MOVEMENTS(
      "Opsoclonus-like movements under three months of age in a child who is otherwise well."),
  GLUT1_EYE_MOVEMENTS("Eye-head movements with fixation gaps, onset under six months."),
  UNCHARACTERISED_EYES_WITH_NEW_ATAXIA(
      "Nystagmus or another eye movement that nobody characterised, beside new ataxia."),
  OMS_DIAGNOSED("An active, confirmed Condition says OMS."),
  OMS_SUSPECTED_DIAGNOSIS("OMS is recorded, but not as confirmed."),
  OMS_IN_REMISSION("OMS is recorded as inactive, resolved or in remission, and nowhere as active."),
  TUMOUR_KNOWN("A neuroblastic tumour is confirmed, and dated within 180 days of the onset."),
  TUMOUR_KNOWN_OR_POSSIBLE("Pillar D is present or possible."),
  TUMOUR_IMAGING_INCOMPLETE(
      "MRI or CT does not cover all four regions since onset, within 90 days."),
  NO_IMMUNOTHERAPY("No course of immunotherapy is recorded since onset."),
  RECENT_ONSET("Onset, or the last word of eyes or motor signs, is at most 180 days ago."),
  BLOCKING_MIMIC("A confirmed, active mimic whose row says that immunosuppression waits."),
  EMERGENCY_BRAIN_IMAGING(
      "A clue of a mimic that wants its brain scan at once: raised pressure, focal signs."),
  ACTIVE_INFECTION("Fever, a recorded infection, or an antimicrobial started in the last 7 days."),
  NEUROLOGY_PLAN("OMS is diagnosed and neurology was asked or seen in the last 90 days."),
  NO_NEUROLOGY_REQUEST("Nobody asked neurology in the last 24 hours."),
  UNABLE_TO_WALK("The child lost walking, standing or sitting."),
  ACUTE_UNDER_72_HOURS("Ataxia that began at most 72 hours ago."),
  OMS_RELAPSE("Known OMS became worse for at least 72 hours, as in a relapse."),
  OMS_RELAPSE_UNCONFIRMED(
      "Known OMS may have relapsed: how long it lasts, or that it is new, is not recorded."),
  RELAPSE_FROM_REMISSION("OMS is recorded as in remission, and relapsed."),
  WORSE_AFTER_REDUCTION("T-TAPER: a steroid or ACTH ended at most 30 days before the worsening."),
  WORSE_WITH_INFECTION("T-INF: an infection at most 14 days before the worsening, or with it."),
  WORSE_OFF_STEROID("No steroid or ACTH was running when the worsening began."),
  STEROID_DEPENDENT("Two or more relapses within 30 days of a reduction."),
  RESPONSE_INADEQUATE_EARLY("The response to treatment is inadequate at day 14."),
  RESPONSE_INADEQUATE("The response to treatment is inadequate at week 6, week 12 or later."),
  IVIG_WITHOUT_BENEFIT("Immunoglobulin brought no benefit in six months."),
  UNABLE_TO_WALK_ON_TREATMENT("Walking is still lost at six weeks of treatment or later."),
  SCORE_OVERDUE("On treatment for six weeks, and no severity score in six weeks."),
  STEROID_WORKS("On a steroid or ACTH for more than four weeks, and better by two points or more."),
  MODERATE_OR_RELAPSING("The last score is moderate or severe, or the disease relapses."),
  ESCALATION_READY(
      "What rituximab or cyclophosphamide would need is there; the specialist decides."),
  // What is being written.
  OMS_PATHWAY(
      "OMS is recorded or suspected, or the tier is T2 or T3: the scope of the safety cards."),
  IMMUNOTHERAPY_DRAFTED(
      "A draft of the first steroid (at a high or unknown dose), ACTH, IVIG or rituximab."),
  IVIG_DRAFTED("A draft of the first IVIG."),
  INSUFFICIENT_TUMOUR_TEST_SELECTED(
      "A chosen test is taken for a tumour search and does not complete it."),
  TUMOUR_IMAGING_TO_ORDER("A region of the tumour search is neither imaged nor ordered."),
  ANTIBODY_PANEL_UNFIT("A chosen antibody panel does not fit."),
  SAMPLES_OPEN("Samples that come before the first immunotherapy are neither drawn nor ordered."),
  SEROLOGY_OPEN("Serology that IVIG would spoil is among them."),
  HEPATITIS_B_FOUND("Hepatitis B is found."),
  HEPATITIS_B_DNA_CALLED_FOR("A core antibody was found: the virus's DNA decides."),
  IVIG_STOP(
      "An immunoglobulin is drafted, and a check says stop: its risk is on record, or not ruled out."),
  IVIG_CAUTION("An immunoglobulin is drafted, and a check warns of a risk that is on record."),
  IVIG_DATA_MISSING("What must be known before IVIG is not on record."),
  STEROID_STOP(
      "A steroid at a high or unknown dose, or ACTH, is drafted, and a check says stop: its risk is on record, or not ruled out."),
  STEROID_CAUTION(
      "A steroid at a high or unknown dose, or ACTH, is drafted, and a check warns: its risk is on record, or not ruled out."),
  RITUXIMAB_STOP(
      "Rituximab is drafted, and a check says stop: its risk is on record, or not ruled out."),
  RITUXIMAB_CAUTION(
      "Rituximab is drafted, and a check warns: its risk is on record, or not ruled out."),
  CYCLOPHOSPHAMIDE_STOP(
      "Cyclophosphamide is drafted, and a check says stop: its risk is on record, or not ruled out."),
  CYCLOPHOSPHAMIDE_CAUTION(
      "Cyclophosphamide is drafted, and a check warns: its risk is on record, or not ruled out."),
  MIBG_STOP(
      "An MIBG scan is drafted, and a check says stop: its risk is on record, or not ruled out."),
  MIBG_CAUTION(
      "An MIBG scan is drafted, and a check warns: its risk is on record, or not ruled out."),
  CONTRAST_STOP(
      "A scan with contrast is drafted, and a check says stop: its risk is on record, or not ruled out."),
  CONTRAST_CAUTION(
      "A scan with contrast is drafted, and a check warns: its risk is on record, or not ruled out."),
  LIVE_VACCINE_STOP(
      "A live vaccine is drafted, and a check says stop: its risk is on record, or not ruled out."),
  LIVE_VACCINE_CAUTION(
      "A live vaccine is drafted, and a check warns: its risk is on record, or not ruled out."),
  OTHER_DRUG_STOP(
      "Another drug or procedure with checks is drafted, and a check says stop: its risk is on record, or not ruled out."),
  OTHER_DRUG_CAUTION(
      "Another drug or procedure with checks is drafted, and a check warns: its risk is on record, or not ruled out."),
  OTHER_DRUG_NOTE("Another drug or procedure with checks is drafted, and a check has a note."),
  // Workup, section 3 of the clinical knowledge.
  MIBG_CALLED_FOR(
      "The four regions are imaged and no tumour is found yet, or one is known or suspected."),
  FURTHER_TUMOUR_IMAGING_CALLED_FOR(
      "Four regions and MIBG are done, no tumour is found, and the syndrome is typical."),
  TUMOUR_PET_CALLED_FOR(
      "Four regions and MIBG are done and no tumour is found in a typical syndrome, or one is there that MIBG did not show."),
  ANAESTHETIC_LIKELY("Under 8 years, and a scan or a lumbar puncture is still to be done."),
  GENETICS_CALLED_FOR(
      "The course is chronic or episodic, the family has the sign, or a clue is hereditary."),
  MAY_BE_PREGNANT("10 to 54 years old and not recorded as male."),
  G6PD_NEEDED("Dapsone or rasburicase is ordered, taken or drafted."),
  TRAZODONE_TAKEN("Trazodone is taken: with another drug that prolongs QT an ECG is due."),
  LONG_STEROID("A steroid or ACTH has been going on for 90 days."),
  // Follow-up of known OMS.
  REPEAT_SEARCH_SCHEDULED(
      "All four regions were imaged since onset and no tumour was found: the schedule says when."),
  REPEAT_SEARCH_DUE("The date of a repeat search has passed without it; it may be on its way."),
  REPEAT_SEARCH_OVERDUE("The date of a repeat search passed more than 60 days ago without it."),
  FOLLOW_UP_GAP("A test, a therapy or the school plan is due in known OMS."),
  COGNITIVE_TEST_DUE(
      "Known OMS since three months or with a relapse, and no cognitive test in the last year, or two years at school age."),
  SPEECH_THERAPY_DUE(
      "Speech, drooling or feeding is impaired in known OMS, and no speech therapy is on record or ordered."),
  PHYSIOTHERAPY_DUE(
      "Stance, gait or muscle tone is impaired in known OMS, and no physiotherapy is on record or ordered."),
  OCCUPATIONAL_THERAPY_DUE(
      "Arm and hand are impaired in known OMS, and no occupational therapy is on record or ordered."),
  SCHOOL_PLAN_DUE("3 to 17 years old with known OMS, and no school plan is on record or ordered."),
  PSYCHOLOGY_CALLED_FOR("Behaviour, mood or sleep is disturbed in known OMS."),
  SLEEP_DISTURBED("Sleep is disturbed in known OMS."),
  DIETITIAN_CALLED_FOR("Feeding is difficult, or a steroid has been going on for 90 days."),
  EYE_FOLLOW_UP_CALLED_FOR("Strabismus, or a steroid has been going on for 90 days."),
  TRANSITION_CALLED_FOR("14 to 17 years old with signs that stayed."),
  // What was just added, and what goes home.
  OMS_JUST_ADDED("OMS was just added to the problem list, or recorded in the last days."),
  TUMOUR_SEARCH_OPEN("Nobody has completed a search for a tumour or cancer."),
  TUMOUR_WITH_SIGNS("A neuroblastic tumour, with new motor, behaviour, eye or speech signs."),
  ACUTE_ATAXIA("A child of 6 to 72 months whose new ataxia was recorded in the last 14 days."),
  OMS_ON_IMMUNOTHERAPY("Known OMS under a steroid, ACTH, IVIG, rituximab or cyclophosphamide."),
  NEUROLOGY_FOLLOW_UP_MISSING("No visit to neurology is on its way."),
  // What the site sets.
  SAFETY_FOR_ALL(
      "The site shows the safety cards C11 and C13 for all patients, not for OMS alone."),
  MEDICATION_PROPOSALS("The site lets this service propose drugs.");

  /** None of them holds while nothing in a chart points to the syndrome. */
  private static final Set<Fact> POINTERS =
      EnumSet.of(
          CRITERIA_MET,
          CRITERIA_MET_ALTERNATIVE_RECORDED,
          SUSPECTED,
          ATAXIA_PERSISTENT,
          ATAXIA_WITH_REGRESSION,
          ADULT_OMS,
          EYES_PRESENT,
          EYES_POSSIBLE,
          EYES_ALONE,
          EYES_RECORDED_EARLIER,
          NEONATAL_EYE_MOVEMENTS,
          GLUT1_EYE_MOVEMENTS,
          UNCHARACTERISED_EYES_WITH_NEW_ATAXIA,
          OMS_DIAGNOSED,
          OMS_SUSPECTED_DIAGNOSIS,
          OMS_IN_REMISSION,
          OMS_RELAPSE,
          OMS_RELAPSE_UNCONFIRMED,
          RESPONSE_INADEQUATE_EARLY,
          RESPONSE_INADEQUATE,
          IVIG_WITHOUT_BENEFIT,
          UNABLE_TO_WALK_ON_TREATMENT,
          SCORE_OVERDUE,
          OMS_PATHWAY,
          REPEAT_SEARCH_DUE,
          REPEAT_SEARCH_OVERDUE,
          FOLLOW_UP_GAP,
          OMS_JUST_ADDED,
          TUMOUR_WITH_SIGNS,
          ACUTE_ATAXIA,
          OMS_ON_IMMUNOTHERAPY,
          SAFETY_FOR_ALL);

  private final String meaning;

  Fact(String meaning) {
    this.meaning = meaning;
  }

  /** What is so of a patient for whom it holds: one sentence. */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether it holds only where something in the chart points to the syndrome, or the site wants
   * its safety cards for all. Each row of the decision table needs such a fact, so that a chart in
   * which nothing does is answered without being weighed further.
   */
  public boolean pointsToOms() {
    return POINTERS.contains(this);
  }
}
