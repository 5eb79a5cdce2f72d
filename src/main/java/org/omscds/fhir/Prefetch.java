package org.omscds.fhir;

import java.util.EnumMap;
import java.util.Map;

/** All that a request's prefetch holds, by the keys that this service reads. */
public record Prefetch(Map<PrefetchKey, Prefetched> states) {

  private static final Prefetched ABSENT = new Prefetched.Absent();

  public Prefetch {
    states = Map.copyOf(states);
  }

  /** A prefetch from which every key is absent. */
  public static Prefetch none() {
    return new Prefetch(Map.of());
  }

  /** The state of a key; {@link Prefetched.Absent} where the request does not name it. */
  public Prefetched state(PrefetchKey key) {
    return states.getOrDefault(key, ABSENT);
  }

  /** A copy in which one key holds another state. */
  public Prefetch with(PrefetchKey key, Prefetched state) {
    Map<PrefetchKey, Prefetched> changed = new EnumMap<>(PrefetchKey.class);
    changed.putAll(states);
    changed.put(key, state);
    return new Prefetch(changed);
  }
}
