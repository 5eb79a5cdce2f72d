package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an action does to a resource. */
public enum ActionType {
  @JsonProperty("create")
  CREATE,
  @JsonProperty("update")
  UPDATE,
  @JsonProperty("delete")
  DELETE
}
