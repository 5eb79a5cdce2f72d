package org.omscds.knowledge;

/**
 * The four items of the paediatric criteria, of which three make the diagnosis likely (Genoa 2004,
 * in the wording of the SIOPEN trial NCT01868269).
 */
public enum Pillar {
  /** A: opsoclonus or ocular flutter, but not nystagmus. */
  A("eyes"),
  /** B: ataxia and/or myoclonus. */
  B("motor"),
  /** C: behavioural change and/or sleep disturbance. */
  C("behaviour"),
  /** D: neuroblastic tumour. */
  D("tumour");

  private final String label;

  Pillar(String label) {
    this.label = label;
  }

  /** The one word that cards use for it. */
  public String label() {
    return label;
  }
}
