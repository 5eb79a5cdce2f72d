package org.omscds.workbench;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a site sets about the workbench, under {@code omscds.workbench}.
 *
 * @param enabled whether the page at {@code /} is there; in the open mode it is unless set, else it
 *     is not
 */
@ConfigurationProperties("omscds.workbench")
public record WorkbenchSettings(@Nullable Boolean enabled) {

  boolean isEnabled(boolean open) {
    return enabled == null ? open : enabled;
  }
}
