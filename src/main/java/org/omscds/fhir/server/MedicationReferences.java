package org.omscds.fhir.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.Prefetched;
import org.omscds.fhir.WholeResource;

/**
 * Finds the Medications that drugs refer to and that nobody sent along. In the chart a reference
 * with a display names its drug well enough; of a draft that is to be checked the code is wanted.
 */
final class MedicationReferences {

  private static final Set<String> DRUGS =
      Set.of("MedicationRequest", "MedicationAdministration", "MedicationStatement");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:(.+)/)?Medication/([^/#?]+)(?:/_history/[^/]+)?");

  private final String base;
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> present = new HashSet<>();

  private MedicationReferences(String base) {
    this.base = base;
  }

  /**
   * The ids of the Medications that are missing.
   *
   * @param base the address of the FHIR server: what stands on another is not asked for
   */
  static List<String> missing(Prefetch prefetch, List<WholeResource> drafts, String base) {
    MedicationReferences references = new MedicationReferences(base);
    for (Prefetched state : prefetch.states().values()) {
      if (state instanceof Prefetched.Resources chart) {
        chart.resources().forEach(each -> references.note(each, false));
        chart.uuids().keySet().forEach(references.present::add);
      }
    }
    drafts.forEach(draft -> references.note(draft.node(), true));
    List<String> ids = new ArrayList<>(references.missing);
    ids.removeAll(references.present);
    return ids;
  }

  private void note(FhirNode resource, boolean draft) {
    String type = resource.resourceType();
    if (type.equals("Medication")) {
      resource.text(Element.ID).ifPresent(present::add);
    } else if (DRUGS.contains(type)) {
      FhirNode reference = resource.at(Element.MEDICATION_REFERENCE);
      if (draft || reference.text(Element.DISPLAY).isEmpty()) {
        reference.text(Element.REFERENCE).flatMap(this::idHere).ifPresent(missing::add);
      }
    }
  }

  private Optional<String> idHere(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    return parts.matches() && (parts.group(1) == null || parts.group(1).equals(base))
        ? Optional.of(parts.group(2))
        : Optional.empty();
  }
}
