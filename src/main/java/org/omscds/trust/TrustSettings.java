package org.omscds.trust;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omscds.trust.outbound.Origins;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site sets about trust, under {@code omscds.trust}.
 *
 * @param mode {@code open}: anybody who reaches the service, for development; {@code required}:
 *     clients that authenticate by the JWT of CDS Hooks
 * @param openBeyondLoopback an open service listens on this machine only ({@code server.address}),
 *     unless this is true
 * @param publicUrls the addresses under which clients know the service, such as {@code
 *     https://cds.example.org}; a token's {@code aud} is one of them with the path that is called.
 *     Behind a proxy: the outer name
 * @param clients the clients that may call, by names that the log may show; the next table has the
 *     settings of each
 * @param longestLifetime the longest time from {@code iat} to {@code exp} of a token
 * @param clockSkew how far a client's clock may be off
 * @param fhirServers origins of the FHIR servers that may be asked, such as {@code
 *     https://fhir.example.org}, without a path; http is for this machine only. The name must lead
 *     to public addresses; an address instead of a name is taken as meant
 * @param privateFhirServers the same for servers in a network of your own; link-local addresses are
 *     refused even so
 * @param operators those who may see the statistics and the knowledge, {@code operators.<name>}
 *     with a password as Spring Security encodes it, {@code {bcrypt}$2...}; in the open mode
 *     anybody may
 * @param loopbackFhirServers whether FHIR servers on this machine may be asked, on any port; where
 *     it is not set, in the open mode only
 */
@ConfigurationProperties("omscds.trust")
public record TrustSettings(
    @DefaultValue("open") Mode mode,
    @DefaultValue("false") boolean openBeyondLoopback,
    @DefaultValue List<URI> publicUrls,
    @DefaultValue Map<String, ClientSettings> clients,
    @DefaultValue("1h") Duration longestLifetime,
    @DefaultValue("60s") Duration clockSkew,
    @DefaultValue List<URI> fhirServers,
    @DefaultValue List<URI> privateFhirServers,
    @DefaultValue Map<String, String> operators,
    @Nullable Boolean loopbackFhirServers) {

  /** Who may call. */
  public enum Mode {
    /** Anybody who reaches the service: for development, on this machine. */
    OPEN,
    /** Clients that authenticate by a JWT. */
    REQUIRED
  }

  private static final Duration LONGEST_SKEW = Duration.ofMinutes(5);
  private static final Duration LONGEST_LIFETIME = Duration.ofHours(24);

  public TrustSettings {
    publicUrls = List.copyOf(publicUrls);
    clients = Map.copyOf(clients);
    fhirServers = Origins.checked("omscds.trust.fhir-servers", fhirServers);
    privateFhirServers = Origins.checked("omscds.trust.private-fhir-servers", privateFhirServers);
    Origins.checked("omscds.trust.public-urls", publicUrls);
    operators = Map.copyOf(operators);
    operators.forEach((name, password) -> {
      if (!password.startsWith("{bcrypt}$2")) {
        throw new IllegalArgumentException(
            "omscds.trust.operators." + name + " is no password encoded as {bcrypt}$2...");
      }
    });
    check("longest-lifetime", longestLifetime, LONGEST_LIFETIME);
    check("clock-skew", clockSkew, LONGEST_SKEW);
    if (mode == Mode.REQUIRED && clients.isEmpty()) {
      throw new IllegalArgumentException(
          "omscds.trust.mode is 'required' and there is no client; set"
              + " omscds.trust.clients.<name>.issuer and its keys, or omscds.trust.mode=open for"
              + " development");
    }
    if (mode == Mode.REQUIRED && publicUrls.isEmpty()) {
      throw new IllegalArgumentException(
          "omscds.trust.mode is 'required' and omscds.trust.public-urls is empty; give the address"
              + " under which clients know this service, such as https://cds.example.org");
    }
    if (clients.values().stream().map(ClientSettings::issuer).distinct().count() < clients.size()) {
      throw new IllegalArgumentException("omscds.trust.clients: two clients have the same issuer");
    }
  }

  private static void check(String name, Duration value, Duration longest) {
    if (!value.isPositive() || value.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "omscds.trust." + name + " is " + value + "; give more than 0, and at most " + longest);
    }
  }

  /** Whether FHIR servers on this machine may be called. */
  boolean allowsLoopback() {
    return loopbackFhirServers == null ? mode == Mode.OPEN : loopbackFhirServers;
  }
}
