package org.omscds.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What every CDS Hooks service must keep in its discovery answer (CDS Hooks 2.0, "Discovery",
 * cds-hooks_2.0@4 to @13). It knows nothing of this product and can be pointed at any service.
 */
final class DiscoveryChecks {

  private static final Set<String> SERVICE =
      Set.of(
          "hook",
          "title",
          "description",
          "id",
          "prefetch",
          "usageRequirements",
          "version",
          "hookVersion");

  private DiscoveryChecks() {}

  /** The faults of a discovery answer; none for one that conforms. */
  static List<String> of(JsonNode answer) {
    Checks checks = new Checks();
    if (checks.isObject(answer, "discovery", Set.of("services may be empty"))) {
      if (!answer.path("services").isArray()) {
        checks.fault("discovery.services", "is not an array");
      }
      Set<String> seen = new HashSet<>();
      checks.each(
          answer,
          "services",
          "discovery",
          (service, place) -> service(service, place, seen, checks));
    }
    return checks.faults();
  }

  private static void service(JsonNode service, String place, Set<String> seen, Checks checks) {
    if (!checks.isObject(service, place, SERVICE)) {
      return;
    }
    String hook = checks.text(service, "hook", place);
    String id = checks.text(service, "id", place);
    checks.text(service, "description", place);
    checks.optionalText(service, "title", place);
    checks.optionalText(service, "usageRequirements", place);
    checks.optionalText(service, "version", place);
    checks.optionalText(service, "hookVersion", place);
    if (!seen.add(hook + " " + id)) {
      checks.fault(place, "the id '" + id + "' is there twice for the hook '" + hook + "'");
    }
    JsonNode prefetch = service.path("prefetch");
    if (!prefetch.isMissingNode()
        && checks.isObject(prefetch, place + ".prefetch", Set.copyOf(prefetch.propertyNames()))) {
      prefetch.propertyNames().forEach(key -> checks.text(prefetch, key, place + ".prefetch"));
    }
  }
}
