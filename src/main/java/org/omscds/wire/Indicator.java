package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How urgent a card is. */
public enum Indicator {
  @JsonProperty("info")
  INFO,
  @JsonProperty("warning")
  WARNING,
  @JsonProperty("critical")
  CRITICAL
}
