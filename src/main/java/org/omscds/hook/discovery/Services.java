package org.omscds.hook.discovery;

import org.omscds.hook.outcome.HookRefusal;
import org.omscds.recommendation.Hook;
import org.omscds.trust.Caller;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;

/** The services of the discovery document, for those who may call them. */
public final class Services {

  private final DiscoveryDocument discovery;

  Services(DiscoveryDocument discovery) {
    this.discovery = discovery;
  }

  /**
   * The hook that a service answers.
   *
   * @throws HookRefusal if there is no such service, or the caller may not call it
   */
  public Hook hookFor(String id, Caller caller) {
    Hook hook = discovery.hookOf(id).orElseThrow(() -> unknown(id));
    if (!caller.mayCall(id)) {
      throw new HookRefusal(
          HttpStatus.FORBIDDEN,
          OperationOutcome.error(
              "forbidden",
              "This client may not call the service '" + id + "'.",
              "The operator of this service can add it to the client's services."));
    }
    return hook;
  }

  private HookRefusal unknown(String id) {
    return new HookRefusal(
        HttpStatus.NOT_FOUND,
        OperationOutcome.error(
            "not-found",
            "There is no service " + HookRefusal.quoted(id) + ".",
            "Services here: " + String.join(", ", discovery.serviceIds()) + "."));
  }
}
