package org.omscds.fhir.server;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.WholeResource;
import org.omscds.fhir.server.FhirQuery.Filled;
import org.omscds.trust.outbound.OutboundGuard;
import org.omscds.wire.HookRequest;

/**
 * Fetches what a call did not bring: the keys that are absent, by the templates of discovery; the
 * pages that follow a first one; the Medications that drugs refer to. All at once, each on a
 * virtual thread, while the thread of the request waits until everything is there or the deadline
 * has come. What the client sent, null and errors among it, is never asked for again.
 */
public final class PrefetchCompleter {

  /** A chart refers to so many Medications at most that are worth asking for. */
  private static final int MAX_MEDICATIONS = 40;

  private final FhirFetchSettings settings;
  private final FhirServerClient client;
  private final Clock clock;
  private final Alarms alarms;
  private final ExecutorService threads;
  private final FhirCallWatcher watcher;

  PrefetchCompleter(
      FhirFetchSettings settings,
      FhirServerClient client,
      Clock clock,
      Alarms alarms,
      ExecutorService threads,
      FhirCallWatcher watcher) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
    this.alarms = alarms;
    this.threads = threads;
    this.watcher = watcher;
  }

  /**
   * Completes a prefetch as far as the FHIR server of the call allows, within the deadline.
   *
   * @param templates the prefetch templates of the service that is called
   * @param drafts the orders that the call carries
   * @param guard says which servers may be asked for this caller
   * @return the same prefetch where nothing is missing or the call names no server; else a copy in
   *     which no key of the templates is absent for which the call has the ids
   */
  public Prefetch complete(
      Map<PrefetchKey, String> templates,
      HookRequest request,
      Prefetch given,
      List<WholeResource> drafts,
      OutboundGuard guard) {
    if (!settings.fetch()) {
      return given;
    }
    return switch (FhirAccess.of(request, guard)) {
      case FhirAccess.NoServer _ -> given;
      case FhirAccess.Closed(FetchFailure why) -> notAsked(templates, request, given, why);
      case FhirAccess.Open open -> asked(templates, request, given, drafts, open, guard);
    };
  }

  private static Prefetch notAsked(
      Map<PrefetchKey, String> templates, HookRequest request, Prefetch given, FetchFailure why) {
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    absent(templates, given)
        .forEach((key, template) -> {
          if (!(FhirQuery.filled(template, request.context()) instanceof Filled.NoValue)) {
            states.put(key, new Prefetched.NotFetched(why));
          }
        });
    return given.with(states);
  }

  private Prefetch asked(
      Map<PrefetchKey, String> templates,
      HookRequest request,
      Prefetch given,
      List<WholeResource> drafts,
      FhirAccess.Open access,
      OutboundGuard guard) {
    Instant deadline = clock.instant().plus(settings.deadline());
    ServerQuestions questions =
        new ServerQuestions(
            client,
            access,
            guard,
            new TimeLeft(clock, alarms, deadline),
            settings.maxAddressLength(),
            watcher.call());
    Map<PrefetchKey, Prefetched> states = new EnumMap<>(PrefetchKey.class);
    Map<PrefetchKey, KeyFetch> fetches = new EnumMap<>(PrefetchKey.class);
    absent(templates, given)
        .forEach((key, template) -> {
          switch (FhirQuery.filled(template, request.context())) {
            case Filled.Ready(FhirQuery query) ->
                fetches.put(key, KeyFetch.of(query, questions, settings.maxPages()));
            case Filled.OddValue _ ->
                states.put(key, new Prefetched.NotFetched(FetchFailure.ODD_ID));
            case Filled.NoValue _ -> {}
          }
        });
    given
        .states()
        .forEach((key, state) -> {
          if (state instanceof Prefetched.Resources page && !page.next().isEmpty()) {
            fetches.put(key, KeyFetch.following(page, questions, settings.maxPages()));
          }
        });
    run(fetches.values(), deadline);
    fetches.forEach((key, fetch) -> states.put(key, fetch.result()));
    Prefetch whole = states.isEmpty() ? given : given.with(states);
    return withMedications(whole, drafts, questions);
  }

  private Prefetch withMedications(
      Prefetch prefetch, List<WholeResource> drafts, ServerQuestions questions) {
    List<KeyFetch> fetches =
        MedicationReferences.missing(prefetch, drafts, questions.access().base()).stream()
            .limit(MAX_MEDICATIONS)
            .flatMap(id -> FhirQuery.read("Medication", id).stream())
            .map(query -> KeyFetch.of(query, questions, 1))
            .toList();
    if (fetches.isEmpty()) {
      return prefetch;
    }
    run(fetches, questions.time().deadline());
    List<FhirNode> medications = new ArrayList<>();
    for (KeyFetch fetch : fetches) {
      if (fetch.result() instanceof Prefetched.Resources found) {
        medications.addAll(found.resources());
      }
    }
    return prefetch.withMedications(medications);
  }

  /** The templates of the keys that the call does not hold. */
  private static Map<PrefetchKey, String> absent(
      Map<PrefetchKey, String> templates, Prefetch given) {
    Map<PrefetchKey, String> absent = new EnumMap<>(PrefetchKey.class);
    templates.forEach((key, template) -> {
      if (given.state(key) instanceof Prefetched.Absent) {
        absent.put(key, template);
      }
    });
    return absent;
  }

  /** Runs all at once until they are done or the deadline has come. */
  private void run(Collection<KeyFetch> fetches, Instant deadline) {
    if (fetches.isEmpty()) {
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    fetches.forEach(fetch -> running.add(threads.submit(fetch)));
    Runnable off = alarms.set(deadline, () -> running.forEach(each -> each.cancel(true)));
    try {
      for (Future<?> each : running) {
        await(each);
      }
    } catch (InterruptedException _) {
      running.forEach(each -> each.cancel(true));
      Thread.currentThread().interrupt();
    } finally {
      off.run();
    }
  }

  private static void await(Future<?> fetch) throws InterruptedException {
    try {
      fetch.get();
    } catch (CancellationException _) {
      // Its result says that it came too late.
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fetch failed by a fault of this service", e.getCause());
    }
  }
}
