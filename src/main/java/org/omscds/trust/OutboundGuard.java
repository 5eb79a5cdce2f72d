package org.omscds.trust;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets an address pass that this service may call, by its exact origin. Whoever calls asks here
 * first, for every address that a client or another server names.
 */
public final class OutboundGuard {

  /** What the guard says of an address. */
  public enum Verdict {
    /** It may be called. */
    ALLOWED,
    /** It is on no list. */
    NOT_LISTED,
    /** It would carry a chart in the clear. */
    NOT_SECURE,
    /** It is no web address, or holds a user or password. */
    NO_ADDRESS
  }

  private final Set<Origin> listed;
  private final boolean loopback;

  /**
   * A guard by the settings.
   *
   * @param listed the origins that may be called
   * @param loopback whether every port of this machine may be called too
   */
  public OutboundGuard(Collection<URI> listed, boolean loopback) {
    this.listed =
        listed.stream()
            .flatMap(each -> Origin.of(each).stream())
            .collect(Collectors.toUnmodifiableSet());
    this.loopback = loopback;
  }

  /** Whether an address may be called. */
  public Verdict check(URI address) {
    return Origin.of(address).map(this::check).orElse(Verdict.NO_ADDRESS);
  }

  private Verdict check(Origin origin) {
    if (!listed.contains(origin) && !(loopback && origin.isLoopback())) {
      return Verdict.NOT_LISTED;
    }
    return origin.isSecure() || origin.isLoopback() ? Verdict.ALLOWED : Verdict.NOT_SECURE;
  }
}
