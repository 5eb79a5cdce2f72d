package org.omscds.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the JWT by which a CDS client authenticates (CDS Hooks 2.0.1, "Trusting CDS Clients"):
 * issuer, key, signature, audience, times, and that it is used once.
 */
final class TokenVerifier {

  private static final int LONGEST_JTI = 256;

  private final Map<String, Client> clientsByIssuer;
  private final TrustSettings settings;
  private final ReplayMemory replay;
  private final Clock clock;

  TokenVerifier(
      Collection<Client> clients, TrustSettings settings, ReplayMemory replay, Clock clock) {
    this.clientsByIssuer =
        clients.stream()
            .collect(Collectors.toUnmodifiableMap(each -> each.settings().issuer(), each -> each));
    this.settings = settings;
    this.replay = replay;
    this.clock = clock;
  }

  /** A caller who proved who it is, and how often it may call. */
  record Verified(Caller caller, CallRate rate) {}

  /**
   * Checks a token.
   *
   * @param path the path that is called, as it stands in the address
   * @throws TokenRefused if it proves nothing
   */
  Verified verify(String token, String path) throws TokenRefused {
    SignedJWT jwt = parse(token);
    JWTClaimsSet unproven = claims(jwt);
    Client client = client(unproven.getIssuer());
    checkHeader(jwt.getHeader(), client);
    JWTClaimsSet claims = proven(jwt, client);
    checkAudience(claims.getAudience(), path, client);
    Instant end = checkTimes(claims);
    String tenant = tenant(claims, client);
    String jti = required("jti", claims.getJWTID());
    if (jti.length() > LONGEST_JTI) {
      throw new TokenRefused("its jti is too long");
    }
    replay.use(client.settings().issuer(), jti, end);
    return new Verified(
        new Caller(
            client.name(),
            client.settings().issuer(),
            tenant,
            client.settings().services(),
            client.fhirServers(),
            Optional.ofNullable(client.settings().maxBodySize())),
        client.rate());
  }

  private static SignedJWT parse(String token) throws TokenRefused {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException | IllegalArgumentException _) {
      throw new TokenRefused("it is no signed JWT");
    }
  }

  private static JWTClaimsSet claims(SignedJWT jwt) throws TokenRefused {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (claims != null) {
        return claims;
      }
    } catch (ParseException _) {
      // A claim of the wrong type is as bad as none.
    }
    throw new TokenRefused("its claims cannot be read");
  }

  private Client client(@Nullable String issuer) throws TokenRefused {
    Client client = issuer == null ? null : clientsByIssuer.get(issuer);
    if (client == null) {
      throw new TokenRefused(issuer == null ? "it has no iss" : "its iss is no client's");
    }
    return client;
  }

  private static void checkHeader(JWSHeader header, Client client) throws TokenRefused {
    if (!client.settings().algorithms().contains(header.getAlgorithm().getName())) {
      throw new TokenRefused("its alg is not taken");
    }
    required("kid", header.getKeyID());
    URI jku = header.getJWKURL();
    if (jku != null && !client.settings().jkus().contains(jku)) {
      throw new TokenRefused("its jku is not on the list of the client");
    }
  }

  private static JWTClaimsSet proven(SignedJWT jwt, Client client) throws TokenRefused {
    try {
      return client.signatures().process(jwt, null);
    } catch (BadJOSEException _) {
      throw new TokenRefused("its type, key or signature does not hold");
    } catch (JOSEException _) {
      throw new TokenRefused("the keys of the client could not be used");
    }
  }

  /** The audience is the address that is called, as clients know it. */
  private void checkAudience(List<String> audience, String path, Client client)
      throws TokenRefused {
    boolean meant =
        audience.stream()
            .anyMatch(each ->
                client.settings().audiences().contains(each)
                    || settings.publicUrls().stream()
                        .anyMatch(url -> each.equals(withoutSlash(url) + path)));
    if (!meant) {
      throw new TokenRefused(
          audience.isEmpty() ? "it has no aud" : "its aud is not what was called");
    }
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** The moment from which on the token holds no more, whatever the clocks. */
  private Instant checkTimes(JWTClaimsSet claims) throws TokenRefused {
    Instant now = clock.instant();
    Instant end = required("exp", claims.getExpirationTime()).toInstant();
    Instant issued = required("iat", claims.getIssueTime()).toInstant();
    Instant latest = now.plus(settings.clockSkew());
    Instant gone = end.plus(settings.clockSkew());
    if (!now.isBefore(gone)) {
      throw new TokenRefused("it has run out");
    }
    if (issued.isAfter(latest)) {
      throw new TokenRefused("its iat is in the future");
    }
    Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && notBefore.toInstant().isAfter(latest)) {
      throw new TokenRefused("its nbf is in the future");
    }
    if (end.isAfter(issued.plus(settings.longestLifetime()))) {
      throw new TokenRefused("its lifetime is longer than omscds.trust.longest-lifetime");
    }
    if (!end.isAfter(issued)) {
      throw new TokenRefused("its exp is not after its iat");
    }
    return gone;
  }

  private static String tenant(JWTClaimsSet claims, Client client) throws TokenRefused {
    String tenant;
    try {
      tenant = claims.getStringClaim("tenant");
    } catch (ParseException _) {
      throw new TokenRefused("its tenant is no text");
    }
    List<String> allowed = client.settings().tenants();
    if (!allowed.isEmpty() && (tenant == null || !allowed.contains(tenant))) {
      throw new TokenRefused("its tenant is not one of the client's");
    }
    return tenant == null ? "" : tenant;
  }

  private static <T> T required(String claim, @Nullable T value) throws TokenRefused {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new TokenRefused("it has no " + claim);
    }
    return value;
  }
}
