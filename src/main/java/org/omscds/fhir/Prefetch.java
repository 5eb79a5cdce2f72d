package org.omscds.fhir;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a request's prefetch holds, by the keys that this service reads.
 *
 * @param states what each key holds
 * @param medications Medication resources that were fetched because drugs refer to them
 */
public record Prefetch(Map<PrefetchKey, Prefetched> states, List<FhirNode> medications) {

  private static final Prefetched ABSENT = new Prefetched.Absent();

  public Prefetch {
    states = Map.copyOf(states);
    medications = List.copyOf(medications);
  }

  /** What a request holds, to which nothing was fetched. */
  public Prefetch(Map<PrefetchKey, Prefetched> states) {
    this(states, List.of());
  }

  /** A prefetch from which every key is absent. */
  public static Prefetch none() {
    return new Prefetch(Map.of());
  }

  /** The state of a key; {@link Prefetched.Absent} where the request does not name it. */
  public Prefetched state(PrefetchKey key) {
    return states.getOrDefault(key, ABSENT);
  }

  /** A copy in which some keys hold other states. */
  public Prefetch with(Map<PrefetchKey, Prefetched> others) {
    Map<PrefetchKey, Prefetched> changed = new EnumMap<>(PrefetchKey.class);
    changed.putAll(states);
    changed.putAll(others);
    return new Prefetch(changed, medications);
  }

  /** A copy with the resources that drugs refer to. */
  public Prefetch withMedications(List<FhirNode> fetched) {
    return new Prefetch(states, fetched);
  }
}
