package org.omscds.fhir.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetched;
import org.omscds.trust.outbound.Origin;

/**
 * Fetches one prefetch key: its query where the call did not hold it, and the pages that follow.
 * Whenever it is stopped, {@link #result} says what has come until then, and why not more.
 */
final class KeyFetch implements Runnable {

  private final ServerQuestions questions;
  private final Optional<FhirQuery> query;
  private final int maxPages;
  private volatile Prefetched result;

  private KeyFetch(
      ServerQuestions questions, Optional<FhirQuery> query, int maxPages, Prefetched start) {
    this.questions = questions;
    this.query = query;
    this.maxPages = maxPages;
    this.result = start;
  }

  /** Fetches what a query asks for. */
  static KeyFetch of(FhirQuery query, ServerQuestions questions, int maxPages) {
    return new KeyFetch(
        questions, Optional.of(query), maxPages, new Prefetched.NotFetched(FetchFailure.LATE));
  }

  /** Fetches the pages that follow a first one. */
  static KeyFetch following(Prefetched.Resources first, ServerQuestions questions, int maxPages) {
    return new KeyFetch(
        questions, Optional.empty(), maxPages, cut(first, 1, FetchFailure.LATE.words()));
  }

  /** What has come so far. */
  Prefetched result() {
    return result;
  }

  @Override
  public void run() {
    query.ifPresent(this::fetch);
    Set<URI> seen = new HashSet<>();
    int pages = 1;
    while (result instanceof Prefetched.Resources sofar && !sofar.next().isEmpty()) {
      Optional<URI> next = address(sofar.next());
      if (next.isEmpty()) {
        result = cut(sofar, pages, "the next is not on the same server, and is not followed");
        return;
      }
      if (!seen.add(next.get())) {
        result = cut(sofar, pages, "the server gives the same page again");
        return;
      }
      if (pages == maxPages) {
        result = cut(sofar, pages, "this service reads no more");
        return;
      }
      Optional<Prefetched.Resources> page = page(next.get(), sofar, pages);
      if (page.isEmpty()) {
        return;
      }
      pages++;
      Prefetched.Resources joined = joined(sofar, page.get());
      result = joined.next().isEmpty() ? joined : cut(joined, pages, FetchFailure.LATE.words());
    }
  }

  private void fetch(FhirQuery asked) {
    result =
        switch (questions.allowance(asked)) {
          case NONE -> new Prefetched.NotFetched(FetchFailure.NOT_IN_SCOPE);
          case PART -> inPart(first(questions.ask(asked)));
          case ALL -> first(questions.ask(asked));
        };
  }

  private static Prefetched first(Answer answer) {
    return switch (answer) {
      case Answer.Refused(FetchFailure why, _) -> new Prefetched.NotFetched(why);
      case Answer.Given(FhirNode node) -> {
        Prefetched given = Prefetched.of(node);
        yield switch (given) {
          case Prefetched.Resources page ->
              page.next().isEmpty() ? page : cut(page, 1, FetchFailure.LATE.words());
          case Prefetched.Failed _ when node.resourceType().isEmpty() ->
              new Prefetched.NotFetched(FetchFailure.NOT_FHIR);
          case Prefetched.KnownEmpty _ -> new Prefetched.NotFetched(FetchFailure.NOT_FHIR);
          case Prefetched.Absent _, Prefetched.NotFetched _, Prefetched.Failed _ -> given;
        };
      }
    };
  }

  private static Prefetched inPart(Prefetched given) {
    return given instanceof Prefetched.Resources(var resources, var shortfall, var next, var uuids)
            && shortfall.isEmpty()
        ? new Prefetched.Resources(
            resources, "the scopes of the token allow only a part", next, uuids)
        : given;
  }

  /** The next page; where there is none to be had, the result says why. */
  private Optional<Prefetched.Resources> page(URI next, Prefetched.Resources sofar, int pages) {
    switch (questions.ask(next)) {
      case Answer.Refused(FetchFailure why, _) -> result = cut(sofar, pages, why.words());
      case Answer.Given(FhirNode node) -> {
        if (Prefetched.of(node) instanceof Prefetched.Resources page) {
          return Optional.of(page);
        }
        result = cut(sofar, pages, FetchFailure.NOT_FHIR.words());
      }
    }
    return Optional.empty();
  }

  /** The address of a page, if it is one of the server that was asked. */
  private Optional<URI> address(String next) {
    try {
      URI base = URI.create(questions.access().base() + "/");
      URI address = base.resolve(next.replace("|", "%7C").replace(" ", "%20"));
      return Origin.of(address).equals(Origin.of(base)) ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Prefetched.Resources cut(Prefetched.Resources pages, int count, String why) {
    String shortfall =
        "only the first " + (count == 1 ? "page" : count + " pages") + " could be read: " + why;
    return new Prefetched.Resources(pages.resources(), shortfall, pages.next(), pages.uuids());
  }

  private static Prefetched.Resources joined(
      Prefetched.Resources pages, Prefetched.Resources more) {
    List<FhirNode> resources = new ArrayList<>(pages.resources());
    resources.addAll(more.resources());
    Map<String, String> uuids = new HashMap<>(pages.uuids());
    uuids.putAll(more.uuids());
    return new Prefetched.Resources(resources, more.shortfall(), more.next(), uuids);
  }
}
