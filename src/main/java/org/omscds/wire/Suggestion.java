package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user can take with one click.
 *
 * @param uuid what feedback names; without it the client reports nothing
 * @param isRecommended whether this is the one that the service would take; written only if so
 * @param actions all of them are taken together
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Suggestion(
    String label,
    @Nullable String uuid,
    @JsonProperty("isRecommended")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean isRecommended,
    List<Action> actions) {

  public Suggestion {
    Required.text("suggestion.label", label);
    uuid = Required.absentIfEmpty(uuid);
    actions = Required.copyOf(actions);
  }
}
