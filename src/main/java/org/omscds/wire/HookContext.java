package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The members of a hook's context that this service reads; hooks may carry others.
 *
 * @param userId who looks at the chart, as {@code Type/id}
 * @param patientId the logical id of the patient whose chart it is
 * @param encounterId the logical id of the encounter, where there is one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HookContext(String userId, String patientId, @Nullable String encounterId) {

  public HookContext {
    Required.text("context.userId", userId);
    Required.text("context.patientId", patientId);
    encounterId = Required.absentIfEmpty(encounterId);
  }
}
