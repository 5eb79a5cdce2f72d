package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The part of a call that is not FHIR; what was prefetched is read apart from it, in the same pass.
 *
 * @param hook the hook that fired
 * @param hookInstance an identifier of this call, by the standard a UUID
 * @param fhirServer the base URL of the client's FHIR server
 * @param fhirAuthorization the means to call that server
 * @param context what the hook says about the moment
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HookRequest(
    String hook,
    String hookInstance,
    @Nullable String fhirServer,
    @Nullable FhirAuthorization fhirAuthorization,
    HookContext context) {

  public HookRequest {
    Required.text("hook", hook);
    Required.text("hookInstance", hookInstance);
    Required.value("context", context);
    fhirServer = Required.absentIfEmpty(fhirServer);
    Required.absoluteUrl("fhirServer", fhirServer);
    Required.that(
        fhirAuthorization == null || fhirServer != null,
        "fhirServer is required where fhirAuthorization is given");
  }
}
