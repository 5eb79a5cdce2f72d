package org.omscds.hook.outcome;

import java.util.UUID;
import java.util.stream.Collectors;
import org.omscds.hook.meter.Refusals;
import org.omscds.trust.CallRefused;
import org.omscds.trust.LogLine;
import org.omscds.wire.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception into an OperationOutcome: the caller's fault or ours, told apart. */
@RestControllerAdvice
final class ErrorAnswers {

  private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Refusals refusals;

  ErrorAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler(HookRefusal.class)
  ResponseEntity<byte[]> refused(HookRefusal refusal) {
    note(refusal.status(), refusal.outcome());
    return JsonAnswers.of(refusal.status(), refusal.outcome());
  }

  @ExceptionHandler(CallRefused.class)
  ResponseEntity<byte[]> refused(CallRefused refusal) {
    note(refusal.status(), refusal.outcome());
    return ResponseEntity.status(refusal.status())
        .headers(refusal.headers())
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonAnswers.bytes(refusal.outcome()));
  }

  private void note(HttpStatus status, OperationOutcome outcome) {
    String code = outcome.issue().getFirst().code();
    refusals.count(status.value(), code);
    LogLine.of("refused").with("status", status.value()).with("code", code).info(log);
  }

  private ResponseEntity<byte[]> error(
      HttpStatusCode status, HttpHeaders headers, String code, String text, String diagnostics) {
    refusals.count(status.value(), code);
    return JsonAnswers.error(status, headers, code, text, diagnostics);
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<byte[]> unknownPath(NoResourceFoundException refusal) {
    return error(
        HttpStatus.NOT_FOUND,
        HttpHeaders.EMPTY,
        "not-found",
        "There is nothing at this address.",
        "GET /cds-services lists the services; call one with POST /cds-services/{id}.");
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<byte[]> wrongMethod(HttpRequestMethodNotSupportedException refusal) {
    HttpHeaders headers = refusal.getHeaders();
    String allowed =
        headers.getAllow().stream()
            .map(HttpMethod::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return error(
        HttpStatus.METHOD_NOT_ALLOWED,
        headers,
        "not-supported",
        "This address does not take the method " + HookRefusal.quoted(refusal.getMethod()) + ".",
        "It takes " + allowed + ".");
  }

  /** The framework takes forms with files apart before any controller can refuse them. */
  @ExceptionHandler(MultipartException.class)
  ResponseEntity<byte[]> form(MultipartException refusal) {
    return refused(HookRefusal.unsupported("The request is a form."));
  }

  /** The client hung up: nobody is left to answer, and nothing failed here. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone(AsyncRequestNotUsableException hangUp) {
    log.info("the client hung up before its answer");
  }

  /** What the framework refuses by itself has a status; whatever has none is our own failure. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> failed(Exception failure) {
    if (failure instanceof ErrorResponse refusal && refusal.getStatusCode().is4xxClientError()) {
      return error(
          refusal.getStatusCode(),
          refusal.getHeaders(),
          "processing",
          "The request cannot be taken as it is.",
          "HTTP status " + refusal.getStatusCode().value() + ".");
    }
    UUID incident = UUID.randomUUID();
    log.error("failed incident={} {}", incident, FailureTrace.of(failure));
    return error(
        HttpStatus.INTERNAL_SERVER_ERROR,
        HttpHeaders.EMPTY,
        "exception",
        "The service failed; the chart was not assessed.",
        "Tell the operator of this service the incident number " + incident + ".");
  }
}
