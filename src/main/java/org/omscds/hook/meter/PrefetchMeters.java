package org.omscds.hook.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;

/** Counts how each prefetch key came: {@code omscds.prefetch} by key and state. */
public final class PrefetchMeters {

  /** How a key came. */
  enum State {
    /** The client sent it, empty or not. */
    SUPPLIED,
    /** It was fetched whole. */
    FETCHED,
    /** It came from either side, and not all of it. */
    PARTIAL,
    /** The client said that it failed, or sent something that is no FHIR. */
    FAILED,
    /** Nobody sent it, and it could not be fetched. */
    NOT_FETCHED,
    /** Nobody sent it, and there was no server to ask. */
    MISSING
  }

  private final Map<PrefetchKey, Map<State, Counter>> counters = new EnumMap<>(PrefetchKey.class);

  /** Makes a counter for each key and state. */
  public PrefetchMeters(MeterRegistry meters) {
    for (PrefetchKey key : PrefetchKey.values()) {
      Map<State, Counter> states = new EnumMap<>(State.class);
      for (State state : State.values()) {
        states.put(
            state,
            Counter.builder("omscds.prefetch")
                .description("How the prefetch keys of calls came")
                .tags(
                    "key",
                    key.key(),
                    "state",
                    state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters));
      }
      counters.put(key, states);
    }
  }

  /**
   * Counts the keys of one call.
   *
   * @param keys what the service asks for
   * @param given what the call brought
   * @param whole the same after fetching
   */
  public void count(Set<PrefetchKey> keys, Prefetch given, Prefetch whole) {
    for (PrefetchKey key : keys) {
      State state = state(given.state(key), whole.state(key));
      Map<State, Counter> states = counters.get(key);
      Counter counter = states == null ? null : states.get(state);
      if (counter != null) {
        counter.increment();
      }
    }
  }

  static State state(Prefetched given, Prefetched whole) {
    return switch (whole) {
      case Prefetched.Absent _ -> State.MISSING;
      case Prefetched.KnownEmpty _ -> State.SUPPLIED;
      case Prefetched.NotFetched _ -> State.NOT_FETCHED;
      case Prefetched.Failed _ ->
          given instanceof Prefetched.Absent ? State.NOT_FETCHED : State.FAILED;
      case Prefetched.Resources resources -> {
        if (!resources.shortfall().isEmpty()) {
          yield State.PARTIAL;
        }
        yield given instanceof Prefetched.Absent ? State.FETCHED : State.SUPPLIED;
      }
    };
  }
}
