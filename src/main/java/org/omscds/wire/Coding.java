package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A code of a terminology; its display is required in override reasons only. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Coding(String system, String code, @Nullable String display) {

  public Coding {
    Required.text("coding.system", system);
    Required.text("coding.code", code);
    display = Required.absentIfEmpty(display);
  }
}
