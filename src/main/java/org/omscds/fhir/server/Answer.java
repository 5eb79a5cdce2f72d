package org.omscds.fhir.server;

import java.time.Duration;
import java.util.Optional;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirNode;

/** What one request to a FHIR server brought. */
sealed interface Answer {

  /** A piece of FHIR. */
  record Given(FhirNode node) implements Answer {}

  /**
   * Nothing.
   *
   * @param retryAfter when the server asks to be tried again, where it does
   */
  record Refused(FetchFailure why, Optional<Duration> retryAfter) implements Answer {}

  static Answer refused(FetchFailure why) {
    return new Refused(why, Optional.empty());
  }
}
