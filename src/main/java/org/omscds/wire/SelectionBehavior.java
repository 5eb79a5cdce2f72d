package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many of a card's suggestions a user may take. */
public enum SelectionBehavior {
  @JsonProperty("any")
  ANY,
  @JsonProperty("at-most-one")
  AT_MOST_ONE
}
