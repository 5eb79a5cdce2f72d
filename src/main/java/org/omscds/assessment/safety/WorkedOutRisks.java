package org.omscds.assessment.safety;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.omscds.assessment.workup.HepatitisB;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.SteroidDose;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.Words;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.Order;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;

/** Sees the risks that take more than one list: ages, intervals, serology, samples, allergies. */
final class WorkedOutRisks {

  private static final int CHILDBEARING_FROM_MONTHS = 10 * 12;
  private static final int CHILDBEARING_TO_MONTHS = 55 * 12;
  private static final int OLD_MONTHS = 65 * 12;
  private static final int YOUNG_MONTHS = 25 * 12;
  private static final int POLYTHERAPY_MONTHS = 24;
  private static final int INFANT_MONTHS = 12;
  private static final int NEWBORN_MONTHS = 1;
  private static final int ANTIMICROBIAL_DAYS = 7;
  private static final int SURGERY_DAYS = 14;
  private static final int WEIGHT_DAYS = 90;
  private static final int STEROID_DAYS = 3;

  private static final Set<String> SURGERY_WORDS =
      Set.of(
          "resection", "excision", "surgery", "laparotomy", "thoracotomy", "biopsy", "operation");

  private static final Set<String> SUCROSE_FREE = Set.of("free", "no");
  private static final Set<String> NOT_O = Set.of("a", "b", "ab");

  private final KnowledgeBase knowledge;
  private final Map<Risk, BiFunction<DraftedAgent, ChartInReview, RiskState>> rules;

  WorkedOutRisks(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    VaccineRisks vaccines = new VaccineRisks(knowledge);
    ImagingRisks imaging = new ImagingRisks(knowledge);
    this.rules =
        Map.ofEntries(
            entry(
                Risk.IGA_UNDETECTABLE_WITH_ANTI_IGA,
                (_, chart) -> SerologyRisks.undetectableIga(chart)),
            entry(Risk.IGA_LOW, (_, chart) -> SerologyRisks.lowIga(chart)),
            entry(Risk.EGFR_BELOW_30, (_, chart) -> ImagingRisks.egfrBelow30(chart)),
            entry(Risk.OVER_65_YEARS, (_, chart) -> age(chart, OLD_MONTHS + 12, Integer.MAX_VALUE)),
            entry(Risk.UNDER_25_YEARS, (_, chart) -> age(chart, 0, YOUNG_MONTHS)),
            entry(Risk.INFANT, (_, chart) -> age(chart, 0, INFANT_MONTHS)),
            entry(
                Risk.INFANT_BENZYL_ALCOHOL,
                (_, chart) -> age(chart, NEWBORN_MONTHS, INFANT_MONTHS)),
            entry(Risk.NEONATE_BENZYL_ALCOHOL, (_, chart) -> age(chart, 0, NEWBORN_MONTHS)),
            entry(Risk.BLOOD_GROUP_NOT_O, (_, chart) -> bloodGroup(chart)),
            entry(Risk.SUCROSE_IN_PRODUCT, (drafted, _) -> sucrose(drafted)),
            entry(Risk.INFECTION, (_, chart) -> RiskState.of(chart.infections())),
            entry(
                Risk.UNTREATED_INFECTION,
                (_, chart) -> untreated(chart, FindingId.SYSTEMIC_INFECTION)),
            entry(
                Risk.UNTREATED_CNS_INFECTION,
                (_, chart) -> untreated(chart, FindingId.CNS_INFECTION)),
            entry(Risk.LIVE_VACCINE_RECENT, (_, chart) -> vaccines.liveVaccine(chart)),
            entry(Risk.VARICELLA_NOT_IMMUNE, (_, chart) -> SerologyRisks.notImmune(chart)),
            entry(
                Risk.VARICELLA_IMMUNITY_UNKNOWN,
                (_, chart) -> SerologyRisks.immunityUnknown(chart)),
            entry(Risk.SAMPLES_NOT_DRAWN, (_, chart) -> samples(chart)),
            entry(Risk.DECONGESTANT_OR_ANTIHISTAMINE, (_, chart) -> draftedColdRemedy(chart)),
            entry(Risk.DOSE_NOT_GIVEN, (drafted, _) -> doseNotGiven(drafted)),
            entry(
                Risk.HEPATITIS_B_POSITIVE,
                (_, chart) ->
                    SerologyRisks.hepatitisB(
                        chart,
                        HepatitisB.Status.POSITIVE_ANTIGEN,
                        HepatitisB.Status.ANTI_HBC_POSITIVE)),
            entry(
                Risk.HEPATITIS_B_POSSIBLY_PASSIVE,
                (_, chart) ->
                    SerologyRisks.hepatitisB(chart, HepatitisB.Status.ANTI_HBC_POSSIBLY_PASSIVE)),
            entry(Risk.HEPATITIS_B_UNTESTED, (_, chart) -> SerologyRisks.hepatitisBUntested(chart)),
            entry(Risk.PREGNANCY_NOT_EXCLUDED, (_, chart) -> pregnancyNotExcluded(chart)),
            entry(Risk.MIBG_PLANNED, (_, chart) -> imaging.mibgPlanned(chart)),
            entry(Risk.POLYTHERAPY_UNDER_2_YEARS, (_, chart) -> polytherapy(chart)),
            entry(Risk.MIBG_INTERFERING_DRUG, (_, chart) -> ImagingRisks.mibgInterference(chart)),
            entry(Risk.THYROID_BLOCK_MISSING, (_, chart) -> ImagingRisks.thyroidBlock(chart)),
            entry(
                Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE,
                (_, chart) -> VaccineRisks.immunosuppressed(chart)),
            entry(
                Risk.STEROID_COURSE_DOSE_UNKNOWN, (_, chart) -> VaccineRisks.steroidCourse(chart)),
            entry(Risk.IVIG_INTERVAL, VaccineRisks::ivigInterval),
            entry(Risk.STEROID_OR_ACTH_CURRENT, (_, chart) -> steroidNow(chart)),
            entry(Risk.ON_PITFALLS_LIST, (_, _) -> new RiskState.Seen(List.of(), "")));
  }

  /** Whether a risk is seen; one that is not worked out here is not. */
  RiskState state(Risk risk, DraftedAgent drafted, ChartInReview chart) {
    BiFunction<DraftedAgent, ChartInReview, RiskState> rule = rules.get(risk);
    return rule == null ? new RiskState.NotSeen() : rule.apply(drafted, chart);
  }

  /** What a list has seen, without a contact that is over or against which immunity is proven. */
  RiskState narrowed(Risk risk, RiskState state, ChartInReview chart) {
    if (risk == Risk.VARICELLA_OR_MEASLES_EXPOSURE
        && state instanceof RiskState.Seen(List<Evidence> evidence, _)) {
      return SerologyRisks.contacts(evidence, chart);
    }
    return state;
  }

  /** The newest body weight in kilograms of the last 90 days. */
  Optional<BigDecimal> kilograms(ChartInReview chart) {
    return chart.patient().observations().stream()
        .filter(each -> each.status() != ResultStatus.VOID)
        .filter(each -> each.effective().isWithinDaysBefore(chart.today(), WEIGHT_DAYS))
        .sorted(
            Comparator.comparing(
                (Observed each) -> each.effective().day().orElse(LocalDate.MIN),
                Comparator.reverseOrder()))
        .flatMap(each -> each.items().stream())
        .filter(
            item -> ConceptNames.isAbout(item.concept(), "body-weight", knowledge.terminology()))
        .flatMap(item -> kilograms(item.value()).stream())
        .findFirst();
  }

  private static Optional<BigDecimal> kilograms(ObservedValue value) {
    return value instanceof ObservedValue.Measured(BigDecimal number, String unit, _)
            && unit.equals("kg")
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Pain after surgery is treated without a word: within 14 days of it, or before one ordered. */
  boolean isAroundSurgery(ChartInReview chart) {
    boolean done =
        chart.patient().procedures().stream()
            .filter(each -> each.performed().isWithinDaysBefore(chart.today(), SURGERY_DAYS))
            .anyMatch(each -> isSurgery(each.concept()));
    boolean coming =
        chart.patient().requests().stream()
            .filter(each -> each.state() == Order.State.PENDING)
            .filter(each -> each.authored().isWithinDaysBefore(chart.today(), SURGERY_DAYS))
            .anyMatch(each -> isSurgery(each.concept()));
    return done || coming;
  }

  private boolean isSurgery(Concept concept) {
    return ConceptNames.isAbout(concept, "tumour-excision", knowledge.terminology())
        || ConceptNames.isAbout(concept, "biopsy", knowledge.terminology())
        || ConceptNames.words(concept).anyMatch(SURGERY_WORDS::contains);
  }

  /** Completed months from the first, and fewer than the last; an unknown age is not seen. */
  private static RiskState age(ChartInReview chart, int from, int below) {
    long months = chart.patient().ageInMonths(chart.today()).orElse(-1);
    return months >= from && months < below
        ? new RiskState.Seen(List.of(), "born " + chart.patient().birthDate().display())
        : new RiskState.NotSeen();
  }

  private static RiskState bloodGroup(ChartInReview chart) {
    return RiskState.of(
        chart.patient().observations().stream()
            .filter(each -> each.status() == ResultStatus.FINAL)
            .flatMap(each ->
                each.items().stream()
                    .filter(item -> isBloodGroup(item.concept()))
                    .filter(item -> said(item).anyMatch(NOT_O::contains))
                    .map(_ -> new Evidence(each.reference(), "blood group", each.effective())))
            .toList());
  }

  private static boolean isBloodGroup(Concept concept) {
    List<String> words = ConceptNames.words(concept).toList();
    return words.contains("abo")
        || (words.contains("blood") && (words.contains("group") || words.contains("type")));
  }

  private static Stream<String> said(ObservedItem item) {
    return switch (item.value()) {
      case ObservedValue.Words(String text) -> Words.ofName(text).stream();
      case ObservedValue.Coded(Concept value) -> ConceptNames.words(value);
      case ObservedValue.Measured _, ObservedValue.Flag _, ObservedValue.NotGiven _ ->
          Stream.empty();
    };
  }

  private static RiskState sucrose(DraftedAgent drafted) {
    List<String> words = drafted.draft().concepts().stream().flatMap(ConceptNames::words).toList();
    return words.contains("sucrose") && words.stream().noneMatch(SUCROSE_FREE::contains)
        ? new RiskState.Seen(List.of(), "named in the order")
        : new RiskState.NotSeen();
  }

  /** Recorded in the last month, not over, and no antimicrobial began in the last week. */
  private static RiskState untreated(ChartInReview chart, FindingId infection) {
    boolean treated =
        !chart.findings().exposedTo(each -> each == DrugClass.ANTIMICROBIAL).stream()
            .filter(each -> each.isWithin(ANTIMICROBIAL_DAYS, chart.today()))
            .toList()
            .isEmpty();
    if (treated) {
      return new RiskState.NotSeen();
    }
    List<Evidence> active =
        chart.findings().present(infection).stream()
            .filter(ClinicalStatement::isStanding)
            .map(ClinicalStatement::evidence)
            .filter(chart.infections()::contains)
            .toList();
    return RiskState.of(active);
  }

  /**
   * Before the first immunotherapy: cerebrospinal fluid, antibodies, hepatitis B, varicella and
   * immunoglobulins.
   */
  private RiskState samples(ChartInReview chart) {
    if (!chart.beforeTreatment()) {
      return new RiskState.NotSeen();
    }
    List<String> open = SamplesBeforeTreatment.open(chart.orders(), chart.onset(), knowledge);
    return open.isEmpty()
        ? new RiskState.NotSeen()
        : new RiskState.NotOnRecord(String.join(", ", open));
  }

  private static RiskState draftedColdRemedy(ChartInReview chart) {
    boolean drafted =
        chart.drafted().contains(DrugClass.DECONGESTANT)
            || chart.drafted().contains(DrugClass.SEDATING_ANTIHISTAMINE);
    return drafted
        ? new RiskState.Seen(List.of(), "among the orders being signed")
        : new RiskState.NotSeen();
  }

  private static RiskState doseNotGiven(DraftedAgent drafted) {
    return drafted.dose() == SteroidDose.UNKNOWN
        ? new RiskState.NotOnRecord("check dose")
        : new RiskState.NotSeen();
  }

  /** From 10 to 55 years, where the record does not say male, without a test of the last week. */
  private RiskState pregnancyNotExcluded(ChartInReview chart) {
    long months = chart.patient().ageInMonths(chart.today()).orElse(-1);
    boolean possible =
        chart.patient().sex() != Sex.MALE
            && (months < 0
                || (months >= CHILDBEARING_FROM_MONTHS && months < CHILDBEARING_TO_MONTHS));
    boolean tested =
        chart.orders().state(knowledge.order("B11"), Optional.empty())
            instanceof OrderHistory.State.Done;
    return possible && !tested
        ? new RiskState.NotOnRecord(SerologyRisks.absence(chart))
        : new RiskState.NotSeen();
  }

  private static RiskState polytherapy(ChartInReview chart) {
    boolean young =
        chart.patient().ageInMonths(chart.today()).orElse(Long.MAX_VALUE) < POLYTHERAPY_MONTHS;
    List<Evidence> others =
        chart.findings().exposedTo(each -> each == DrugClass.ANTISEIZURE).stream()
            .filter(Exposure::current)
            .map(Exposure::evidence)
            .toList();
    return young ? RiskState.of(others) : new RiskState.NotSeen();
  }

  private static RiskState steroidNow(ChartInReview chart) {
    List<Evidence> taken =
        chart
            .findings()
            .exposedTo(each -> each == DrugClass.STEROID || each == DrugClass.ACTH)
            .stream()
            .filter(each -> each.isWithin(STEROID_DAYS, chart.today()))
            .map(Exposure::evidence)
            .toList();
    boolean drafted =
        chart.drafted().contains(DrugClass.STEROID) || chart.drafted().contains(DrugClass.ACTH);
    return RiskState.of(taken)
        .or(
            drafted
                ? new RiskState.Seen(List.of(), "among the orders being signed")
                : new RiskState.NotSeen());
  }
}
