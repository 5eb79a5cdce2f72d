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
import org.omscds.assessment.workup.Immunoglobulins;
import org.omscds.assessment.workup.LiveVaccineInterval.Hold;
import org.omscds.assessment.workup.LiveVaccineInterval.Reason;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.assessment.workup.SteroidDose;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Exposure;
import org.omscds.finding.result.Outcome;
import org.omscds.finding.result.TestResult;
import org.omscds.knowledge.DrugClass;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Risk;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.Words;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.Order;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Sex;
import org.omscds.patient.Vaccination;

/** Sees the risks that take more than one list: ages, intervals, serology, samples, allergies. */
final class WorkedOutRisks {

  private static final int CHILDBEARING_FROM_MONTHS = 10 * 12;
  private static final int CHILDBEARING_TO_MONTHS = 55 * 12;
  private static final int OLD_MONTHS = 65 * 12;
  private static final int YOUNG_MONTHS = 25 * 12;
  private static final int POLYTHERAPY_MONTHS = 24;
  private static final int INFANT_MONTHS = 12;
  private static final int NEWBORN_MONTHS = 1;
  private static final int LIVE_VACCINE_DAYS = 28;
  private static final int EXPOSURE_DAYS = 21;
  private static final int ANTIMICROBIAL_DAYS = 7;
  private static final int SURGERY_DAYS = 14;
  private static final int RENAL_DAYS = 30;
  private static final int WEIGHT_DAYS = 90;
  private static final int STEROID_DAYS = 3;
  private static final BigDecimal EGFR_LIMIT = new BigDecimal("30");

  private static final Set<String> SURGERY_WORDS =
      Set.of(
          "resection", "excision", "surgery", "laparotomy", "thoracotomy", "biopsy", "operation");
  private static final Set<String> THYROID_BLOCK_WORDS =
      Set.of("lugol", "perchlorate", "iodide", "iodate");

  private static final Set<String> SUCROSE_FREE = Set.of("free", "no");
  private static final Set<String> NOT_O = Set.of("a", "b", "ab");

  private final KnowledgeBase knowledge;
  private final Map<Risk, BiFunction<DraftedAgent, ChartInReview, RiskState>> rules;

  WorkedOutRisks(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.rules =
        Map.ofEntries(
            entry(Risk.IGA_UNDETECTABLE_WITH_ANTI_IGA, (_, chart) -> undetectableIga(chart)),
            entry(Risk.IGA_LOW, (_, chart) -> lowIga(chart)),
            entry(Risk.EGFR_BELOW_30, (_, chart) -> egfrBelow30(chart)),
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
            entry(Risk.LIVE_VACCINE_RECENT, (_, chart) -> liveVaccine(chart)),
            entry(Risk.VARICELLA_NOT_IMMUNE, (_, chart) -> notImmune(chart)),
            entry(Risk.VARICELLA_IMMUNITY_UNKNOWN, (_, chart) -> immunityUnknown(chart)),
            entry(Risk.SAMPLES_NOT_DRAWN, (_, chart) -> samples(chart)),
            entry(Risk.DECONGESTANT_OR_ANTIHISTAMINE, (_, chart) -> draftedColdRemedy(chart)),
            entry(Risk.DOSE_NOT_GIVEN, (drafted, _) -> doseNotGiven(drafted)),
            entry(
                Risk.HEPATITIS_B_POSITIVE,
                (_, chart) ->
                    hepatitisB(
                        chart,
                        HepatitisB.Status.POSITIVE_ANTIGEN,
                        HepatitisB.Status.ANTI_HBC_POSITIVE)),
            entry(
                Risk.HEPATITIS_B_POSSIBLY_PASSIVE,
                (_, chart) -> hepatitisB(chart, HepatitisB.Status.ANTI_HBC_POSSIBLY_PASSIVE)),
            entry(Risk.HEPATITIS_B_UNTESTED, (_, chart) -> hepatitisBUntested(chart)),
            entry(Risk.PREGNANCY_NOT_EXCLUDED, (_, chart) -> pregnancyNotExcluded(chart)),
            entry(Risk.MIBG_PLANNED, (_, chart) -> mibgPlanned(chart)),
            entry(Risk.POLYTHERAPY_UNDER_2_YEARS, (_, chart) -> polytherapy(chart)),
            entry(Risk.MIBG_INTERFERING_DRUG, (_, chart) -> mibgInterference(chart)),
            entry(Risk.THYROID_BLOCK_MISSING, (_, chart) -> thyroidBlock(chart)),
            entry(Risk.IMMUNOSUPPRESSED_FOR_LIVE_VACCINE, (_, chart) -> immunosuppressed(chart)),
            entry(Risk.STEROID_COURSE_DOSE_UNKNOWN, (_, chart) -> steroidCourse(chart)),
            entry(Risk.IVIG_INTERVAL, WorkedOutRisks::ivigInterval),
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
      return RiskState.of(
          evidence.stream()
              .filter(each ->
                  !each.date().isKnown()
                      || each.date().isWithinDaysBefore(chart.today(), EXPOSURE_DAYS))
              .filter(each -> !isImmune(each, chart))
              .toList());
    }
    return state;
  }

  private static boolean isImmune(Evidence contact, ChartInReview chart) {
    String test = Words.ofName(contact.seen()).contains("measles") ? "R-MEASLES-IGG" : "R-VZV-IGG";
    return chart
        .findings()
        .results()
        .latest(test)
        .filter(each -> each.outcome() == Outcome.POSITIVE)
        .isPresent();
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
        .filter(item -> isAbout(item.concept(), "body-weight"))
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
    return isAbout(concept, "tumour-excision")
        || isAbout(concept, "biopsy")
        || words(concept).anyMatch(SURGERY_WORDS::contains);
  }

  private static RiskState undetectableIga(ChartInReview chart) {
    Immunoglobulins levels = chart.workup().immunoglobulins();
    return levels.iga() == Immunoglobulins.Level.UNDETECTABLE
            && levels.antiIga() == Immunoglobulins.Antibody.FOUND
        ? RiskState.of(newest(chart, "R-IGA", "R-ANTI-IGA"))
        : new RiskState.NotSeen();
  }

  private static RiskState lowIga(ChartInReview chart) {
    return switch (chart.workup().immunoglobulins().iga()) {
      case LOW, UNDETECTABLE -> RiskState.of(newest(chart, "R-IGA"));
      case NOT_LOW, UNKNOWN -> new RiskState.NotSeen();
    };
  }

  private static RiskState egfrBelow30(ChartInReview chart) {
    return RiskState.of(
        chart.findings().results().latest("R-EGFR").stream()
            .filter(each -> each.date().isWithinDaysBefore(chart.today(), RENAL_DAYS))
            .filter(each ->
                each.value() instanceof ObservedValue.Measured(BigDecimal number, _, _)
                    && number.compareTo(EGFR_LIMIT) < 0)
            .map(Evidence::of)
            .toList());
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
    List<String> words = words(concept).toList();
    return words.contains("abo")
        || (words.contains("blood") && (words.contains("group") || words.contains("type")));
  }

  private static Stream<String> said(ObservedItem item) {
    return switch (item.value()) {
      case ObservedValue.Words(String text) -> Words.ofName(text).stream();
      case ObservedValue.Coded(Concept value) -> words(value);
      case ObservedValue.Measured _, ObservedValue.Flag _, ObservedValue.NotGiven _ ->
          Stream.empty();
    };
  }

  private static RiskState sucrose(DraftedAgent drafted) {
    List<String> words =
        drafted.draft().concepts().stream().flatMap(WorkedOutRisks::words).toList();
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

  private RiskState liveVaccine(ChartInReview chart) {
    return RiskState.of(
        chart.patient().vaccinations().stream()
            .filter(each -> each.given().isWithinDaysBefore(chart.today(), LIVE_VACCINE_DAYS))
            .filter(this::isLive)
            .map(each -> new Evidence(each.reference(), each.vaccine().display(), each.given()))
            .toList());
  }

  private boolean isLive(Vaccination vaccination) {
    return knowledge.safety().agents().stream()
        .filter(each -> each.agent() == SafetyAgent.LIVE_VACCINE)
        .flatMap(each -> each.concepts().stream())
        .anyMatch(concept -> isAbout(vaccination.vaccine(), concept));
  }

  private static RiskState notImmune(ChartInReview chart) {
    return RiskState.of(
        chart.findings().results().latest("R-VZV-IGG").stream()
            .filter(each -> each.outcome() == Outcome.NEGATIVE)
            .map(Evidence::of)
            .toList());
  }

  private static RiskState immunityUnknown(ChartInReview chart) {
    boolean answered =
        chart.findings().results().latest("R-VZV-IGG").filter(TestResult::isAnswer).isPresent();
    return answered ? new RiskState.NotSeen() : new RiskState.NotOnRecord(absence(chart));
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

  private static RiskState hepatitisB(ChartInReview chart, HepatitisB.Status... statuses) {
    HepatitisB known = chart.workup().hepatitisB();
    return List.of(statuses).contains(known.status())
        ? RiskState.of(known.evidence())
        : new RiskState.NotSeen();
  }

  private static RiskState hepatitisBUntested(ChartInReview chart) {
    return chart.workup().hepatitisB().status() == HepatitisB.Status.NOT_ON_RECORD
        ? new RiskState.NotOnRecord(absence(chart))
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
        ? new RiskState.NotOnRecord(absence(chart))
        : new RiskState.NotSeen();
  }

  private RiskState mibgPlanned(ChartInReview chart) {
    return RiskState.of(
        chart.patient().requests().stream()
            .filter(each -> each.state() == Order.State.PENDING)
            .filter(each -> isMibg(each.concept()))
            .map(each -> new Evidence(each.reference(), each.concept().display(), each.authored()))
            .toList());
  }

  private boolean isMibg(Concept concept) {
    return isAbout(concept, "mibg-scintigraphy")
        || words(concept).anyMatch(word -> word.equals("mibg") || word.equals("iobenguane"));
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

  private static RiskState mibgInterference(ChartInReview chart) {
    List<Evidence> drugs =
        chart.workup().mibgInterference().stream().map(each -> each.exposure().evidence()).toList();
    String strength =
        chart.workup().mibgInterference().stream()
            .map(each -> each.exposure().ingredient() + ": " + each.strength())
            .distinct()
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return drugs.isEmpty() ? new RiskState.NotSeen() : new RiskState.Seen(drugs, strength);
  }

  private static RiskState thyroidBlock(ChartInReview chart) {
    Stream<Concept> ordered =
        Stream.concat(
            chart.patient().medications().stream().flatMap(each -> each.concepts().stream()),
            chart.patient().drafts().stream().flatMap(each -> each.concepts().stream()));
    return ordered.flatMap(WorkedOutRisks::words).anyMatch(THYROID_BLOCK_WORDS::contains)
        ? new RiskState.NotSeen()
        : new RiskState.NotOnRecord("no iodide, iodate or perchlorate among the drugs");
  }

  private static RiskState immunosuppressed(ChartInReview chart) {
    return held(
        chart.workup().liveVaccineHolds().stream()
            .filter(each -> each.reason() != Reason.IVIG)
            .filter(each -> each.reason() != Reason.STEROID_OR_ACTH || each.doseKnown())
            .toList());
  }

  private static RiskState steroidCourse(ChartInReview chart) {
    return held(
        chart.workup().liveVaccineHolds().stream()
            .filter(each -> each.reason() == Reason.STEROID_OR_ACTH && !each.doseKnown())
            .toList());
  }

  /** IVIG bears on the vaccines against measles and varicella alone. */
  private static RiskState ivigInterval(DraftedAgent drafted, ChartInReview chart) {
    boolean concerned =
        Words.ofName(drafted.name()).contains("measles")
            || Words.ofName(drafted.name()).contains("varicella");
    return concerned
        ? held(
            chart.workup().liveVaccineHolds().stream()
                .filter(each -> each.reason() == Reason.IVIG)
                .toList())
        : new RiskState.NotSeen();
  }

  private static RiskState held(List<Hold> holds) {
    String until =
        holds.stream()
            .map(each ->
                each.until().isKnown() ? "until " + each.until().display() : "while it goes on")
            .distinct()
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return holds.isEmpty()
        ? new RiskState.NotSeen()
        : new RiskState.Seen(holds.stream().map(Hold::evidence).toList(), until);
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

  private static String absence(ChartInReview chart) {
    return chart.patient().lacks("observations")
        ? "not available to this service"
        : "not on record";
  }

  private static List<Evidence> newest(ChartInReview chart, String... tests) {
    return Stream.of(tests)
        .flatMap(test -> chart.findings().results().latest(test).stream())
        .map(Evidence::of)
        .toList();
  }

  private boolean isAbout(Concept concept, String wanted) {
    return concept.codings().stream()
        .flatMap(coding -> knowledge.terminology().lookUp(coding.system(), coding.code()).stream())
        .anyMatch(term -> term.concept().equals(wanted));
  }

  private static Stream<String> words(Concept concept) {
    return Stream.concat(Stream.of(concept.text()), concept.codings().stream().map(Coding::display))
        .flatMap(name -> Words.ofName(name).stream());
  }
}
