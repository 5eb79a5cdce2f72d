package org.omscds.knowledge;

import java.util.Locale;

/** The items of the Mitchell-Pike scale, each 0 to 3. Their wording is not kept here. */
public enum ScaleItem {
  STANCE,
  GAIT,
  ARM_HAND,
  OPSOCLONUS,
  MOOD,
  /** In the version of six items only. */
  SPEECH;

  /** The word that cards use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '/');
  }
}
