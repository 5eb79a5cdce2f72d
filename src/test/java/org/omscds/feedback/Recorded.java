package org.omscds.feedback;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;

/** Waits until a service has written what it noted. */
public final class Recorded {

  private static final int MOST_LOOKS = 3000;
  private static final Duration BETWEEN = Duration.ofMillis(10);

  private Recorded() {}

  /** Returns once nothing waits to be written. */
  public static void by(ApplicationContext service) {
    Recorder recorder = service.getBean(Recorder.class);
    for (int looks = 0; recorder.waiting() > 0; looks++) {
      if (looks == MOST_LOOKS) {
        throw new AssertionError(recorder.waiting() + " entries were not written");
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  /** How much a service dropped. */
  public static long dropped(ApplicationContext service) {
    return service.getBean(Recorder.class).dropped();
  }

  /** Purges by a service, and says how many rows went; -1 where it was not its turn. */
  public static int purgedBy(ApplicationContext service) {
    return service.getBean(Purge.class).run();
  }
}
