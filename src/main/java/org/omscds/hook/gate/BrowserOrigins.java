package org.omscds.hook.gate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.omscds.hook.outcome.JsonAnswers;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets browser clients of the origins in the settings call (cds-hooks_2.0@208). It works as a
 * filter, so that refusals carry the header too and the browser shows them to the client.
 */
final class BrowserOrigins {

  private static final Duration PREFLIGHT_HOLDS = Duration.ofMinutes(30);

  private BrowserOrigins() {}

  static CorsFilter filter(List<String> allowedOrigins) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOriginPatterns(allowedOrigins);
    cors.setAllowedMethods(
        List.of(HttpMethod.GET.name(), HttpMethod.POST.name(), HttpMethod.OPTIONS.name()));
    cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
    cors.setMaxAge(PREFLIGHT_HOLDS);
    CorsFilter filter = new CorsFilter(_ -> cors);
    filter.setCorsProcessor(new OutcomeProcessor());
    return filter;
  }

  /** Refuses in JSON where the framework would refuse in plain text. */
  private static final class OutcomeProcessor extends DefaultCorsProcessor {
    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
      OperationOutcome outcome =
          OperationOutcome.error(
              "forbidden",
              "A browser page of this origin, or with this method or header, may not call.",
              "The operator of this service can add the origin to omscds.hook.allowed-origins.");
      response.setStatusCode(HttpStatus.FORBIDDEN);
      response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
      response.getBody().write(JsonAnswers.bytes(outcome));
      response.flush();
    }
  }
}
