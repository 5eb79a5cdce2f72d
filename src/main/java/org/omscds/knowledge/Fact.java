package org.omscds.knowledge;

/**
 * What the decision table asks about. Java decides which of these hold for a patient; rows of
 * {@code recommendations.yaml} name those that must hold and those that must not.
 */
public enum Fact {
  /** Under 18 years on the day of the consultation. */
  CHILD,
  /** 18 years or older on the day of the consultation. */
  ADULT,
  AGE_UNKNOWN,
  /** Three of four pillars, and no recorded diagnosis that explains two of them. */
  CRITERIA_MET,
  /** Three of four pillars, and a confirmed other diagnosis that may explain two of them. */
  CRITERIA_MET_ALTERNATIVE_RECORDED,
  /** Tier T2. */
  SUSPECTED,
  /** P1b: ataxia for 14 days or more without recovery, 6 to 72 months. */
  ATAXIA_PERSISTENT,
  /** P1d: ataxia with loss of words or skills, 6 to 72 months. */
  ATAXIA_WITH_REGRESSION,
  /** An adult with opsoclonus or flutter and another pillar, or with recorded OMS. */
  ADULT_OMS,
  /** A cancer is recorded whose type fits the syndrome and the antibody. */
  CANCER_KNOWN,
  /** A search since onset that could be read found no cancer. */
  CANCER_NOT_FOUND,
  /** A confirmed neuronal antibody, or a panel that found none. */
  ANTIBODIES_KNOWN,
  /** CT found no cancer, or a high-risk antibody is confirmed. */
  FDG_PET_CALLED_FOR,
  /** A woman, or an antibody that goes with breast cancer. */
  BREAST_SEARCH_CALLED_FOR,
  /** A woman under 50, or a woman with an antibody that goes with ovarian teratoma. */
  OVARY_SEARCH_CALLED_FOR,
  /** A man under 50, or a man with an antibody that goes with testicular tumours. */
  TESTIS_SEARCH_CALLED_FOR,
  /** No cancer found, PNS-Care 6 or more or a high-risk antibody, under two years since onset. */
  CANCER_SEARCH_TO_REPEAT,
  /** Pillar A is present. */
  EYES_PRESENT,
  /** Pillar A is possible and not present. */
  EYES_POSSIBLE,
  /** Pillar A is present and no other pillar is. */
  EYES_ALONE,
  /** Opsoclonus or flutter was recorded before the current window, and not again. */
  EYES_RECORDED_EARLIER,
  /** Opsoclonus-like movements under three months of age in a child who is otherwise well. */
  NEONATAL_EYE_MOVEMENTS,
  /** Eye-head movements with fixation gaps, onset under six months. */
  GLUT1_EYE_MOVEMENTS,
  /** Nystagmus or another eye movement that nobody characterised, beside new ataxia. */
  UNCHARACTERISED_EYES_WITH_NEW_ATAXIA,
  /** An active, confirmed Condition says OMS. */
  OMS_DIAGNOSED,
  /** OMS is recorded, but not as confirmed. */
  OMS_SUSPECTED_DIAGNOSIS,
  /** OMS is recorded as inactive, resolved or in remission, and nowhere as active. */
  OMS_IN_REMISSION,
  /** A neuroblastic tumour is confirmed, and dated within 180 days of the onset. */
  TUMOUR_KNOWN,
  /** Pillar D is present or possible. */
  TUMOUR_KNOWN_OR_POSSIBLE,
  /** MRI or CT does not cover all four regions since onset, within 90 days. */
  TUMOUR_IMAGING_INCOMPLETE,
  /** No course of immunotherapy is recorded since onset. */
  NO_IMMUNOTHERAPY,
  /** Onset, or the last word of eyes or motor signs, is at most 180 days ago. */
  RECENT_ONSET,
  /** A confirmed, active mimic whose row says that immunosuppression waits. */
  BLOCKING_MIMIC,
  /** A clue of a mimic that wants its brain scan at once: raised pressure, focal signs. */
  EMERGENCY_BRAIN_IMAGING,
  /** Fever, a recorded infection, or an antimicrobial started in the last 7 days. */
  ACTIVE_INFECTION,
  /** OMS is diagnosed and neurology was asked or seen in the last 90 days. */
  NEUROLOGY_PLAN,
  /** Nobody asked neurology in the last 24 hours. */
  NO_NEUROLOGY_REQUEST,
  /** The child lost walking, standing or sitting. */
  UNABLE_TO_WALK,
  /** Ataxia that began at most 72 hours ago. */
  ACUTE_UNDER_72_HOURS,
  /** Known OMS became worse for at least 72 hours, as in a relapse. */
  OMS_RELAPSE,
  /** Known OMS may have relapsed: how long it lasts, or that it is new, is not recorded. */
  OMS_RELAPSE_UNCONFIRMED,
  /** OMS is recorded as in remission, and relapsed. */
  RELAPSE_FROM_REMISSION,
  /** T-TAPER: a steroid or ACTH ended at most 30 days before the worsening. */
  WORSE_AFTER_REDUCTION,
  /** T-INF: an infection at most 14 days before the worsening, or with it. */
  WORSE_WITH_INFECTION,
  /** No steroid or ACTH was running when the worsening began. */
  WORSE_OFF_STEROID,
  /** Two or more relapses within 30 days of a reduction. */
  STEROID_DEPENDENT,
  /** The response to treatment is inadequate at day 14. */
  RESPONSE_INADEQUATE_EARLY,
  /** The response to treatment is inadequate at week 6, week 12 or later. */
  RESPONSE_INADEQUATE,
  /** Immunoglobulin brought no benefit in six months. */
  IVIG_WITHOUT_BENEFIT,
  /** Walking is still lost at six weeks of treatment or later. */
  UNABLE_TO_WALK_ON_TREATMENT,
  /** On treatment for six weeks, and no severity score in six weeks. */
  SCORE_OVERDUE,
  /** On a steroid or ACTH for more than four weeks, and better by two points or more. */
  STEROID_WORKS,
  /** The last score is moderate or severe, or the disease relapses. */
  MODERATE_OR_RELAPSING,
  /** What rituximab or cyclophosphamide would need is there; the specialist decides. */
  ESCALATION_READY,
  // What is being written.
  /** OMS is recorded or suspected, or the tier is T2 or T3: the scope of the safety cards. */
  OMS_PATHWAY,
  /** A draft of the first steroid (at a high or unknown dose), ACTH, IVIG or rituximab. */
  IMMUNOTHERAPY_DRAFTED,
  /** A draft of the first IVIG. */
  IVIG_DRAFTED,
  /** A chosen test is taken for a tumour search and does not complete it. */
  INSUFFICIENT_TUMOUR_TEST_SELECTED,
  /** A region of the tumour search is neither imaged nor ordered. */
  TUMOUR_IMAGING_TO_ORDER,
  /** A chosen antibody panel does not fit. */
  ANTIBODY_PANEL_UNFIT,
  /** Samples that come before the first immunotherapy are neither drawn nor ordered. */
  SAMPLES_OPEN,
  /** Serology that IVIG would spoil is among them. */
  SEROLOGY_OPEN,
  /** Hepatitis B is found. */
  HEPATITIS_B_FOUND,
  /** A core antibody was found: the virus's DNA decides. */
  HEPATITIS_B_DNA_CALLED_FOR,
  IVIG_STOP,
  IVIG_CAUTION,
  /** What must be known before IVIG is not on record. */
  IVIG_DATA_MISSING,
  STEROID_STOP,
  STEROID_CAUTION,
  RITUXIMAB_STOP,
  RITUXIMAB_CAUTION,
  CYCLOPHOSPHAMIDE_STOP,
  CYCLOPHOSPHAMIDE_CAUTION,
  MIBG_STOP,
  MIBG_CAUTION,
  CONTRAST_STOP,
  CONTRAST_CAUTION,
  LIVE_VACCINE_STOP,
  LIVE_VACCINE_CAUTION,
  OTHER_DRUG_STOP,
  OTHER_DRUG_CAUTION,
  OTHER_DRUG_NOTE,
  // Workup, section 3 of the clinical knowledge.
  /** The four regions are imaged and no tumour is found yet, or one is known or suspected. */
  MIBG_CALLED_FOR,
  /** Four regions and MIBG are done, no tumour is found, and the syndrome is typical. */
  FURTHER_TUMOUR_IMAGING_CALLED_FOR,
  /** The same, or a tumour is there that MIBG did not show. */
  TUMOUR_PET_CALLED_FOR,
  /** Under 8 years, and a scan or a lumbar puncture is still to be done. */
  ANAESTHETIC_LIKELY,
  /** The course is chronic or episodic, the family has the sign, or a clue is hereditary. */
  GENETICS_CALLED_FOR,
  /** 10 to 54 years old and not recorded as male. */
  MAY_BE_PREGNANT,
  /** Dapsone or rasburicase is ordered, taken or drafted. */
  G6PD_NEEDED,
  /** Trazodone is taken: with another drug that prolongs QT an ECG is due. */
  TRAZODONE_TAKEN,
  /** A steroid or ACTH has been going on for 90 days. */
  LONG_STEROID,
  // Follow-up of known OMS.
  /** All four regions were imaged since onset and no tumour was found: the schedule says when. */
  REPEAT_SEARCH_SCHEDULED,
  /** The date of a repeat search has passed without it; it may be on its way. */
  REPEAT_SEARCH_DUE,
  /** The same, more than 60 days ago. */
  REPEAT_SEARCH_OVERDUE,
  /** A test, a therapy or the school plan is due in known OMS. */
  FOLLOW_UP_GAP,
  COGNITIVE_TEST_DUE,
  SPEECH_THERAPY_DUE,
  PHYSIOTHERAPY_DUE,
  OCCUPATIONAL_THERAPY_DUE,
  SCHOOL_PLAN_DUE,
  /** Behaviour, mood or sleep is disturbed in known OMS. */
  PSYCHOLOGY_CALLED_FOR,
  /** Sleep is disturbed in known OMS. */
  SLEEP_DISTURBED,
  /** Feeding is difficult, or a steroid has been going on for 90 days. */
  DIETITIAN_CALLED_FOR,
  /** Strabismus, or a steroid has been going on for 90 days. */
  EYE_FOLLOW_UP_CALLED_FOR,
  /** 14 to 17 years old with signs that stayed. */
  TRANSITION_CALLED_FOR,
  // What was just added, and what goes home.
  /** OMS was just added to the problem list, or recorded in the last days. */
  OMS_JUST_ADDED,
  /** Nobody has completed a search for a tumour or cancer. */
  TUMOUR_SEARCH_OPEN,
  /** A neuroblastic tumour, with new motor, behaviour, eye or speech signs. */
  TUMOUR_WITH_SIGNS,
  /** A child of 6 to 72 months whose new ataxia was recorded in the last 14 days. */
  ACUTE_ATAXIA,
  /** Known OMS under a steroid, ACTH, IVIG, rituximab or cyclophosphamide. */
  OMS_ON_IMMUNOTHERAPY,
  /** No visit to neurology is on its way. */
  NEUROLOGY_FOLLOW_UP_MISSING,
  // What the site sets.
  /** The site shows the safety cards C11 and C13 for all patients, not for OMS alone. */
  SAFETY_FOR_ALL,
  /** The site lets this service propose drugs. */
  MEDICATION_PROPOSALS
}
