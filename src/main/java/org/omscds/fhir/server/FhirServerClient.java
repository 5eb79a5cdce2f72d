package org.omscds.fhir.server;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirJson;
import org.omscds.fhir.FhirReader;
import org.omscds.trust.outbound.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Sends one request to a FHIR server and reads its answer with the lean reader. Redirects are not
 * followed, bodies of errors are not read, and no failure holds a word of what the server sent.
 */
final class FhirServerClient {

  private static final MediaType FHIR_JSON = MediaType.parseMediaType("application/fhir+json");

  private final RestClient http;
  private final ServerGates gates;
  private final long maxResponseBytes;

  FhirServerClient(RestClient http, FhirFetchSettings settings, Clock clock) {
    this.http = http;
    this.gates = new ServerGates(settings, clock);
    this.maxResponseBytes = settings.maxResponseSize().toBytes();
  }

  /** Gets what stands at an address of the server. */
  Answer get(URI address, String token) {
    return throughGate(address, http.get().uri(address), token);
  }

  /** Posts a search as a form. */
  Answer post(URI address, String form, String token) {
    return throughGate(
        address,
        http.post().uri(address).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form),
        token);
  }

  private Answer throughGate(URI address, RestClient.RequestHeadersSpec<?> request, String token) {
    ServerGates.Gate gate = gates.of(Origin.of(address).orElseThrow());
    try {
      gate.places().acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.refused(FetchFailure.LATE);
    }
    try {
      return watched(gate.breaker(), request, token);
    } finally {
      gate.places().release();
    }
  }

  /** Has the breaker count what speaks against the server; a plain refusal does not. */
  private Answer watched(
      CircuitBreaker breaker, RestClient.RequestHeadersSpec<?> request, String token) {
    if (!breaker.tryAcquirePermission()) {
      return Answer.refused(FetchFailure.PAUSED);
    }
    long start = breaker.getCurrentTimestamp();
    Answer answer = sent(request, token);
    long lasted = breaker.getCurrentTimestamp() - start;
    if (answer instanceof Answer.Refused(FetchFailure why, _) && !why.isRefusal()) {
      breaker.onError(lasted, breaker.getTimestampUnit(), new CancellationException());
    } else {
      breaker.onSuccess(lasted, breaker.getTimestampUnit());
    }
    return answer;
  }

  private Answer sent(RestClient.RequestHeadersSpec<?> request, String token) {
    try {
      return request
          .accept(FHIR_JSON, MediaType.APPLICATION_JSON)
          .headers(headers -> {
            if (!token.isEmpty()) {
              headers.setBearerAuth(token);
            }
          })
          .exchangeForRequiredValue((_, response) -> read(response));
    } catch (ResourceAccessException e) {
      return Answer.refused(unreached(e.getCause()));
    }
  }

  private Answer read(ClientHttpResponse response) throws IOException {
    HttpStatusCode status = response.getStatusCode();
    if (!status.is2xxSuccessful()) {
      return new Answer.Refused(why(status), retryAfter(response.getHeaders()));
    }
    if (!isJson(response.getHeaders())) {
      return Answer.refused(FetchFailure.NOT_FHIR);
    }
    try (InputStream body = new LimitedStream(response.getBody(), maxResponseBytes);
        JsonParser parser = FhirJson.factory().createParser(ObjectReadContext.empty(), body)) {
      parser.nextToken();
      Answer answer = new Answer.Given(FhirReader.read(parser));
      return parser.nextToken() == null ? answer : Answer.refused(FetchFailure.NOT_FHIR);
    } catch (JacksonException e) {
      return Answer.refused(why(e));
    } catch (IOException e) {
      return Answer.refused(why(e));
    }
  }

  private static FetchFailure unreached(@Nullable Throwable cause) {
    boolean late =
        Thread.currentThread().isInterrupted()
            || (cause instanceof HttpTimeoutException
                && !(cause instanceof HttpConnectTimeoutException));
    return late ? FetchFailure.LATE : FetchFailure.NOT_REACHED;
  }

  private static FetchFailure why(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> FetchFailure.TOKEN_REFUSED;
      case 403 -> FetchFailure.FORBIDDEN;
      case 404, 410 -> FetchFailure.NOT_FOUND;
      case 408, 504 -> FetchFailure.LATE;
      case 429, 503 -> FetchFailure.BUSY;
      case 501 -> FetchFailure.NOT_TAKEN;
      default -> {
        if (status.is3xxRedirection()) {
          yield FetchFailure.REDIRECTED;
        }
        yield status.is5xxServerError() ? FetchFailure.SERVER_FAILED : FetchFailure.NOT_TAKEN;
      }
    };
  }

  private static FetchFailure why(Exception failure) {
    return switch (failure) {
      case StreamConstraintsException _ -> FetchFailure.NOT_FHIR;
      case UnexpectedEndOfInputException _ -> FetchFailure.BROKEN_OFF;
      case JacksonIOException e when e.getCause() != null -> why(e.getCause());
      case LimitedStream.TooLarge _ -> FetchFailure.TOO_LARGE;
      case HttpTimeoutException _ -> FetchFailure.LATE;
      case JacksonException _ -> FetchFailure.NOT_FHIR;
      default ->
          Thread.currentThread().isInterrupted() ? FetchFailure.LATE : FetchFailure.BROKEN_OFF;
    };
  }

  /** Whole seconds; a date would need the server's clock to agree with ours. */
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    List<String> sent = headers.getOrEmpty(HttpHeaders.RETRY_AFTER);
    return sent.stream()
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .findFirst();
  }

  /** A server that does not say what it sends is believed until the parser knows better. */
  private static boolean isJson(HttpHeaders headers) {
    String sent = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    if (sent == null || sent.isBlank()) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(sent);
      return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }
}
