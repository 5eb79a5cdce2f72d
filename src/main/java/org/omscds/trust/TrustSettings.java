package org.omscds.trust;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site sets about trust, under {@code omscds.trust}.
 *
 * @param fhirServers the origins of the FHIR servers that may be called, such as {@code
 *     https://fhir.example.org}; none unless set
 * @param loopbackFhirServers whether FHIR servers on this machine may be called, whatever their
 *     port; they may unless set, for development
 */
@ConfigurationProperties("omscds.trust")
public record TrustSettings(
    @DefaultValue List<URI> fhirServers, @DefaultValue("true") boolean loopbackFhirServers) {

  public TrustSettings {
    fhirServers = List.copyOf(fhirServers);
    for (URI server : fhirServers) {
      if (Origin.of(server).filter(each -> isWhole(server, each)).isEmpty()) {
        throw new IllegalArgumentException(
            "omscds.trust.fhir-servers has '"
                + server
                + "'; give scheme, host and port without a path, such as https://fhir.example.org;"
                + " http is for this machine only");
      }
    }
  }

  private static boolean isWhole(URI server, Origin origin) {
    return (server.getRawPath().isEmpty() || server.getRawPath().equals("/"))
        && server.getRawQuery() == null
        && server.getRawFragment() == null
        && (origin.isSecure() || origin.isLoopback());
  }
}
