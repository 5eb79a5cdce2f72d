package org.omscds.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.util.Set;

/** Keys whose private half is published, so that a signature by them proves nothing. */
final class PublishedKeys {

  /** The issuer of the public CDS Hooks Sandbox. */
  static final String SANDBOX_ISSUER = "https://sandbox.cds-hooks.org";

  /** RFC 7638 thumbprints of the sandbox's two keys (cds-hooks/sandbox, its jwks.json). */
  private static final Set<String> THUMBPRINTS =
      Set.of(
          "s9fOe-KDYD1myZ8YCzleUqJQgrYZL49kVijBxhnZvZc",
          "WUEVfFenRfMtdDhwPUzCCfmqEN45h61hdHclwVoqfes");

  private PublishedKeys() {}

  /** Whether a key is one of them. */
  static boolean include(JWK key) {
    try {
      return THUMBPRINTS.contains(key.computeThumbprint().toString());
    } catch (JOSEException _) {
      return false;
    }
  }
}
