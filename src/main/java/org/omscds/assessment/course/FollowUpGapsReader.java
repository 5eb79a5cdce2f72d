package org.omscds.assessment.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.omscds.assessment.course.FollowUpGaps.Gap;
import org.omscds.assessment.course.FollowUpGaps.Need;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.finding.Findings;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.ScaleItem;
import org.omscds.patient.PatientRecord;

/**
 * Reads from findings, the last severity score and the orders what the follow-up lacks. Where
 * neither procedures nor orders were sent, a lack is not known and none is named.
 */
public final class FollowUpGapsReader {

  /** Months from the onset until a lack counts. */
  private static final int FROM_MONTHS = 3;

  /** Before school entry a test holds for a year; [PROPOSAL]. */
  private static final int TEST_DAYS = 365;

  /** Later a test holds for two years: "every 2 to 3 years"; [PROPOSAL]. */
  private static final int TEST_DAYS_AT_SCHOOL = 730;

  private static final int SCHOOL_ENTRY_MONTHS = 6 * 12;
  private static final int EDUCATION_FROM_MONTHS = 3 * 12;
  private static final int ADULT_FROM_MONTHS = 18 * 12;
  private static final int TRANSITION_FROM_MONTHS = 14 * 12;

  /** A steroid for this long calls for the eyes and the bones to be looked at. */
  private static final int LONG_STEROID_DAYS = 90;

  private static final String TEST = "W19-NEUROPSYCH";

  private final KnowledgeBase knowledge;

  public FollowUpGapsReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Reads one chart of known OMS.
   *
   * @param onset first day of the disease
   * @param inRemission in which an adult is not asked for a test any more
   */
  public FollowUpGaps read(
      PatientRecord patient,
      Findings findings,
      DiseaseCourse course,
      OrderHistory orders,
      Optional<LocalDate> onset,
      boolean inRemission) {
    LocalDate today = patient.consultationDate();
    boolean late = onset.filter(day -> !day.plusMonths(FROM_MONTHS).isAfter(today)).isPresent();
    boolean unseen = patient.lacks("procedures") && patient.lacks("serviceRequests");
    if (unseen || !(late || course.worsening().relapses() > 0)) {
      return FollowUpGaps.NONE;
    }
    Chart chart = new Chart(findings, course, today, knowledge.site().windows().currentDays());
    OptionalLong age = patient.ageInMonths(today);
    Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
    int speech =
        chart.worst(
            List.of(ScaleItem.SPEECH),
            FindingId.DYSARTHRIA,
            FindingId.LOSS_OF_SPEECH,
            FindingId.EXPRESSIVE_LANGUAGE_DELAY,
            FindingId.DROOLING,
            FindingId.FEEDING_DIFFICULTY);
    int walking =
        chart.worst(
            List.of(ScaleItem.STANCE, ScaleItem.GAIT),
            FindingId.ATAXIA,
            FindingId.LOSS_OF_AMBULATION,
            FindingId.HYPOTONIA);
    int hands = chart.worst(List.of(ScaleItem.ARM_HAND), FindingId.TREMOR);
    if (isTestDue(age, orders, inRemission)) {
      gaps.put(Gap.COGNITIVE_TEST, 1);
    }
    putWhereDue(gaps, Gap.SPEECH_THERAPY, speech, "REF-SLT", orders);
    putWhereDue(gaps, Gap.PHYSIOTHERAPY, walking, "REF-PT", orders);
    putWhereDue(gaps, Gap.OCCUPATIONAL_THERAPY, hands, "REF-OT", orders);
    boolean atSchool =
        age.isPresent()
            && age.getAsLong() >= EDUCATION_FROM_MONTHS
            && age.getAsLong() < ADULT_FROM_MONTHS;
    if (atSchool && isDue("SCHOOL-PLAN", orders)) {
      gaps.put(Gap.SCHOOL_PLAN, 0);
    }
    return new FollowUpGaps(
        gaps.keySet().stream()
            .sorted(
                Comparator.comparingInt((Gap gap) -> -gaps.getOrDefault(gap, 0))
                    .thenComparing(gap -> gap))
            .toList(),
        needs(chart, age, Math.max(speech, Math.max(walking, hands)) > 0));
  }

  private Set<Need> needs(Chart chart, OptionalLong age, boolean impaired) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    if (chart.has(FindingId.SLEEP_DISTURBANCE, FindingId.INSOMNIA)) {
      needs.add(Need.SLEEP);
    }
    int mood =
        chart.worst(
            List.of(ScaleItem.MOOD),
            FindingId.BEHAVIOUR_CHANGE,
            FindingId.RAGE_OR_INCONSOLABLE,
            FindingId.MOOD_CHANGE,
            FindingId.SLEEP_DISTURBANCE,
            FindingId.INSOMNIA);
    if (mood > 0) {
      needs.add(Need.PSYCHOLOGY);
    }
    boolean steroid =
        chart.course().treatment().steroidCourses().stream()
            .filter(Agent::current)
            .anyMatch(
                each -> ChronoUnit.DAYS.between(each.first(), chart.today()) >= LONG_STEROID_DAYS);
    if (steroid || chart.has(FindingId.FEEDING_DIFFICULTY, FindingId.MALNUTRITION)) {
      needs.add(Need.DIETITIAN);
    }
    if (steroid || chart.has(FindingId.STRABISMUS)) {
      needs.add(Need.EYES);
    }
    boolean sequelae = impaired || mood > 0 || chart.has(FindingId.COGNITIVE_IMPAIRMENT);
    if (sequelae
        && age.isPresent()
        && age.getAsLong() >= TRANSITION_FROM_MONTHS
        && age.getAsLong() < ADULT_FROM_MONTHS) {
      needs.add(Need.TRANSITION);
    }
    return needs;
  }

  private boolean isTestDue(OptionalLong age, OrderHistory orders, boolean inRemission) {
    boolean adult = age.isEmpty() || age.getAsLong() >= ADULT_FROM_MONTHS;
    if (adult && inRemission) {
      return false;
    }
    boolean atSchool = adult || age.getAsLong() >= SCHOOL_ENTRY_MONTHS;
    int days = atSchool ? TEST_DAYS_AT_SCHOOL : TEST_DAYS;
    boolean done =
        orders.results().stream()
            .filter(each -> each.orders().contains(TEST))
            .anyMatch(each -> each.date().isWithinDaysBefore(orders.today(), days));
    return !done && isDue(TEST, orders);
  }

  private void putWhereDue(
      Map<Gap, Integer> gaps, Gap gap, int worst, String order, OrderHistory orders) {
    if (worst > 0 && isDue(order, orders)) {
      gaps.put(gap, worst);
    }
  }

  private boolean isDue(String order, OrderHistory orders) {
    return orders.state(knowledge.order(order), Optional.empty()) instanceof OrderHistory.State.Due;
  }

  /** What is asked of one chart: signs of now, and the items of the last score of now. */
  private record Chart(Findings findings, DiseaseCourse course, LocalDate today, int currentDays) {

    boolean has(FindingId... ids) {
      return findings.present(ids).stream()
          .filter(each -> !each.isOver())
          .map(each -> each.lastSaid(today))
          .anyMatch(this::isCurrent);
    }

    /** The highest of the items; a sign without any score counts as one. */
    int worst(List<ScaleItem> items, FindingId... ids) {
      int scored =
          course.scores().latest().stream()
              .filter(each -> isCurrent(each.day()))
              .flatMap(each -> items.stream().map(each.score().items()::get))
              .filter(Objects::nonNull)
              .mapToInt(Integer::intValue)
              .max()
              .orElse(0);
      return Math.max(scored, has(ids) ? 1 : 0);
    }

    private boolean isCurrent(LocalDate day) {
      return ChronoUnit.DAYS.between(day, today) <= currentDays;
    }
  }
}
