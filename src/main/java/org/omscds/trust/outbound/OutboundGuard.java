package org.omscds.trust.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets an address pass that this service may call: by its exact origin, and then by where its name
 * leads. Whoever calls asks here first, for every address that a client or another server names.
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

  /** Finds the addresses of a name; replaced in tests. */
  @FunctionalInterface
  public interface Resolver {
    /** The addresses of a host. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private final Set<Origin> listed;
  private final Set<Origin> privately;
  private final boolean loopback;
  private final Resolver resolver;

  /**
   * A guard by the settings.
   *
   * @param listed the origins that may be called
   * @param privately those that may be called although their names lead to private addresses
   * @param loopback whether every port of this machine may be called too
   */
  public OutboundGuard(
      Collection<URI> listed, Collection<URI> privately, boolean loopback, Resolver resolver) {
    this.listed = origins(listed);
    this.privately = origins(privately);
    this.loopback = loopback;
    this.resolver = resolver;
  }

  private static Set<Origin> origins(Collection<URI> addresses) {
    return addresses.stream()
        .flatMap(each -> Origin.of(each).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an address may be called, as far as it tells itself. */
  public Verdict check(URI address) {
    return Origin.of(address).map(this::check).orElse(Verdict.NO_ADDRESS);
  }

  private Verdict check(Origin origin) {
    if (!listed.contains(origin) && !privately.contains(origin) && !isAllowedLoopback(origin)) {
      return Verdict.NOT_LISTED;
    }
    return origin.isSecure() || origin.isLoopback() ? Verdict.ALLOWED : Verdict.NOT_SECURE;
  }

  private boolean isAllowedLoopback(Origin origin) {
    return loopback && origin.isLoopback();
  }

  /**
   * Whether the name of an address leads to where this service may go; who lists an address itself
   * instead of a name knows where that is. It asks the name service, so it may take its time.
   *
   * @throws UnknownHostException if nobody knows the name
   */
  public boolean leadsToAllowed(URI address) throws UnknownHostException {
    Origin origin = Origin.of(address).orElseThrow(() -> new UnknownHostException("no address"));
    for (InetAddress each : resolver.resolve(origin.host())) {
      if (!isAllowed(origin, each)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAllowed(Origin origin, InetAddress address) {
    if (isAllowedLoopback(origin)) {
      return address.isLoopbackAddress();
    }
    boolean meant = privately.contains(origin) || origin.isAddress();
    return meant ? !PrivateAddresses.isForbidden(address) : !PrivateAddresses.includes(address);
  }
}
