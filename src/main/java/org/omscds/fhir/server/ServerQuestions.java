package org.omscds.fhir.server;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.server.SmartScopes.Allowance;
import org.omscds.trust.outbound.Origin;
import org.omscds.trust.outbound.OutboundGuard;

/**
 * Asks the FHIR server of one call, within what its token and the guard allow and the time that is
 * left.
 *
 * @param guard says where the names of servers may lead
 * @param maxAddressLength a search with a longer address is posted as a form
 * @param watcher is told of each request
 */
record ServerQuestions(
    FhirServerClient client,
    FhirAccess.Open access,
    OutboundGuard guard,
    TimeLeft time,
    int maxAddressLength,
    FhirCallWatcher.Call watcher) {

  /** How much of what a query asks for the token allows. */
  Allowance allowance(FhirQuery query) {
    return access.scopes().allowance(query.type(), query.interaction());
  }

  /** Puts a query. */
  Answer ask(FhirQuery query) {
    URI address = query.address(access.base());
    if (query.isSearch() && address.toString().length() > maxAddressLength) {
      URI form = query.formAddress(access.base());
      return guarded(form, () -> client.post(form, query.form(), access.token()));
    }
    return ask(address);
  }

  /** Gets what stands at an address of the server, once more where the server asks for that. */
  Answer ask(URI address) {
    Supplier<Answer> request = () -> guarded(address, () -> client.get(address, access.token()));
    Answer answer = request.get();
    if (answer instanceof Answer.Refused(FetchFailure why, var retryAfter)
        && why == FetchFailure.BUSY
        && retryAfter.filter(time::has).isPresent()
        && time.waited(retryAfter.get())) {
      return request.get();
    }
    return answer;
  }

  private Answer guarded(URI address, Supplier<Answer> request) {
    FhirCallWatcher.Request watched = watcher.asks(Origin.of(address).orElseThrow());
    Answer answer = allowed(address, request);
    watched.ended(
        answer instanceof Answer.Refused(FetchFailure why, _)
            ? Optional.of(why)
            : Optional.empty());
    return answer;
  }

  private Answer allowed(URI address, Supplier<Answer> request) {
    try {
      return guard.leadsToAllowed(address)
          ? request.get()
          : Answer.refused(FetchFailure.LEADS_ASTRAY);
    } catch (UnknownHostException _) {
      return Answer.refused(FetchFailure.NOT_REACHED);
    }
  }
}
