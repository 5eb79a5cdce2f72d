package org.omscds.hook.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;

/** Timers whose distribution can be told afterwards, by the same bounds everywhere. */
final class Buckets {

  /** Upper bounds in milliseconds: a call takes well under one, one with fetching up to seconds. */
  private static final Duration[] BOUNDS =
      IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private Buckets() {}

  /** A timer of that name and those tags, names and values in turn. */
  static Timer timer(MeterRegistry meters, String name, String description, String... tags) {
    return Timer.builder(name)
        .description(description)
        .tags(tags)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }
}
