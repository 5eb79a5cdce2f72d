package org.omscds.fhir.server;

import java.time.Instant;

/** What rings at a moment; apart from the threads' own waiting, so that tests can ring by hand. */
public interface Alarms {

  /**
   * Runs a short task once that moment has come, or at once where it has passed.
   *
   * @return calls the task off, if it has not run
   */
  Runnable set(Instant moment, Runnable task);
}
