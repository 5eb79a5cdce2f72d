package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change to the chart that a suggestion proposes.
 *
 * @param resource the whole resource, to create or to update; its members keep their order
 * @param resourceId what to delete, as {@code Type/id}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Action(
    ActionType type,
    String description,
    @Nullable Map<String, Object> resource,
    @Nullable String resourceId) {

  public Action {
    Required.value("action.type", type);
    Required.text("action.description", description);
    resource = Required.copyOf("action.resource", resource);
    resourceId = Required.absentIfEmpty(resourceId);
    switch (type) {
      case CREATE, UPDATE ->
          Required.that(
              resource != null && resource.containsKey("resourceType"),
              "action.resource is required to create or update, and has a resourceType");
      case DELETE -> Required.text("action.resourceId", resourceId);
    }
  }
}
