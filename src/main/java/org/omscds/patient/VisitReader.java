package org.omscds.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;

/**
 * Reads the circumstances of a call. A role that is not sent or not known is a clinician's, so that
 * nobody misses a card for want of a code.
 */
public final class VisitReader {

  private static final String BREAK_GLASS = "BTG";
  private static final String EMERGENCY = "EMER";

  /** Beginnings of words in names of roles and specialties. */
  private static final Set<String> SUPPORT =
      Set.of("pharmac", "dent", "orthodont", "billing", "coder", "clerical", "clerk", "revenue");

  private VisitReader() {}

  /**
   * Reads them.
   *
   * @param encounterId the logical id of the call's encounter, or the empty string
   */
  public static Visit read(FhirNode patient, Prefetch prefetch, String encounterId) {
    List<FhirNode> encounters =
        resources(prefetch, PrefetchKey.ENCOUNTERS).stream()
            .filter(each -> !encounterId.isEmpty())
            .filter(each -> each.text(Element.ID).orElse("").equals(encounterId))
            .toList();
    boolean emergency =
        encounters.stream()
            .anyMatch(each -> FhirShapes.concept(each.at(Element.CLASS)).hasCode(EMERGENCY));
    boolean breakGlass =
        Stream.concat(Stream.of(patient), encounters.stream()).anyMatch(VisitReader::isLabelled);
    return new Visit(emergency, breakGlass, isSupport(prefetch));
  }

  private static boolean isLabelled(FhirNode resource) {
    return resource.at(Element.META).each(Element.SECURITY).stream()
        .anyMatch(label -> label.text(Element.CODE).orElse("").equals(BREAK_GLASS));
  }

  /** Every role and specialty that is named is one of support, and one is named. */
  private static boolean isSupport(Prefetch prefetch) {
    List<Concept> named = new ArrayList<>();
    for (FhirNode role : resources(prefetch, PrefetchKey.PRACTITIONER_ROLE)) {
      named.addAll(FhirShapes.concepts(role, Element.CODE));
      named.addAll(FhirShapes.concepts(role, Element.SPECIALTY));
    }
    return !named.isEmpty() && named.stream().allMatch(VisitReader::isSupport);
  }

  private static boolean isSupport(Concept concept) {
    return concept.names().stream()
        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+")))
        .anyMatch(word -> SUPPORT.stream().anyMatch(word::startsWith));
  }

  private static List<FhirNode> resources(Prefetch prefetch, PrefetchKey key) {
    return prefetch.state(key) instanceof Prefetched.Resources(List<FhirNode> resources, _, _, _)
        ? resources
        : List.of();
  }
}
