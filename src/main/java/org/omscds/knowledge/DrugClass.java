package org.omscds.knowledge;

/** The drugs that the medicine looks for; which drugs belong to a class is data. */
public enum DrugClass {
  STEROID,
  ACTH,
  IVIG,
  RITUXIMAB,
  CYCLOPHOSPHAMIDE,
  OPSOCLONUS_OR_MYOCLONUS_CAUSING,
  /** Causes a myoclonus alone: opioids, gabapentin, SSRI, cephalosporins. */
  MYOCLONUS_CAUSING,
  SEROTONERGIC,
  CHECKPOINT_INHIBITOR,
  ANTIMICROBIAL,
  /** Keeps MIBG out of the tumour's cells: a scan under it may be falsely negative. */
  MIBG_INTERFERING,
  NEPHROTOXIC,
  OESTROGEN,
  QT_PROLONGING,
  MAO_INHIBITOR,
  ANTISEIZURE,
  /** By mouth, alone or in a cold remedy. */
  DECONGESTANT,
  SEDATING_ANTIHISTAMINE;

  /** Whether it treats the immune process of OMS. */
  public boolean isImmunotherapy() {
    return switch (this) {
      case STEROID, ACTH, IVIG, RITUXIMAB, CYCLOPHOSPHAMIDE -> true;
      case OPSOCLONUS_OR_MYOCLONUS_CAUSING,
          MYOCLONUS_CAUSING,
          SEROTONERGIC,
          CHECKPOINT_INHIBITOR,
          ANTIMICROBIAL,
          MIBG_INTERFERING,
          NEPHROTOXIC,
          OESTROGEN,
          QT_PROLONGING,
          MAO_INHIBITOR,
          ANTISEIZURE,
          DECONGESTANT,
          SEDATING_ANTIHISTAMINE ->
          false;
    };
  }
}
