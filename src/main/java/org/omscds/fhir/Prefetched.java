package org.omscds.fhir;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client sent for one prefetch key. The states are told apart because they mean different
 * things: absent is not looked at, null is looked at and empty, an OperationOutcome is tried and
 * failed (CDS Hooks 2.0.1, section "Prefetch Template").
 */
public sealed interface Prefetched {

  /** The key was not in the request: nobody looked. */
  record Absent() implements Prefetched {}

  /** The value was null: the client looked and there is nothing. */
  record KnownEmpty() implements Prefetched {}

  /** The client tried and could not, or sent something that is no FHIR resource. */
  record Failed(String why) implements Prefetched {}

  /**
   * Resources, possibly none.
   *
   * @param resources the resource itself, or those of a searchset Bundle
   * @param shortfall why this is not all there is (a next page, an error entry); empty when whole
   */
  record Resources(List<FhirNode> resources, String shortfall) implements Prefetched {
    public Resources {
      resources = List.copyOf(resources);
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
      default -> new Resources(List.of(value), "");
    };
  }

  private static Prefetched ofBundle(FhirNode bundle) {
    List<FhirNode> resources = new ArrayList<>();
    String shortfall = "";
    for (FhirNode entry : bundle.each(Element.ENTRY)) {
      FhirNode resource = entry.at(Element.RESOURCE);
      if (resource.resourceType().equals("OperationOutcome")) {
        if (isError(resource)) {
          shortfall = describeOutcome(resource);
        }
      } else if (!resource.resourceType().isEmpty()) {
        resources.add(resource);
      }
    }
    boolean paged =
        bundle.each(Element.LINK).stream()
            .anyMatch(link -> link.text(Element.RELATION).orElse("").equals("next"));
    if (paged) {
      shortfall = "only the first page was supplied";
    }
    return new Resources(resources, shortfall);
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
        .map(code -> "the client reported an error (" + code + ")")
        .orElse("the client reported an error");
  }
}
