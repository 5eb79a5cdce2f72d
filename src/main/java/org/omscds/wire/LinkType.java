package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a link is opened as it stands or launched as a SMART app. */
public enum LinkType {
  @JsonProperty("absolute")
  ABSOLUTE,
  @JsonProperty("smart")
  SMART
}
