package org.omscds.knowledge;

/** The drugs that the medicine looks for; which drugs belong to a class is data. */
public enum DrugClass {
  STEROID,
  ACTH,
  IVIG,
  RITUXIMAB,
  CYCLOPHOSPHAMIDE,
  OPSOCLONUS_OR_MYOCLONUS_CAUSING,
  ANTIMICROBIAL;

  /** Whether it treats the immune process of OMS. */
  public boolean isImmunotherapy() {
    return switch (this) {
      case STEROID, ACTH, IVIG, RITUXIMAB, CYCLOPHOSPHAMIDE -> true;
      case OPSOCLONUS_OR_MYOCLONUS_CAUSING, ANTIMICROBIAL -> false;
    };
  }
}
