package org.omscds.assessment;

import static org.omscds.knowledge.Pillar.D;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.assessment.course.Agent;
import org.omscds.assessment.course.FollowUpGaps;
import org.omscds.assessment.course.FollowUpGaps.Gap;
import org.omscds.assessment.course.FollowUpGaps.Need;
import org.omscds.assessment.instrument.GenoaCriteria;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.RepeatSearch;
import org.omscds.assessment.workup.TumourSearch;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.patient.Concept;
import org.omscds.patient.MedicationUse;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Sex;

/** Decides what else of the workup, the baseline and the follow-up the chart calls for. */
final class WorkupFacts {

  /** A younger child needs an anaesthetic for a scan; [PROPOSAL]. */
  private static final int ANAESTHETIC_UNTIL_MONTHS = 8 * 12;

  private static final int PREGNANCY_FROM_MONTHS = 10 * 12;
  private static final int PREGNANCY_UNTIL_MONTHS = 55 * 12;
  private static final int LONG_STEROID_DAYS = 90;

  /** Ataxia of this duration is chronic; [PROPOSAL]. */
  private static final int CHRONIC_DAYS = 90;

  private static final String FAMILY_HISTORY = "family history";
  private static final String MIBG = "MIBG";

  /** Drugs that a lack of G6PD makes dangerous (B13). */
  private static final Set<String> NEED_G6PD = Set.of("dapsone", "dapson", "rasburicase");

  /** Findings of a course or a sign that make a hereditary cause worth asking for (W21). */
  private static final FindingId[] HEREDITARY_CLUES = {
    FindingId.CHRONIC_ATAXIA, FindingId.PAROXYSMAL_COURSE, FindingId.TELANGIECTASIA
  };

  private static final Set<FindingId> FAMILIAL =
      EnumSet.of(
          FindingId.ATAXIA,
          FindingId.MYOCLONUS,
          FindingId.OPSOCLONUS,
          FindingId.CHRONIC_ATAXIA,
          FindingId.PAROXYSMAL_COURSE);

  private WorkupFacts() {}

  static Set<Fact> of(ClinicalPicture picture, KnowledgeBase knowledge) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    addTumourSearch(picture, knowledge, facts);
    addPreparations(picture, knowledge, facts);
    addRepeatSearch(picture.followUp().repeatSearch(), picture, facts);
    addGaps(picture.followUp().gaps(), facts);
    return facts;
  }

  private static void addTumourSearch(
      ClinicalPicture picture, KnowledgeBase knowledge, Set<Fact> facts) {
    TumourSearch searched = picture.workup().tumourSearch();
    boolean there = picture.pillars().of(D).isPresent();
    boolean perhaps = picture.pillars().of(D).isPossible();
    boolean imaged = picture.imaging().missing().isEmpty() || isScheduled(picture);
    boolean mibgDone =
        picture.orders().state(knowledge.order("W02"), picture.onset())
            instanceof OrderHistory.State.Done;
    boolean mibgNegative = searched.all().stream().anyMatch(each -> each.modality().equals(MIBG));
    boolean typical =
        picture.criteria().verdict() == GenoaCriteria.Verdict.MET || picture.diagnosis().isKnown();
    boolean further = imaged && mibgDone && !there && typical;
    add(facts, Fact.MIBG_CALLED_FOR, imaged || there || perhaps);
    add(facts, Fact.FURTHER_TUMOUR_IMAGING_CALLED_FOR, further);
    add(facts, Fact.TUMOUR_PET_CALLED_FOR, further || (there && mibgNegative));
  }

  private static void addPreparations(
      ClinicalPicture picture, KnowledgeBase knowledge, Set<Fact> facts) {
    PatientRecord patient = picture.patient();
    OptionalLong age = patient.ageInMonths(picture.today());
    boolean young = age.isPresent() && age.getAsLong() < ANAESTHETIC_UNTIL_MONTHS;
    add(facts, Fact.ANAESTHETIC_LIKELY, young && isSomethingToDo(picture, knowledge));
    add(
        facts,
        Fact.GENETICS_CALLED_FOR,
        isStanding(picture, HEREDITARY_CLUES)
            || isChronic(picture)
            || picture.findings().notCounted().stream()
                .anyMatch(each ->
                    FAMILIAL.contains(each.finding()) && each.reason().equals(FAMILY_HISTORY)));
    add(
        facts,
        Fact.MAY_BE_PREGNANT,
        patient.sex() != Sex.MALE
            && age.isPresent()
            && age.getAsLong() >= PREGNANCY_FROM_MONTHS
            && age.getAsLong() < PREGNANCY_UNTIL_MONTHS);
    add(facts, Fact.G6PD_NEEDED, needsG6pd(patient));
    add(
        facts,
        Fact.TRAZODONE_TAKEN,
        picture.findings().exposedTo(drug -> drug == DrugClass.SEROTONERGIC).stream()
            .filter(Exposure::current)
            .anyMatch(each -> each.ingredient().equals("trazodone")));
    add(
        facts,
        Fact.LONG_STEROID,
        picture.course().treatment().steroidCourses().stream()
            .filter(Agent::current)
            .anyMatch(each ->
                ChronoUnit.DAYS.between(each.first(), picture.today()) >= LONG_STEROID_DAYS));
  }

  /** A scan of the tumour search, an MRI of the brain or a lumbar puncture is still due. */
  private static boolean isSomethingToDo(ClinicalPicture picture, KnowledgeBase knowledge) {
    return !picture.imaging().missing().isEmpty()
        || Stream.of("W10", "W11")
            .map(knowledge::order)
            .map(order -> picture.orders().state(order, picture.onset()))
            .anyMatch(state -> !(state instanceof OrderHistory.State.Done));
  }

  /** Ataxia without recovery for so long that nothing known explains it. */
  private static boolean isChronic(ClinicalPicture picture) {
    return !picture.diagnosis().isKnown()
        && picture.reading().ataxia().lastingDays().orElse(0) >= CHRONIC_DAYS;
  }

  private static boolean isStanding(ClinicalPicture picture, FindingId... ids) {
    return picture.findings().present(ids).stream().anyMatch(each -> !each.isOver());
  }

  private static boolean needsG6pd(PatientRecord patient) {
    Stream<Concept> recorded =
        patient.medications().stream()
            .filter(use -> use.state() == MedicationUse.State.CURRENT)
            .flatMap(use -> use.concepts().stream());
    Stream<Concept> drafted = patient.drafts().stream().flatMap(draft -> draft.concepts().stream());
    return Stream.concat(recorded, drafted)
        .map(concept -> concept.display().toLowerCase(Locale.ROOT))
        .anyMatch(name -> NEED_G6PD.stream().anyMatch(name::contains));
  }

  private static void addRepeatSearch(
      RepeatSearch repeat, ClinicalPicture picture, Set<Fact> facts) {
    add(facts, Fact.REPEAT_SEARCH_SCHEDULED, isScheduled(picture));
    switch (repeat) {
      case RepeatSearch.Due due -> {
        facts.add(Fact.REPEAT_SEARCH_DUE);
        add(facts, Fact.REPEAT_SEARCH_OVERDUE, due.isOverdue());
      }
      case RepeatSearch.Pending _ -> facts.add(Fact.REPEAT_SEARCH_DUE);
      case RepeatSearch.NotDue _, RepeatSearch.NotCalledFor _ -> {}
    }
  }

  private static boolean isScheduled(ClinicalPicture picture) {
    return picture.imagedSinceOnset()
        && !(picture.followUp().repeatSearch() instanceof RepeatSearch.NotCalledFor);
  }

  private static void addGaps(FollowUpGaps follow, Set<Fact> facts) {
    add(facts, Fact.FOLLOW_UP_GAP, !follow.gaps().isEmpty());
    for (Gap gap : follow.gaps()) {
      facts.add(
          switch (gap) {
            case COGNITIVE_TEST -> Fact.COGNITIVE_TEST_DUE;
            case SPEECH_THERAPY -> Fact.SPEECH_THERAPY_DUE;
            case PHYSIOTHERAPY -> Fact.PHYSIOTHERAPY_DUE;
            case OCCUPATIONAL_THERAPY -> Fact.OCCUPATIONAL_THERAPY_DUE;
            case SCHOOL_PLAN -> Fact.SCHOOL_PLAN_DUE;
          });
    }
    for (Need need : follow.needs()) {
      facts.add(
          switch (need) {
            case PSYCHOLOGY -> Fact.PSYCHOLOGY_CALLED_FOR;
            case SLEEP -> Fact.SLEEP_DISTURBED;
            case DIETITIAN -> Fact.DIETITIAN_CALLED_FOR;
            case EYES -> Fact.EYE_FOLLOW_UP_CALLED_FOR;
            case TRANSITION -> Fact.TRANSITION_CALLED_FOR;
          });
    }
  }

  private static void add(Set<Fact> facts, Fact fact, boolean holds) {
    if (holds) {
      facts.add(fact);
    }
  }
}
