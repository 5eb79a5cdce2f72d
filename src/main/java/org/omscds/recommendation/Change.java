package org.omscds.recommendation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omscds.knowledge.OrderDefinition;

/**
 * A resource of the call that a suggestion proposes to update as a whole: the draft of an antibody
 * panel (C18), or the problem that was just added (C19).
 *
 * @param kind what is changed in it
 * @param resource the resource as it was sent
 * @param order the order or problem whose code it takes
 */
public record Change(Kind kind, Map<String, Object> resource, OrderDefinition order) {

  /** What is changed. */
  public enum Kind {
    /** Another test in place of the one that a ServiceRequest asks for. */
    TEST,
    /** The specific code beside those of a Condition. */
    CODE
  }

  /**
   * Copies the resource.
   *
   * @throws IllegalArgumentException if it is neither a ServiceRequest nor a Condition
   */
  public Change {
    String wanted =
        switch (kind) {
          case TEST -> "ServiceRequest";
          case CODE -> "Condition";
        };
    if (!wanted.equals(resource.get("resourceType"))) {
      throw new IllegalArgumentException(
          "only a " + wanted + " can be updated so, not a " + resource.get("resourceType"));
    }
    resource = Collections.unmodifiableMap(new LinkedHashMap<>(resource));
  }
}
