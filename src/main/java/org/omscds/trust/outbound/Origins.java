package org.omscds.trust.outbound;

import java.net.URI;
import java.util.List;

/** Checks settings that list origins. */
public final class Origins {

  private Origins() {}

  /**
   * The list, if each of it is a whole origin without a path.
   *
   * @throws IllegalArgumentException if not, with the name of the setting and the way out
   */
  public static List<URI> checked(String setting, List<URI> origins) {
    for (URI each : origins) {
      if (Origin.of(each).filter(origin -> isWhole(each, origin)).isEmpty()) {
        throw new IllegalArgumentException(
            setting
                + " has '"
                + each
                + "'; give scheme, host and port without a path, such as https://fhir.example.org;"
                + " http is for this machine only");
      }
    }
    return List.copyOf(origins);
  }

  private static boolean isWhole(URI address, Origin origin) {
    return (address.getRawPath().isEmpty() || address.getRawPath().equals("/"))
        && address.getRawQuery() == null
        && address.getRawFragment() == null
        && (origin.isSecure() || origin.isLoopback());
  }
}
