package org.omscds.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call. Its list of cards is written even when it is empty, which means that the
 * service has looked and has nothing to say (cds-hooks_2.0@77).
 *
 * @param extension members by reverse-domain name, each an object
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CdsResponse(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Card> cards,
    @Nullable Map<String, Object> extension) {

  public CdsResponse {
    Required.value("cards", cards);
    cards = List.copyOf(cards);
    extension = Required.extension("extension", extension);
  }
}
