package org.omscds.hook.outcome;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it may be logged: where it came from, but not its message, because a message may
 * quote the chart.
 */
final class FailureTrace {

  private static final int MAX_CAUSES = 5;

  private FailureTrace() {}

  static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    @Nullable Throwable each = failure;
    for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
      trace.append(depth == 0 ? "" : "\nCaused by: ").append(each.getClass().getName());
      trace.append(
          Arrays.stream(each.getStackTrace())
              .map(frame -> "\n\tat " + frame)
              .collect(Collectors.joining()));
      each = each.getCause();
    }
    return trace.toString();
  }
}
