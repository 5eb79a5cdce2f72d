package org.omscds.hook.request;

import org.jspecify.annotations.Nullable;
import org.omscds.wire.FhirAuthorization;

/** Reads the members of fhirAuthorization, whose names are snake_case in the standard. */
final class FhirAuthorizationReader {

  private final MemberReader members;
  private @Nullable String accessToken;
  private @Nullable String tokenType;
  private @Nullable Long expiresIn;
  private @Nullable String scope;
  private @Nullable String subject;
  private @Nullable String patient;

  FhirAuthorizationReader(MemberReader members) {
    this.members = members;
  }

  /** Reads the object at whose start the members stand. */
  FhirAuthorization read() {
    members.each(name -> {
      switch (name) {
        case "access_token" -> accessToken = members.text("fhirAuthorization.access_token");
        case "token_type" -> tokenType = members.text("fhirAuthorization.token_type");
        case "expires_in" -> expiresIn = members.wholeNumber("fhirAuthorization.expires_in");
        case "scope" -> scope = members.text("fhirAuthorization.scope");
        case "subject" -> subject = members.text("fhirAuthorization.subject");
        case "patient" -> patient = members.text("fhirAuthorization.patient");
        default -> members.skip();
      }
    });
    try {
      return new FhirAuthorization(
          MemberReader.required("fhirAuthorization.access_token", accessToken),
          MemberReader.required("fhirAuthorization.token_type", tokenType),
          MemberReader.required("fhirAuthorization.expires_in", expiresIn),
          MemberReader.required("fhirAuthorization.scope", scope),
          MemberReader.required("fhirAuthorization.subject", subject),
          patient);
    } catch (IllegalArgumentException e) {
      throw MemberReader.ruleBroken(e);
    }
  }
}
