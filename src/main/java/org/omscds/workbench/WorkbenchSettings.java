package org.omscds.workbench;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a site sets about the workbench, under {@code omscds.workbench}.
 *
 * @param enabled whether the workbench is there, the page at {@code /} on which charts are tried
 *     and calls explained; where it is not set, in the open mode only
 */
@ConfigurationProperties("omscds.workbench")
public record WorkbenchSettings(@Nullable Boolean enabled) {

  boolean isEnabled(boolean open) {
    return enabled == null ? open : enabled;
  }
}
