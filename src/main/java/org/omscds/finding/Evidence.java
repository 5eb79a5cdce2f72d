package org.omscds.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omscds.finding.result.TestResult;
import org.omscds.patient.ClinicalDate;

/**
 * Where something stands in the chart. It travels from the resource to the card.
 *
 * @param reference {@code Type/id} of the resource
 * @param element the element of the resource, as FHIR names it and without the type, such as {@code
 *     component[0].value}; several are parted by a comma; empty for the resource as a whole
 * @param seen the words or the code's display as they stand there
 * @param date when it was so, or was written down
 */
public record Evidence(String reference, String element, String seen, ClinicalDate date) {

  /** A resource as a whole. */
  public Evidence(String reference, String seen, ClinicalDate date) {
    this(reference, "", seen, date);
  }

  /** Where a result stands. */
  public static Evidence of(TestResult result) {
    return new Evidence(result.reference(), result.element(), result.seen(), result.date());
  }

  /** One entry for each resource, in order; what several places of a resource say is joined. */
  public static List<Evidence> byResource(List<Evidence> all) {
    Map<String, Evidence> merged = new LinkedHashMap<>();
    for (Evidence each : all) {
      merged.merge(each.reference(), each, Evidence::and);
    }
    return new ArrayList<>(merged.values());
  }

  private Evidence and(Evidence other) {
    String more = other.seen.replace("\"", "").toLowerCase(Locale.ROOT);
    boolean said = seen.toLowerCase(Locale.ROOT).contains(more);
    return new Evidence(
        reference,
        joined(element, other.element, ", "),
        said ? seen : seen + "; " + other.seen,
        date);
  }

  private static String joined(String one, String other, String between) {
    if (one.isEmpty() || List.of(one.split(between)).contains(other)) {
      return one.isEmpty() ? other : one;
    }
    return other.isEmpty() ? one : one + between + other;
  }
}
