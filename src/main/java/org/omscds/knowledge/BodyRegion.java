package org.omscds.knowledge;

import java.util.Locale;

/** The four regions that a search for a neuroblastic tumour must cover. */
public enum BodyRegion {
  NECK,
  CHEST,
  ABDOMEN,
  PELVIS;

  /** The word that cards use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
