package org.omscds.trust;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.omscds.trust.outbound.OutboundGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
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
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What a request passes before it is answered: one way for the operators' pages, one for calls. */
@Configuration(proxyBeanMethods = false)
class FilterChainConfiguration {

  private static final Logger log = LoggerFactory.getLogger(FilterChainConfiguration.class);

  /** Who calls is known for one request, in no session. */
  private static final SecurityContextRepository FOR_THIS_REQUEST =
      new RequestAttributeSecurityContextRepository();

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
    prepare(http.securityMatcher(PAGES), PAGE_SECURITY);
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
    prepare(http, CONTENT_SECURITY)
        .httpBasic(AbstractHttpConfigurer::disable)
        .exceptionHandling(each -> each.authenticationEntryPoint(refuse))
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

  /** Without what only pages with forms and sessions need. */
  private static HttpSecurity prepare(HttpSecurity http, String contentSecurity) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .securityContext(each -> each.securityContextRepository(FOR_THIS_REQUEST))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
                .referrerPolicy(_ -> {}));
  }
}
