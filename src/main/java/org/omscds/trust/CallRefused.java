package org.omscds.trust;

import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A call that is not let in; what the caller gets to read tells no details. */
public final class CallRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient HttpHeaders headers;
  private final transient OperationOutcome outcome;

  CallRefused(HttpStatus status, HttpHeaders headers, OperationOutcome outcome) {
    super(status.toString(), null, false, false);
    this.status = status;
    this.headers = headers;
    this.outcome = outcome;
  }

  public HttpStatus status() {
    return status;
  }

  public HttpHeaders headers() {
    return headers;
  }

  public OperationOutcome outcome() {
    return outcome;
  }

  /** Nobody is known to call: whatever was wrong, the answer is the same. */
  static CallRefused unauthenticated() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return new CallRefused(
        HttpStatus.UNAUTHORIZED,
        headers,
        OperationOutcome.error("login", "The call is not authenticated."));
  }

  /** Nobody who runs the service asks for a page of those who do. */
  static CallRefused noOperator() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"OMS CDS\", charset=\"UTF-8\"");
    return new CallRefused(
        HttpStatus.UNAUTHORIZED,
        headers,
        OperationOutcome.error(
            "login",
            "This page is for those who run the service.",
            "Log in with a name and password of omscds.trust.operators."));
  }

  /** A client calls more often than it may. */
  static CallRefused tooOften(long seconds) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new CallRefused(
        HttpStatus.TOO_MANY_REQUESTS,
        headers,
        OperationOutcome.error(
            "throttled",
            "This client calls more often than it may.",
            "Try again in " + seconds + " s."));
  }
}
