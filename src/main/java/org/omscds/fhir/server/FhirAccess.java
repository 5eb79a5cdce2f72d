package org.omscds.fhir.server;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.omscds.fhir.FetchFailure;
import org.omscds.trust.outbound.OutboundGuard;
import org.omscds.wire.FhirAuthorization;
import org.omscds.wire.HookRequest;

/** Whether and how the FHIR server that a call names may be asked. */
sealed interface FhirAccess {

  /** The call names no server. */
  record NoServer() implements FhirAccess {}

  /** It names one that must not or cannot be asked. */
  record Closed(FetchFailure why) implements FhirAccess {}

  /**
   * It may be asked.
   *
   * @param base the base address without a slash at its end
   * @param token the token of the call, or the empty string where it needs none
   */
  record Open(String base, String token, SmartScopes scopes) implements FhirAccess {
    /** Shows neither the token nor the server. */
    @Override
    public String toString() {
      return "Open[withheld]";
    }
  }

  Pattern TOKEN = Pattern.compile("[!-~]+");

  /** The access of a call, by the guard's and the token's leave. */
  static FhirAccess of(HookRequest request, OutboundGuard guard) {
    if (request.fhirServer() == null) {
      return new NoServer();
    }
    URI server = URI.create(request.fhirServer());
    FhirAuthorization authorization = request.fhirAuthorization();
    return refusal(guard, server, authorization, request.context().patientId())
        .<FhirAccess>map(Closed::new)
        .orElseGet(() ->
            new Open(
                base(server),
                authorization == null ? "" : authorization.accessToken(),
                authorization == null
                    ? SmartScopes.unknown()
                    : SmartScopes.of(authorization.scope())));
  }

  private static Optional<FetchFailure> refusal(
      OutboundGuard guard,
      URI server,
      @Nullable FhirAuthorization authorization,
      String patientId) {
    if (server.getRawQuery() != null || server.getRawFragment() != null) {
      return Optional.of(FetchFailure.NO_ADDRESS);
    }
    return switch (guard.check(server)) {
      case NOT_LISTED -> Optional.of(FetchFailure.NOT_LISTED);
      case NOT_SECURE -> Optional.of(FetchFailure.NOT_SECURE);
      case NO_ADDRESS -> Optional.of(FetchFailure.NO_ADDRESS);
      case ALLOWED -> authorization == null ? Optional.empty() : refusal(authorization, patientId);
    };
  }

  private static Optional<FetchFailure> refusal(FhirAuthorization authorization, String patientId) {
    if (!TOKEN.matcher(authorization.accessToken()).matches()) {
      return Optional.of(FetchFailure.TOKEN_UNUSABLE);
    }
    if (authorization.expiresIn() <= 0) {
      return Optional.of(FetchFailure.TOKEN_EXPIRED);
    }
    String patient = authorization.patient();
    return patient == null || patient.equals(patientId)
        ? Optional.empty()
        : Optional.of(FetchFailure.TOKEN_OF_ANOTHER);
  }

  private static String base(URI server) {
    String address = server.toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
