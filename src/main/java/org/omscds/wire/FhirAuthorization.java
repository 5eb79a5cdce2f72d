package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The token with which the service may read from the client's FHIR server. It is transient: it is
 * never stored, and its text never shows it, so that no log can hold it.
 *
 * @param expiresIn lifetime in seconds
 * @param subject the OAuth client id of this service at the client's authorization server
 * @param patient the only patient for whom the token holds, where it is so restricted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FhirAuthorization(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("scope") String scope,
    @JsonProperty("subject") String subject,
    @JsonProperty("patient") @Nullable String patient) {

  public FhirAuthorization {
    Required.text("fhirAuthorization.access_token", accessToken);
    Required.text("fhirAuthorization.token_type", tokenType);
    Required.that(
        tokenType.equalsIgnoreCase("Bearer"), "fhirAuthorization.token_type must be Bearer");
    Required.text("fhirAuthorization.scope", scope);
    Required.text("fhirAuthorization.subject", subject);
    patient = Required.absentIfEmpty(patient);
  }

  @Override
  public String toString() {
    return "FhirAuthorization[withheld]";
  }
}
