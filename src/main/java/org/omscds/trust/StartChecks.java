package org.omscds.trust;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start a service that anybody could call without being meant to, and one that calls
 * itself a production without being fit for it.
 */
final class StartChecks {

  /** The profile of a service that meets patients. */
  static final String PRODUCTION = "production";

  private static final Logger log = LoggerFactory.getLogger(StartChecks.class);
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1");

  private StartChecks() {}

  /** Whether the service runs under the profile of production. */
  static boolean isProduction(Environment environment) {
    return environment.acceptsProfiles(Profiles.of(PRODUCTION));
  }

  /**
   * Checks the settings against each other.
   *
   * @throws IllegalStateException with the name of the setting and the way out
   */
  static void check(TrustSettings settings, Environment environment) {
    if (isProduction(environment)) {
      checkProduction(settings, environment);
    }
    if (settings.mode() == TrustSettings.Mode.OPEN) {
      checkOpen(settings, environment);
    }
    if (settings.clients().containsKey(WorkbenchCalls.CLIENT)) {
      throw new IllegalStateException(
          "omscds.trust.clients."
              + WorkbenchCalls.CLIENT
              + ": this name is kept for the operators who use the workbench; give the client another");
    }
  }

  private static void checkOpen(TrustSettings settings, Environment environment) {
    String address = environment.getProperty("server.address", "all addresses");
    if (!LOOPBACK.contains(address) && !settings.openBeyondLoopback()) {
      throw new IllegalStateException(
          "omscds.trust.mode is 'open' and server.address is '"
              + address
              + "': anybody who reaches it could call. Set omscds.trust.mode=required with"
              + " clients, or server.address=127.0.0.1, or, where a network that only you reach"
              + " guards it, omscds.trust.open-beyond-loopback=true");
    }
    log.warn(
        "open: callers are not authenticated (omscds.trust.mode=open), listening on {}", address);
  }

  private static void checkProduction(TrustSettings settings, Environment environment) {
    if (settings.mode() == TrustSettings.Mode.OPEN) {
      throw refused("omscds.trust.mode is 'open'; set it to 'required' and configure clients");
    }
    List<String> origins =
        Binder.get(environment)
            .bind("omscds.hook.allowed-origins", Bindable.listOf(String.class))
            .orElse(List.of());
    if (origins.stream().anyMatch(origin -> origin.startsWith("*"))) {
      throw refused(
          "omscds.hook.allowed-origins has '*'; name the origins of your browser clients");
    }
    settings.publicUrls().stream()
        .filter(url -> !"https".equalsIgnoreCase(url.getScheme()))
        .findFirst()
        .ifPresent(url -> {
          throw refused("omscds.trust.public-urls has '" + url + "'; give an https address");
        });
    for (Map.Entry<String, ClientSettings> client : settings.clients().entrySet()) {
      if (client.getValue().issuer().equals(PublishedKeys.SANDBOX_ISSUER)) {
        throw refused(
            "omscds.trust.clients."
                + client.getKey()
                + " is the public CDS Hooks Sandbox, whose private key is published; remove it");
      }
    }
  }

  private static IllegalStateException refused(String why) {
    return new IllegalStateException("the profile '" + PRODUCTION + "' does not start: " + why);
  }
}
