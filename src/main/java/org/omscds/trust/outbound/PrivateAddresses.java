package org.omscds.trust.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are not of the public internet (IANA special-purpose address registries). */
final class PrivateAddresses {

  private PrivateAddresses() {}

  /** Whether an address is this machine's, a link's, a private network's, or nobody's. */
  static boolean includes(InetAddress address) {
    return isForbidden(address)
        || address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || (address instanceof Inet4Address four && isSharedOrBenchmark(four.getAddress()))
        || (address instanceof Inet6Address six && isUniqueLocal(six.getAddress()));
  }

  /**
   * Whether no server may ever stand there: link-local, where clouds keep secrets, and the like.
   */
  static boolean isForbidden(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet4Address four && isThisNetworkOrReserved(four.getAddress()))
        || (address instanceof Inet6Address six && isTranslated(six.getAddress()));
  }

  /** 100.64.0.0/10, 192.0.0.0/24 and 198.18.0.0/15. */
  private static boolean isSharedOrBenchmark(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }

  /** 0.0.0.0/8 and 240.0.0.0/4. */
  private static boolean isThisNetworkOrReserved(byte[] bytes) {
    int first = bytes[0] & 0xff;
    return first == 0 || first >= 240;
  }

  /** fc00::/7. */
  private static boolean isUniqueLocal(byte[] bytes) {
    return (bytes[0] & 0xfe) == 0xfc;
  }

  /**
   * An IPv4 address inside IPv6: mapped, compatible, 6to4 or NAT64; any trick with it is refused.
   */
  private static boolean isTranslated(byte[] bytes) {
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= bytes[i] == 0;
    }
    boolean loopbackItself = zeros && bytes[15] == 1 && bytes[10] == 0 && bytes[12] == 0;
    boolean sixToFour = (bytes[0] & 0xff) == 0x20 && bytes[1] == 2;
    boolean nat64 = bytes[0] == 0 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff;
    return (zeros && !loopbackItself) || sixToFour || nat64;
  }
}
