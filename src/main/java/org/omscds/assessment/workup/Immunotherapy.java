package org.omscds.assessment.workup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omscds.finding.Exposure;
import org.omscds.finding.Findings;
import org.omscds.knowledge.DrugClass;

/**
 * Which immunotherapy is recorded since the neurological onset.
 *
 * <p>The dose is not read here. So a steroid counts as a course when it is current, or was ordered
 * or given on at least two days, or over a recorded period; what was given on one past day, such as
 * for croup, is shown and does not count, and hydrocortisone, which replaces and does not treat,
 * never does.
 *
 * @param courses what counts as immunotherapy
 * @param singleDoses past single doses of a steroid
 */
public record Immunotherapy(List<Exposure> courses, List<Exposure> singleDoses) {

  private static final Set<String> REPLACEMENT = Set.of("hydrocortisone");

  public Immunotherapy {
    courses = List.copyOf(courses);
    singleDoses = List.copyOf(singleDoses);
  }

  public static Immunotherapy since(Optional<LocalDate> onset, Findings findings) {
    List<Exposure> all =
        findings.exposedTo(DrugClass::isImmunotherapy).stream()
            .filter(each -> !REPLACEMENT.contains(each.ingredient()))
            .filter(each -> onset.filter(day -> !each.sinceOrUnknown(day)).isEmpty())
            .toList();
    List<Exposure> steroids =
        all.stream().filter(each -> each.drugClass() == DrugClass.STEROID).toList();
    long days = steroids.stream().map(Exposure::start).distinct().count();
    boolean steroidCourse =
        days > 1 || steroids.stream().anyMatch(each -> each.current() || lastedDays(each));
    List<Exposure> singles = steroidCourse ? List.of() : steroids;
    return new Immunotherapy(
        all.stream().filter(each -> !singles.contains(each)).toList(), singles);
  }

  /** A recorded period of more than a day is a course. */
  private static boolean lastedDays(Exposure exposure) {
    return exposure
        .end()
        .day()
        .filter(end -> exposure.start().day().filter(end::isAfter).isPresent())
        .isPresent();
  }
}
