package org.omscds.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sent for one prefetch key. The states are told apart because they mean different
 * things: absent is not looked at, null is looked at and empty, an OperationOutcome is tried and
 * failed (CDS Hooks 2.0.1, section "Prefetch Template").
 */
public sealed interface Prefetched {

  /** What a reference by UUID begins with. */
  String UUID_URN = "urn:uuid:";

  /** The key was not in the request: nobody looked. */
  record Absent() implements Prefetched {}

  /** The value was null: the client looked and there is nothing. */
  record KnownEmpty() implements Prefetched {}

  /** The key was not in the request, and its FHIR server did not give it either. */
  record NotFetched(FetchFailure why) implements Prefetched {}

  /** The client tried and could not, or sent something that is no FHIR resource. */
  record Failed(String why) implements Prefetched {}

  /**
   * Resources, possibly none.
   *
   * @param resources the resource itself, or those of a searchset Bundle
   * @param shortfall why this is not all there is (a next page, an error entry); empty when whole
   * @param next the address of the next page of a searchset Bundle; empty where there is none
   * @param uuids the {@code Type/id} of each resource that a Bundle also names by a UUID, which
   *     references in it may use (FHIR R4, "Resolving references in Bundles")
   */
  record Resources(
      List<FhirNode> resources, String shortfall, String next, Map<String, String> uuids)
      implements Prefetched {
    public Resources {
      resources = List.copyOf(resources);
      uuids = Map.copyOf(uuids);
    }

    /** Resources that are whole. */
    public static Resources whole(List<FhirNode> resources) {
      return new Resources(resources, "", "", Map.of());
    }
  }

  /** Tells the state of a key from its value. */
  static Prefetched of(FhirNode value) {
    if (!value.exists()) {
      return new KnownEmpty();
    }
    return switch (value.resourceType()) {
      case "" -> new Failed("the value is not a FHIR resource");
      case "OperationOutcome" -> new Failed(describeOutcome(value));
      case "Bundle" -> ofBundle(value);
      default -> Resources.whole(List.of(value));
    };
  }

  private static Prefetched ofBundle(FhirNode bundle) {
    List<FhirNode> resources = new ArrayList<>();
    Map<String, String> uuids = new HashMap<>();
    String shortfall = "";
    for (FhirNode entry : bundle.each(Element.ENTRY)) {
      FhirNode resource = entry.at(Element.RESOURCE);
      if (resource.resourceType().equals("OperationOutcome")) {
        if (isError(resource)) {
          shortfall = describeOutcome(resource);
        }
      } else if (!resource.resourceType().isEmpty()) {
        resources.add(resource);
        nameByUuid(entry, resource, uuids);
      }
    }
    Optional<FhirNode> next =
        bundle.each(Element.LINK).stream()
            .filter(link -> link.text(Element.RELATION).orElse("").equals("next"))
            .findFirst();
    if (next.isPresent()) {
      shortfall = "only the first page was supplied";
    }
    return new Resources(
        resources, shortfall, next.flatMap(link -> link.text(Element.URL)).orElse(""), uuids);
  }

  private static void nameByUuid(FhirNode entry, FhirNode resource, Map<String, String> uuids) {
    String fullUrl = entry.text(Element.FULL_URL).orElse("");
    String id = resource.text(Element.ID).orElse("");
    if (fullUrl.startsWith(UUID_URN) && !id.isEmpty()) {
      uuids.put(fullUrl.substring(UUID_URN.length()), resource.resourceType() + "/" + id);
    }
  }

  private static boolean isError(FhirNode outcome) {
    return outcome.each(Element.ISSUE).stream()
        .map(issue -> issue.text(Element.SEVERITY).orElse(""))
        .anyMatch(severity -> severity.equals("error") || severity.equals("fatal"));
  }

  private static String describeOutcome(FhirNode outcome) {
    return outcome.each(Element.ISSUE).stream()
        .map(issue -> issue.text(Element.CODE).filter(IssueType::isOne).orElse("unknown issue"))
        .findFirst()
        .map(code -> "the EHR reported an error (" + code + ")")
        .orElse("the EHR reported an error");
  }
}
