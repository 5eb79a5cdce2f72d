package org.omscds.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers the {@code jti} of every token until it runs out, so that none is taken twice: first
 * here, then in the memory that all replicas share. The memory here is bounded; when it is full of
 * tokens that still hold, further ones are refused rather than taken unseen.
 */
final class ReplayMemory {

  private final int capacity;
  private final Clock clock;
  private final SharedReplayMemory shared;
  private final ConcurrentMap<String, Instant> used = new ConcurrentHashMap<>();

  ReplayMemory(int capacity, Clock clock, SharedReplayMemory shared) {
    this.shared = shared;
    this.capacity = capacity;
    this.clock = clock;
  }

  /**
   * Notes the use of a token.
   *
   * @param until when the token has run out in any case
   * @throws TokenRefused if it was used before, or the memory is full
   */
  void use(String issuer, String jti, Instant until) throws TokenRefused {
    if (used.size() >= capacity) {
      Instant now = clock.instant();
      used.values().removeIf(end -> end.isBefore(now));
      if (used.size() >= capacity) {
        throw new TokenRefused("the memory of used tokens is full");
      }
    }
    Instant now = clock.instant();
    String key = issuer.length() + ":" + issuer + jti;
    boolean[] first = {false};
    used.compute(
        key,
        (_, end) -> {
          first[0] = end == null || end.isBefore(now);
          return first[0] ? until : end;
        });
    if (!first[0] || !shared.use(key, until)) {
      throw new TokenRefused("its jti was used before");
    }
  }
}
