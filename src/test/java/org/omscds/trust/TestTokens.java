package org.omscds.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tokens as CDS clients make them, and as they must not be made; the keys are made for each run.
 */
public record TestTokens(
    JWSAlgorithm algorithm, JWK key, Map<String, Object> header, Map<String, Object> claims) {

  public static final String ISSUER = "https://ehr.example.org";
  public static final String URL = "https://cds.example.org";
  public static final ECKey EC384 = ec(Curve.P_384, "ec-384");
  public static final ECKey EC256 = ec(Curve.P_256, "ec-256");
  public static final RSAKey RSA = rsa();

  /** A token that holds, for a call at that moment. */
  public static TestTokens at(Instant now, String path) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("kid", "ec-384");
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", URL + path);
    claims.put("iat", Date.from(now));
    claims.put("exp", Date.from(now.plusSeconds(300)));
    claims.put("jti", UUID.randomUUID().toString());
    return new TestTokens(JWSAlgorithm.ES384, EC384, header, claims);
  }

  /** Signed by another key, with its usual algorithm or another. */
  public TestTokens signedBy(JWSAlgorithm other, JWK by) {
    return new TestTokens(other, by, header, claims).head("kid", by.getKeyID());
  }

  /** With another header parameter; without it for the empty string. */
  public TestTokens head(String name, Object value) {
    return new TestTokens(algorithm, key, changed(header, name, value), claims);
  }

  /** With another claim; without it for the empty string. */
  public TestTokens claim(String name, Object value) {
    return new TestTokens(algorithm, key, header, changed(claims, name, value));
  }

  private static Map<String, Object> changed(Map<String, Object> all, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(all);
    if (value.equals("")) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  /** The token in its compact form. */
  public String text() {
    JWSHeader.Builder head = new JWSHeader.Builder(algorithm);
    header.forEach((name, value) -> {
      switch (name) {
        case "typ" -> head.type(new JOSEObjectType(value.toString()));
        case "kid" -> head.keyID(value.toString());
        case "jku" -> head.jwkURL(URI.create(value.toString()));
        case "crit" -> head.criticalParams(Set.of(value.toString()));
        default -> head.customParam(name, value);
      }
    });
    JWTClaimsSet.Builder body = new JWTClaimsSet.Builder();
    claims.forEach(body::claim);
    try {
      SignedJWT jwt = new SignedJWT(head.build(), body.build());
      jwt.sign(signer());
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSSigner signer() throws JOSEException {
    if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
      return new MACSigner(key.toPublicJWK().toJSONString().repeat(2));
    }
    return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
  }

  /** The public keys of a client, as it publishes them. */
  public static String published(JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  private static ECKey ec(Curve curve, String id) {
    try {
      return new ECKeyGenerator(curve).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new key of the usual kind. */
  public static ECKey newKey(String id) {
    return ec(Curve.P_384, id);
  }

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048).keyID("rsa").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
