package org.omscds.trust;

/**
 * A token that proves nothing. The reason is for the log of this service, never for the caller, and
 * holds nothing of the token but names of claims.
 */
final class TokenRefused extends Exception {

  private static final long serialVersionUID = 1L;

  TokenRefused(String reason) {
    super(reason, null, false, false);
  }

  /** Why, in words that may be logged. */
  String reason() {
    String reason = getMessage();
    return reason == null ? "" : reason;
  }
}
