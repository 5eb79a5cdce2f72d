package org.omscds.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.omscds.consultation.DrawnChart.Answer;
import org.omscds.consultation.DrawnChart.Entry;
import org.omscds.consultation.DrawnChart.Precision;
import org.omscds.consultation.DrawnChart.Said;
import org.omscds.consultation.DrawnChart.When;
import org.omscds.knowledge.FindingDefinition;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;

/** Draws charts: any finding of the medicine, in its codes and its words, on any day. */
final class DrawnCharts {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** Findings that raise suspicion and belong to no pillar. */
  private static final List<FindingId> SUPPORTING =
      List.of(
          FindingId.LOSS_OF_SPEECH,
          FindingId.DEVELOPMENTAL_REGRESSION,
          FindingId.LOSS_OF_AMBULATION,
          FindingId.NYSTAGMUS);

  private DrawnCharts() {}

  /** Any chart: of any age, of the last two years, with whatever explains or takes back a sign. */
  static Arbitrary<DrawnChart> any() {
    return charts(Arbitraries.integers().between(-1, 20 * 365), entries(whenever()));
  }

  /** Charts of one episode: every entry is of the last 90 days. */
  static Arbitrary<DrawnChart> ofOneEpisode() {
    return charts(
        Arbitraries.integers().between(-1, 20 * 365),
        entries(Arbitraries.oneOf(days(90), undated())));
  }

  /**
   * Charts of one episode of a child of one to five years that hold signs only: nothing that
   * explains a sign, takes it back or ends it.
   */
  static Arbitrary<DrawnChart> ofSignsOnly() {
    return charts(Arbitraries.integers().between(365, 5 * 365), signs());
  }

  /** A confirmed problem of a pillar that began inside the episode and still stands. */
  static Arbitrary<Entry> pillarProblem() {
    return Combinators.combine(ways(pillars()), days(90))
        .as((said, when) -> new Entry.Problem(said, "active", "confirmed", when, when));
  }

  /** An observation of whatever finding of which nobody knows whether it is there. */
  static Arbitrary<Entry> unknown() {
    return Combinators.combine(ways(everything()), whenever(), Arbitraries.of(true, false))
        .as((said, when, family) -> new Entry.Observation(said, Answer.UNKNOWN, when, family));
  }

  private static Arbitrary<DrawnChart> charts(Arbitrary<Integer> ages, Arbitrary<Entry> entries) {
    return Combinators.combine(ages, entries.list().ofMaxSize(7))
        .as((age, list) -> new DrawnChart(TODAY, age, list));
  }

  private static Arbitrary<Entry> entries(Arbitrary<When> when) {
    Arbitrary<Said> findings = Arbitraries.oneOf(ways(pillars()), ways(everything()));
    return Arbitraries.oneOf(
        problems(
            findings,
            Arbitraries.of("active", "", "recurrence", "inactive", "resolved", "remission"),
            Arbitraries.of("confirmed", "", "provisional", "differential", "refuted"),
            when),
        observations(findings, Arbitraries.of(Answer.class), when),
        notes(Arbitraries.of("", "no ", "possible ", "history of ", "mother reports "), when),
        drugs(when),
        scans(when),
        orders(when));
  }

  private static Arbitrary<Entry> signs() {
    Arbitrary<Said> findings = ways(Stream.concat(pillars(), definitions(SUPPORTING)));
    return Arbitraries.oneOf(
        problems(
            findings,
            Arbitraries.of("active", "", "recurrence"),
            Arbitraries.of("confirmed", "", "provisional", "differential"),
            days(90)),
        observations(findings, Arbitraries.of(Answer.YES, Answer.UNKNOWN), days(90)),
        notes(Arbitraries.of("", "possible "), days(90)));
  }

  private static Arbitrary<Entry> problems(
      Arbitrary<Said> findings,
      Arbitrary<String> statuses,
      Arbitrary<String> verifications,
      Arbitrary<When> when) {
    return Combinators.combine(findings, statuses, verifications, when, when)
        .as(Entry.Problem::new);
  }

  private static Arbitrary<Entry> observations(
      Arbitrary<Said> findings, Arbitrary<Answer> answers, Arbitrary<When> when) {
    return Combinators.combine(findings, answers, when, Arbitraries.of(false, true))
        .as(Entry.Observation::new);
  }

  private static Arbitrary<Entry> notes(Arbitrary<String> leads, Arbitrary<When> when) {
    Arbitrary<String> phrases =
        Arbitraries.of(pillars().flatMap(each -> each.phrases().stream()).toList());
    Arbitrary<String> sentences =
        Combinators.combine(leads, phrases, phrases)
            .as((lead, one, other) -> lead + one + ". Also " + other + ".");
    return Combinators.combine(sentences, when).as(Entry.Note::new);
  }

  private static Arbitrary<Entry> drugs(Arbitrary<When> when) {
    return Combinators.combine(
            Arbitraries.of(
                "prednisolone", "dexamethasone", "IVIG", "valproate", "amoxicillin", "lindane"),
            Arbitraries.of("active", "completed", "stopped"),
            when)
        .as(Entry.Drug::new);
  }

  private static Arbitrary<Entry> scans(Arbitrary<When> when) {
    return Combinators.combine(
            Arbitraries.of("MRI neck", "CT chest, abdomen and pelvis", "Ultrasound of the abdomen"),
            Arbitraries.of("normal", "suprarenal mass, suspicious for neuroblastoma"),
            when)
        .as(Entry.Scan::new);
  }

  private static Arbitrary<Entry> orders(Arbitrary<When> when) {
    List<String> names =
        Charts.KNOWLEDGE.orders().values().stream()
            .map(OrderDefinition::words)
            .flatMap(List::stream)
            .toList();
    return Combinators.combine(
            Arbitraries.of(names), Arbitraries.of("active", "completed", "revoked"), when)
        .as(Entry.Order::new);
  }

  private static Arbitrary<When> days(int days) {
    return Arbitraries.integers().between(0, days).map(When::daysAgo);
  }

  private static Arbitrary<When> undated() {
    return Arbitraries.just(new When(0, Precision.NONE));
  }

  /** Any day of the last two years, at times written as a month, as a year or not at all. */
  private static Arbitrary<When> whenever() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 730),
            Arbitraries.frequency(
                Tuple.of(8, Precision.DAY),
                Tuple.of(1, Precision.MONTH),
                Tuple.of(1, Precision.YEAR),
                Tuple.of(1, Precision.NONE)))
        .as(When::new);
  }

  private static Stream<FindingDefinition> everything() {
    return Charts.KNOWLEDGE.findings().values().stream();
  }

  private static Stream<FindingDefinition> pillars() {
    return Stream.of(Pillar.values())
        .flatMap(pillar ->
            everything().filter(each -> each.belongsTo().filter(pillar::equals).isPresent()));
  }

  private static Stream<FindingDefinition> definitions(List<FindingId> findings) {
    return findings.stream().map(Charts.KNOWLEDGE::definition);
  }

  /** Each finding as often as another, however many codes and words it has. */
  private static Arbitrary<Said> ways(Stream<FindingDefinition> findings) {
    List<List<Said>> ways =
        findings.map(DrawnCharts::ways).filter(each -> !each.isEmpty()).toList();
    return Arbitraries.of(ways).flatMap(Arbitraries::of);
  }

  private static List<Said> ways(FindingDefinition finding) {
    Stream<Said> codes =
        Charts.KNOWLEDGE.terminology().terms().stream()
            .filter(term -> term.relation() != Relation.BROADER && term.verified())
            .filter(term -> finding.shownBy().contains(term.concept()))
            .map(DrawnCharts::code);
    Stream<Said> words = finding.phrases().stream().map(phrase -> new Said("", phrase));
    return Stream.concat(codes, words).toList();
  }

  private static Said code(Term term) {
    return new Said(term.system(), term.code());
  }
}
