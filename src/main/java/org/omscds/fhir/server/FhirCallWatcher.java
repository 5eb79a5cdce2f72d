package org.omscds.fhir.server;

import java.util.Optional;
import org.omscds.fhir.FetchFailure;
import org.omscds.trust.outbound.Origin;

/** Is told of every request to a FHIR server, so that somebody else can measure it. */
@FunctionalInterface
public interface FhirCallWatcher {

  /** A call begins to fetch; told on the thread of the call. */
  Call call();

  /** Watches the requests of one call. */
  @FunctionalInterface
  interface Call {
    /** A request to a server begins; told on any thread. */
    Request asks(Origin server);
  }

  /** Watches one request. */
  @FunctionalInterface
  interface Request {
    /**
     * It is over.
     *
     * @param why why it brought nothing; empty where it was answered
     */
    void ended(Optional<FetchFailure> why);
  }
}
