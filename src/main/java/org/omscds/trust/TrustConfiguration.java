package org.omscds.trust;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.omscds.store.Database;
import org.omscds.trust.outbound.OutboundGuard;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Who is trusted: whose tokens are taken, and where calls of ours may go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TrustSettings.class, AuditSettings.class})
@Import(FilterChainConfiguration.class)
public class TrustConfiguration {

  private static final int REMEMBERED_TOKENS = 500_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  @Bean
  OutboundGuard.Resolver resolver() {
    return host -> List.of(InetAddress.getAllByName(host));
  }

  /** The guard of calls for whom no list of its own is set. */
  @Bean
  OutboundGuard outboundGuard(TrustSettings settings, OutboundGuard.Resolver resolver) {
    return guard(settings, settings.fhirServers(), resolver);
  }

  private static OutboundGuard guard(
      TrustSettings settings, List<URI> servers, OutboundGuard.Resolver resolver) {
    return new OutboundGuard(
        servers, settings.privateFhirServers(), settings.allowsLoopback(), resolver);
  }

  @Bean
  TokenVerifier tokenVerifier(
      TrustSettings settings,
      OutboundGuard outboundGuard,
      OutboundGuard.Resolver resolver,
      Clock clock,
      Database database,
      Environment environment) {
    StartChecks.check(settings, environment);
    Predicate<JWK> refused =
        StartChecks.isProduction(environment) ? PublishedKeys::include : _ -> false;
    HttpClient http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    List<Client> clients = new ArrayList<>();
    for (Map.Entry<String, ClientSettings> each : settings.clients().entrySet()) {
      ClientSettings client = each.getValue();
      clients.add(
          Client.of(
              each.getKey(),
              client,
              keys(each.getKey(), client, http, clock, refused),
              client.fhirServers().isEmpty()
                  ? outboundGuard
                  : guard(settings, client.fhirServers(), resolver),
              new CallRate(client.requestsPerMinute(), clock)));
    }
    return new TokenVerifier(
        clients,
        settings,
        new ReplayMemory(REMEMBERED_TOKENS, clock, new SharedReplayMemory(database)),
        clock);
  }

  /** The keys of a client: its own, or those at the addresses that its tokens may name. */
  private static JWKSource<SecurityContext> keys(
      String name, ClientSettings client, HttpClient http, Clock clock, Predicate<JWK> refused) {
    List<KeyCache> caches = new ArrayList<>();
    for (KeyDocument document : documents(client, http)) {
      caches.add(new KeyCache(name, document, clock, refused));
    }
    return (selector, context) -> {
      List<JWK> found = new ArrayList<>();
      for (KeyCache cache : caches) {
        found.addAll(cache.get(selector, context));
      }
      return found;
    };
  }

  private static List<KeyDocument> documents(ClientSettings client, HttpClient http) {
    if (client.jwks() != null) {
      String text = client.jwks();
      return List.of(() -> text);
    }
    if (client.jwksFile() != null) {
      return List.of(() -> Files.readString(client.jwksFile()));
    }
    if (client.jwksUrl() != null) {
      return List.of(new KeyAddress(client.jwksUrl(), http));
    }
    return client.jkus().stream().<KeyDocument>map(jku -> new KeyAddress(jku, http)).toList();
  }

  @Bean
  AuditTrail auditTrail(AuditSettings settings, Clock clock) {
    return new AuditTrail(settings, clock);
  }

  /** One for pages and calls, so that all tries of an operator's password count together. */
  @Bean
  OperatorPasswords operatorPasswords(Clock clock) {
    return new OperatorPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder(), clock);
  }
}
