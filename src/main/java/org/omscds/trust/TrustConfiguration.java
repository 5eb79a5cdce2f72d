package org.omscds.trust;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Makes every bean of this room: who may call, and where calls may go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TrustSettings.class, AuditSettings.class})
public class TrustConfiguration {

  private static final Logger log = LoggerFactory.getLogger(TrustConfiguration.class);
  private static final int REMEMBERED_TOKENS = 500_000;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final String CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'";

  /** The pages, their parts, and the data that only they need. */
  private static final String[] PAGES = {
    "/",
    "/shared/*",
    "/workbench/*",
    "/webjars/**",
    "/knowledge",
    "/knowledge/*",
    "/knowledge.json",
    "/statistics",
    "/statistics/*",
    "/statistics.json",
    "/statistics.csv",
    "/api",
    "/api/*",
    "/openapi.json",
    "/openapi.json.yaml"
  };

  private static final String PAGE_SECURITY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** What each filter of Spring Security does tells nobody anything, and costs every call. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

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

  /**
   * The pages for the team that runs the service: for its operators by name and password, in the
   * open mode for anybody.
   */
  @Bean
  @Order(1)
  SecurityFilterChain operators(
      HttpSecurity http,
      TrustSettings settings,
      OperatorPasswords passwords,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    http.securityMatcher(PAGES)
        .csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_SECURITY))
                .referrerPolicy(_ -> {}));
    if (settings.mode() == TrustSettings.Mode.REQUIRED) {
      AuthenticationEntryPoint refuse =
          (request, response, _) ->
              answers.resolveException(request, response, null, CallRefused.noOperator());
      http.authenticationProvider(operators(settings, passwords))
          .authorizeHttpRequests(each -> each.anyRequest().authenticated())
          .httpBasic(basic -> basic.authenticationEntryPoint(refuse))
          .exceptionHandling(each -> each.authenticationEntryPoint(refuse));
    } else {
      http.httpBasic(AbstractHttpConfigurer::disable)
          .authorizeHttpRequests(each -> each.anyRequest().permitAll());
    }
    return http.build();
  }

  private static DaoAuthenticationProvider operators(
      TrustSettings settings, OperatorPasswords passwords) {
    List<UserDetails> users = new ArrayList<>();
    settings
        .operators()
        .forEach((name, password) ->
            users.add(User.withUsername(name).password(password).roles("OPERATOR").build()));
    DaoAuthenticationProvider provider =
        new DaoAuthenticationProvider(new InMemoryUserDetailsManager(users));
    provider.setPasswordEncoder(passwords);
    return provider;
  }

  /** One for pages and calls, so that all tries of an operator's password count together. */
  @Bean
  OperatorPasswords operatorPasswords(Clock clock) {
    return new OperatorPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder(), clock);
  }

  @Bean
  SecurityFilterChain callers(
      HttpSecurity http,
      TrustSettings settings,
      OutboundGuard outboundGuard,
      OutboundGuard.Resolver resolver,
      TokenVerifier verifier,
      Clock clock,
      Environment environment,
      OperatorPasswords passwords,
      MeterRegistry meters,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    AuthenticationEntryPoint refuse =
        (request, response, _) ->
            answers.resolveException(request, response, null, CallRefused.unauthenticated());
    http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(each -> each.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(each -> each.authenticationEntryPoint(refuse))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY))
                .referrerPolicy(_ -> {}))
        .addFilterBefore(
            new CallerFilter(Caller.anonymous(outboundGuard), answers), AuthorizationFilter.class);
    if (settings.mode() == TrustSettings.Mode.REQUIRED) {
      http.authorizeHttpRequests(each ->
              each.requestMatchers(EndpointRequest.toAnyEndpoint())
                  .permitAll()
                  .requestMatchers("/error")
                  .permitAll()
                  .anyRequest()
                  .authenticated())
          .oauth2ResourceServer(server ->
              server
                  .authenticationEntryPoint(refuse)
                  .authenticationManagerResolver(verified(verifier, meters)));
      if (WorkbenchCalls.areWanted(environment)) {
        http.addFilterBefore(
            new WorkbenchCalls(operators(settings, passwords), resolver, clock).filter(refuse),
            AnonymousAuthenticationFilter.class);
      }
    } else {
      http.authorizeHttpRequests(each -> each.anyRequest().permitAll());
    }
    return http.build();
  }

  private static AuthenticationManagerResolver<HttpServletRequest> verified(
      TokenVerifier verifier, MeterRegistry meters) {
    return request -> {
      String path = request.getRequestURI();
      AuthenticationManager manager =
          authentication -> {
            String token = ((BearerTokenAuthenticationToken) authentication).getToken();
            try {
              return new PreAuthenticatedAuthenticationToken(
                  verifier.verify(token, path), "", List.of());
            } catch (TokenRefused e) {
              LogLine.of("refused").with("status", 401).with("reason", e.reason()).info(log);
              meters.counter("omscds.tokens.refused", "reason", e.reason()).increment();
              throw new BadCredentialsException("refused");
            }
          };
      return manager;
    };
  }
}
