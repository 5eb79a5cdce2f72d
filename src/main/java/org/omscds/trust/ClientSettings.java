package org.omscds.trust;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omscds.trust.outbound.Origin;
import org.omscds.trust.outbound.Origins;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One client that may call, under {@code omscds.trust.clients.<name>}.
 *
 * @param issuer the {@code iss} of the client's tokens
 * @param jwks its public keys, as the text of a JWK Set. One of this and the next two, or {@code
 *     jkus}
 * @param jwksFile a file with them, which is read again when a key is not found
 * @param jwksUrl an https address with them
 * @param jkus the {@code jku} that its tokens may name; where none of the three above is set, the
 *     keys are read there. A token with another {@code jku} is refused
 * @param algorithms the signature algorithms that are taken: also ES256, ES512, RS256, RS512,
 *     PS256, PS384, PS512, EdDSA; never {@code none} or HMAC
 * @param audiences further values of {@code aud}, for clients whose audience is configured by hand
 * @param services ids of the services that it may call; others give 403. Not set: all
 * @param fhirServers origins of its own FHIR servers, in place of {@code omscds.trust.fhir-servers}
 * @param tenants whom its tokens may name as their tenant. Not set: anybody
 * @param requestsPerMinute more give 429 with {@code Retry-After}
 * @param maxBodySize the largest body that it may send, if that is to be less than for all
 */
public record ClientSettings(
    String issuer,
    @Nullable String jwks,
    @Nullable Path jwksFile,
    @Nullable URI jwksUrl,
    @DefaultValue List<URI> jkus,
    @DefaultValue({"ES384", "RS384"}) List<String> algorithms,
    @DefaultValue List<String> audiences,
    @DefaultValue List<String> services,
    @DefaultValue List<URI> fhirServers,
    @DefaultValue List<String> tenants,
    @DefaultValue("6000") int requestsPerMinute,
    @Nullable DataSize maxBodySize) {

  /**
   * The asymmetric algorithms of RFC 7518 and 8037; "none" and HMAC are refused by the standard.
   */
  private static final Set<String> ALGORITHMS =
      Set.of(
          "ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "EdDSA");

  private static final int MOST_PER_MINUTE = 10_000_000;

  public ClientSettings {
    if (issuer == null || issuer.isBlank()) {
      throw new IllegalArgumentException("omscds.trust.clients: a client has no issuer");
    }
    jkus = List.copyOf(jkus);
    algorithms = List.copyOf(algorithms);
    audiences = List.copyOf(audiences);
    services = List.copyOf(services);
    fhirServers = Origins.checked(of(issuer) + "fhir-servers", fhirServers);
    tenants = List.copyOf(tenants);
    for (String algorithm : algorithms) {
      if (!ALGORITHMS.contains(algorithm)) {
        throw new IllegalArgumentException(
            of(issuer)
                + "algorithms has '"
                + algorithm
                + "'; give some of "
                + ALGORITHMS.stream().sorted().toList());
      }
    }
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException(of(issuer) + "algorithms is empty");
    }
    long sources =
        Stream.<@Nullable Object>of(jwks, jwksFile, jwksUrl).filter(Objects::nonNull).count();
    if (sources > 1 || (sources == 0 && jkus.isEmpty())) {
      throw new IllegalArgumentException(
          of(issuer) + "keys: give one of jwks, jwks-file and jwks-url, or jkus");
    }
    if (jwksUrl != null) {
      checkKeyAddress(of(issuer) + "jwks-url", jwksUrl);
    }
    for (URI jku : jkus) {
      checkKeyAddress(of(issuer) + "jkus", jku);
    }
    if (requestsPerMinute < 1 || requestsPerMinute > MOST_PER_MINUTE) {
      throw new IllegalArgumentException(
          of(issuer)
              + "requests-per-minute is "
              + requestsPerMinute
              + "; give 1 to "
              + MOST_PER_MINUTE);
    }
  }

  private static String of(String issuer) {
    return "omscds.trust.clients of issuer '" + issuer + "': ";
  }

  private static void checkKeyAddress(String setting, URI address) {
    if (Origin.of(address).filter(origin -> origin.isSecure() || origin.isLoopback()).isEmpty()) {
      throw new IllegalArgumentException(setting + " is '" + address + "'; give an https address");
    }
  }
}
