package org.omscds.trust;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Says to all that follows who calls, and holds back a client that calls too often. */
final class CallerFilter extends OncePerRequestFilter {

  private final Caller anonymous;
  private final HandlerExceptionResolver answers;

  CallerFilter(Caller anonymous, HandlerExceptionResolver answers) {
    this.anonymous = anonymous;
    this.answers = answers;
  }

  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = anonymous;
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof TokenVerifier.Verified verified) {
      caller = verified.caller();
      Optional<Duration> wait = verified.rate().take();
      if (wait.isPresent()) {
        answers.resolveException(
            request, response, null, CallRefused.tooOften(wholeSeconds(wait.get())));
        return;
      }
    }
    request.setAttribute(Callers.ATTRIBUTE, caller);
    chain.doFilter(request, response);
  }
}
