package org.omscds.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omscds.trust.outbound.OutboundGuard;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Lets operators call from the workbench by the name and password with which they opened its page:
 * as a client of its own for each of them, which has no FHIR servers. A browser adds a password to
 * requests of foreign pages too, so only a request with {@link #HEADER} counts: no page of another
 * origin may send that header.
 */
final class WorkbenchCalls {

  /** Sent by the page with every request, whatever its value. */
  static final String HEADER = "X-OMS-CDS-Workbench";

  /** The client's name, in log, audit trail and feedback. */
  static final String CLIENT = "workbench";

  private static final String ISSUER = "urn:oms-cds:workbench";
  private static final int CALLS_PER_MINUTE = 600;

  private final AuthenticationManager passwords;
  private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
  private final OutboundGuard nowhere;
  private final CallRate rate;

  WorkbenchCalls(
      DaoAuthenticationProvider operators, OutboundGuard.Resolver resolver, Clock clock) {
    this.passwords = operators::authenticate;
    this.nowhere = new OutboundGuard(List.of(), List.of(), false, resolver);
    this.rate = new CallRate(CALLS_PER_MINUTE, clock);
  }

  /** Whether the site wants it: unless it says so, operators call nothing. */
  static boolean areWanted(Environment environment) {
    return environment.getProperty("omscds.workbench.enabled", Boolean.class, false);
  }

  /** Takes a name and password for a call; whatever else comes it leaves to others. */
  AuthenticationFilter filter(AuthenticationEntryPoint refuse) {
    AuthenticationFilter filter = new AuthenticationFilter(this::known, this::given);
    filter.setSuccessHandler((_, _, _) -> {});
    filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refuse));
    return filter;
  }

  private @Nullable Authentication given(HttpServletRequest request) {
    return request.getHeader(HEADER) == null ? null : basic.convert(request);
  }

  private Authentication known(Authentication given) {
    String operator = passwords.authenticate(given).getName();
    Caller caller = new Caller(CLIENT, ISSUER, operator, List.of(), nowhere, Optional.empty());
    return new PreAuthenticatedAuthenticationToken(
        new TokenVerifier.Verified(caller, rate), "", List.of());
  }
}
