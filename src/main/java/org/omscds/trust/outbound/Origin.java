package org.omscds.trust.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of an address (RFC 6454), which together say whose server it is.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in its brackets
 * @param port the port, also where the address leaves the usual one out
 */
public record Origin(String scheme, String host, int port) {

  private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern LOOPBACK_IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  /** The origin of an address; empty where it is no web address, or holds a user or password. */
  public static Optional<Origin> of(URI address) {
    if (address.getScheme() == null
        || address.getHost() == null
        || address.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    Integer usual = USUAL_PORTS.get(scheme);
    if (usual == null) {
      return Optional.empty();
    }
    int port = address.getPort() < 0 ? usual : address.getPort();
    return Optional.of(new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port));
  }

  /** Whether it is reached by TLS. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Whether its host is an IP address and no name, or this machine. */
  boolean isAddress() {
    return isLoopback() || host.startsWith("[") || IPV4.matcher(host).matches();
  }

  /** Whether it names this machine itself, by its name or by a loopback address. */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("[::1]")
        || LOOPBACK_IPV4.matcher(host).matches();
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
