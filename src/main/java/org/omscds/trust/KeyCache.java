package org.omscds.trust;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of a client. They are read again every five minutes, and at once when a token
 * names a key that is not there, but never more than once a minute; while they cannot be read,
 * those read last hold.
 */
final class KeyCache implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(KeyCache.class);
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

  private final String client;
  private final KeyDocument document;
  private final Clock clock;
  private final Predicate<JWK> refused;
  private JWKSet keys = new JWKSet();
  private @Nullable Instant tried;

  /**
   * A cache of one document.
   *
   * @param client its name in the settings, for the log
   * @param refused keys that are not taken, wherever they stand
   */
  KeyCache(String client, KeyDocument document, Clock clock, Predicate<JWK> refused) {
    this.client = client;
    this.document = document;
    this.clock = clock;
    this.refused = refused;
  }

  @Override
  public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    if (isOlderThan(FRESH)) {
      read();
    }
    List<JWK> found = selector.select(keys);
    if (found.isEmpty() && isOlderThan(AT_MOST_EVERY)) {
      read();
      found = selector.select(keys);
    }
    return found;
  }

  private boolean isOlderThan(Duration age) {
    return tried == null || !clock.instant().isBefore(tried.plus(age));
  }

  private void read() {
    tried = clock.instant();
    try {
      keys =
          new JWKSet(
              JWKSet.parse(document.read()).toPublicJWKSet().getKeys().stream()
                  .filter(refused.negate())
                  .toList());
    } catch (IOException | ParseException e) {
      log.warn("keys of client={} could not be read: {}", client, e.getClass().getSimpleName());
    }
  }
}
