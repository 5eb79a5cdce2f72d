package org.omscds.trust;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.util.Set;
import java.util.stream.Collectors;
import org.omscds.trust.outbound.OutboundGuard;

/**
 * A client of the settings, ready to have its tokens checked.
 *
 * @param name its name in the settings
 * @param signatures checks type, algorithm, key and signature of a token, and no claim of it
 * @param fhirServers the guard of calls on its behalf
 * @param rate how many calls it may make
 */
record Client(
    String name,
    ClientSettings settings,
    JWTProcessor<SecurityContext> signatures,
    OutboundGuard fhirServers,
    CallRate rate) {

  static Client of(
      String name,
      ClientSettings settings,
      JWKSource<SecurityContext> keys,
      OutboundGuard fhirServers,
      CallRate rate) {
    Set<JWSAlgorithm> algorithms =
        settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    signatures.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
    signatures.setJWTClaimsSetVerifier((_, _) -> {});
    return new Client(name, settings, signatures, fhirServers, rate);
  }
}
