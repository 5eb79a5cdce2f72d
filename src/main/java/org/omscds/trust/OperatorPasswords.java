package org.omscds.trust;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.omscds.store.KeyedHash;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks the passwords of operators. Checking one takes a tenth of a second by design, and a page
 * asks for many parts: a password that was right is known for some minutes, by a hash whose key
 * dies with the process. For each operator only so many passwords a minute are checked at all, so
 * that nobody tries many; whoever is known already is let in even so.
 */
final class OperatorPasswords implements PasswordEncoder {

  private static final Duration KNOWN = Duration.ofMinutes(5);
  private static final int MOST_KNOWN = 1000;
  private static final int CHECKS_PER_MINUTE = 10;

  private final PasswordEncoder encoder;
  private final Clock clock;
  private final KeyedHash hash;
  private final Map<String, CallRate> rates = new ConcurrentHashMap<>();
  private final Map<String, Instant> knownUntil =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  OperatorPasswords(PasswordEncoder encoder, Clock clock) {
    this.encoder = encoder;
    this.clock = clock;
    byte[] key = new byte[KeyedHash.SHORTEST_KEY];
    new SecureRandom().nextBytes(key);
    this.hash = new KeyedHash(key);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return encoder.encode(password);
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
    if (password == null || encoded == null) {
      return false;
    }
    String both = hash.pseudonym(encoded, password.toString());
    if (isKnown(both)) {
      return true;
    }
    boolean right =
        rates.computeIfAbsent(encoded, _ -> new CallRate(CHECKS_PER_MINUTE, clock)).take().isEmpty()
            && encoder.matches(password, encoded);
    if (right) {
      know(both);
    }
    return right;
  }

  private synchronized boolean isKnown(String both) {
    Instant until = knownUntil.get(both);
    return until != null && clock.instant().isBefore(until);
  }

  private synchronized void know(String both) {
    knownUntil.put(both, clock.instant().plus(KNOWN));
  }
}
