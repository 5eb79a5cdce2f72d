package org.omscds.fhir;

import java.util.Set;

/**
 * FHIR's codes for what went wrong (value set issue-type, R4), so that nothing else that stands in
 * an OperationOutcome is ever repeated.
 */
final class IssueType {

  private static final Set<String> CODES =
      Set.of(
          "invalid",
          "structure",
          "required",
          "value",
          "invariant",
          "security",
          "login",
          "unknown",
          "expired",
          "forbidden",
          "suppressed",
          "processing",
          "not-supported",
          "duplicate",
          "multiple-matches",
          "not-found",
          "deleted",
          "too-long",
          "code-invalid",
          "extension",
          "too-costly",
          "business-rule",
          "conflict",
          "transient",
          "lock-error",
          "no-store",
          "exception",
          "timeout",
          "incomplete",
          "throttled",
          "informational");

  private IssueType() {}

  /** Whether FHIR knows that code. */
  static boolean isOne(String code) {
    return CODES.contains(code);
  }
}
