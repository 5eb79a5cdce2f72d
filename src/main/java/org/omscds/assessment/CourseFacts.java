package org.omscds.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.omscds.assessment.course.Agent;
import org.omscds.assessment.course.DiseaseCourse;
import org.omscds.assessment.course.Response;
import org.omscds.assessment.course.Response.Verdict;
import org.omscds.assessment.course.SeverityScore;
import org.omscds.assessment.course.Worsening;
import org.omscds.assessment.instrument.MitchellPikeScale;
import org.omscds.assessment.instrument.MitchellPikeScale.Band;
import org.omscds.assessment.instrument.Relapse.Kind;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;

/** Decides which facts of the course of known OMS hold. */
final class CourseFacts {

  /** A steroid for longer than four weeks is tapered with a plan. */
  private static final int STEROID_DAYS = 28;

  private CourseFacts() {}

  static void add(ClinicalPicture picture, KnowledgeBase knowledge, Set<Fact> facts) {
    if (!picture.diagnosis().isKnown()) {
      return;
    }
    DiseaseCourse course = picture.course();
    addWorsening(course.worsening(), picture, facts);
    addResponse(course.response(), facts);
    add(facts, Fact.STEROID_WORKS, steroidWorks(course, picture.today()));
    add(facts, Fact.MODERATE_OR_RELAPSING, isModerateOrRelapsing(course));
    add(facts, Fact.ESCALATION_READY, isReady(picture, knowledge, facts));
  }

  private static void addWorsening(Worsening worsening, ClinicalPicture picture, Set<Fact> facts) {
    boolean relapse = worsening.kind() == Kind.RELAPSE;
    boolean perhaps = worsening.kind() == Kind.UNCONFIRMED;
    add(facts, Fact.OMS_RELAPSE, relapse);
    add(facts, Fact.OMS_RELAPSE_UNCONFIRMED, perhaps);
    add(facts, Fact.RELAPSE_FROM_REMISSION, relapse && picture.diagnosis().isInRemission());
    if (relapse || perhaps) {
      add(facts, Fact.WORSE_AFTER_REDUCTION, worsening.followsReduction());
      add(facts, Fact.WORSE_WITH_INFECTION, !worsening.infections().isEmpty());
      add(facts, Fact.WORSE_OFF_STEROID, worsening.offSteroid());
      add(facts, Fact.STEROID_DEPENDENT, worsening.steroidDependent());
    }
  }

  private static void addResponse(Response response, Set<Fact> facts) {
    add(facts, Fact.RESPONSE_INADEQUATE_EARLY, response.verdict() == Verdict.INADEQUATE_EARLY);
    add(facts, Fact.RESPONSE_INADEQUATE, response.verdict() == Verdict.INADEQUATE);
    add(facts, Fact.IVIG_WITHOUT_BENEFIT, response.ivigWithoutBenefit());
    add(facts, Fact.UNABLE_TO_WALK_ON_TREATMENT, response.cannotWalk());
    add(facts, Fact.SCORE_OVERDUE, response.scoreOverdue());
  }

  /** Node 2c-i: a steroid or ACTH for more than four weeks, and a fall of two points or more. */
  private static boolean steroidWorks(DiseaseCourse course, LocalDate today) {
    List<SeverityScore> pair = course.response().compared();
    boolean better =
        !pair.isEmpty()
            && pair.getFirst().score().total() - pair.getLast().score().total()
                >= MitchellPikeScale.MEANINGFUL_CHANGE;
    return better
        && course.treatment().agents().stream()
            .filter(each -> each.isSteroid() && each.current())
            .map(Agent::first)
            .anyMatch(first -> ChronoUnit.DAYS.between(first, today) > STEROID_DAYS);
  }

  private static boolean isModerateOrRelapsing(DiseaseCourse course) {
    boolean moderate =
        course
            .scores()
            .latest()
            .flatMap(last -> MitchellPikeScale.band(last.score()))
            .filter(band -> band == Band.MODERATE || band == Band.SEVERE)
            .isPresent();
    return moderate || course.worsening().relapses() > 0;
  }

  /**
   * The published escalation is shown when the response is inadequate at week 12, the last score is
   * severe, or the disease relapsed; the baseline tests are done; neurology was asked; and no
   * infection is active. [PROPOSAL]
   */
  private static boolean isReady(
      ClinicalPicture picture, KnowledgeBase knowledge, Set<Fact> facts) {
    DiseaseCourse course = picture.course();
    boolean severe =
        course
            .scores()
            .latest()
            .flatMap(last -> MitchellPikeScale.band(last.score()))
            .filter(Band.SEVERE::equals)
            .isPresent();
    boolean called =
        severe
            || course.response().isInadequateLate(knowledge.site().course())
            || course.worsening().relapses() > 0;
    boolean tested =
        knowledge.orderGroups().getOrDefault("BASELINE", List.of()).stream()
            .map(knowledge::order)
            .filter(order -> order.isFor(facts))
            .map(order -> picture.orders().state(order, picture.onset()))
            .allMatch(OrderHistory.State.Done.class::isInstance);
    return called
        && tested
        && picture.infections().isEmpty()
        && picture
            .orders()
            .wasAsked(knowledge.order("REF-NEURO"), knowledge.site().care().specialistDays());
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }
}
