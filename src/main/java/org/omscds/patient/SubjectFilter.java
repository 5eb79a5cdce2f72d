package org.omscds.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omscds.fhir.Element;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.Prefetched;

/**
 * Keeps what is the patient's and counts what is not: an answer drawn from another patient's chart
 * is the worst fault there is. References are compared by logical id, whatever server they name,
 * because gateways rename servers; a UUID stands for the resource that a Bundle gives it to. What
 * names no subject was found under the patient and is kept.
 */
final class SubjectFilter {

  private record Left(String where, String type) {}

  private final String patientId;
  private final Map<String, String> uuids = new HashMap<>();
  private final Map<Left, Integer> leftOut = new LinkedHashMap<>();

  /** A filter for the patient of that logical id. */
  SubjectFilter(String patientId, Prefetch prefetch) {
    this.patientId = patientId;
    for (Prefetched state : prefetch.states().values()) {
      if (state instanceof Prefetched.Resources chart) {
        uuids.putAll(chart.uuids());
      }
    }
  }

  /**
   * Whether a resource is the patient's.
   *
   * @param where the key or the member of the context that holds it
   * @param type what it may be called in a gap
   */
  boolean keeps(String where, String type, FhirNode resource) {
    boolean kept = subject(resource).map(this::isThePatient).orElse(true);
    if (!kept) {
      leftOut.merge(new Left(where, type), 1, Integer::sum);
    }
    return kept;
  }

  /** What was left out, with its number. */
  List<DataGap> gaps() {
    List<DataGap> gaps = new ArrayList<>();
    leftOut.forEach((left, count) ->
        gaps.add(
            new DataGap(
                left.where(),
                DataGap.Reason.OTHER_PATIENT,
                count == 1
                    ? "a " + left.type() + " of another patient was left out"
                    : count + " of type " + left.type() + " of another patient were left out")));
    return gaps;
  }

  private static Optional<String> subject(FhirNode resource) {
    return FhirShapes.target(resource.at(Element.SUBJECT))
        .or(() -> FhirShapes.target(resource.at(Element.PATIENT)));
  }

  private boolean isThePatient(String reference) {
    if (reference.startsWith("#")) {
      return true;
    }
    ReferenceId named = ReferenceId.of(reference);
    if (reference.startsWith(Prefetched.UUID_URN)) {
      return named.id().equalsIgnoreCase(patientId)
          || uuids.getOrDefault(named.id(), "").equals("Patient/" + patientId);
    }
    return (named.type().isEmpty() || named.type().equals("Patient"))
        && named.id().equals(patientId);
  }
}
