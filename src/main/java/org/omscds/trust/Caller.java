package org.omscds.trust;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.omscds.trust.outbound.OutboundGuard;
import org.springframework.util.unit.DataSize;

/**
 * Who calls, and what is allowed to it.
 *
 * @param name the client's name in the settings, or {@code anonymous} in the open mode
 * @param issuer the client's issuer, or the empty string
 * @param tenant the tenant of its token, or the empty string
 * @param services the ids of the services that it may call; empty for all
 * @param fhirServers the guard of calls on its behalf
 * @param maxBodySize the largest body that it may send, if it is less than for all
 */
public record Caller(
    String name,
    String issuer,
    String tenant,
    List<String> services,
    OutboundGuard fhirServers,
    Optional<DataSize> maxBodySize)
    implements Principal {

  public Caller {
    services = List.copyOf(services);
  }

  /** Anybody, in the open mode. */
  static Caller anonymous(OutboundGuard fhirServers) {
    return new Caller("anonymous", "", "", List.of(), fhirServers, Optional.empty());
  }

  /** Whether it may call a service. */
  public boolean mayCall(String serviceId) {
    return services.isEmpty() || services.contains(serviceId);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String toString() {
    return "Caller[" + name + "]";
  }
}
