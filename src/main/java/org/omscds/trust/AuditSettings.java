package org.omscds.trust;

import org.jspecify.annotations.Nullable;
import org.omscds.store.KeyedHash;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site sets about the audit trail, under {@code omscds.audit}.
 *
 * @param enabled whether each call is recorded as a FHIR AuditEvent, one line each, by the logger
 *     {@code org.omscds.audit}: client, tenant, service, hook instance, ids of the cards, knowledge
 *     version
 * @param key the secret by which patients and users become pseudonyms, at least 32 bytes; keep it
 *     for as long as the trail is to be read
 */
@ConfigurationProperties("omscds.audit")
public record AuditSettings(@DefaultValue("false") boolean enabled, @Nullable String key) {

  public AuditSettings {
    if (enabled && (key == null || !KeyedHash.isLongEnough(key))) {
      throw new IllegalArgumentException(
          "omscds.audit.enabled is true and omscds.audit.key has less than "
              + KeyedHash.SHORTEST_KEY
              + " bytes; give a random secret");
    }
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "AuditSettings[enabled=" + enabled + "]";
  }
}
