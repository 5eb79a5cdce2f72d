package org.omscds.finding.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.ResultDefinition;
import org.omscds.knowledge.Specimen;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Speaker;

/**
 * Reads the results of the tests that matter: from observations with their components, and from
 * diagnostic reports where the result stands only there.
 */
public final class TestResultReader {

  /** The id of a panel, whose own value counts only where it names no test. */
  private static final String PANEL = "R-AB-PANEL";

  private final TestNames names;
  private final OutcomeReader outcomes;
  private final ReportText sentences;
  private final Methods methods;

  /** Compiles the names of the tests and the words of results. */
  public TestResultReader(KnowledgeBase knowledge) {
    OutcomeWords words = new OutcomeWords(knowledge);
    this.names = new TestNames(knowledge);
    this.outcomes = new OutcomeReader(knowledge, words);
    this.sentences = new ReportText(knowledge, names, words);
    this.methods = new Methods(knowledge);
  }

  /** All results of a chart. */
  public TestResults read(PatientRecord patient) {
    List<Draft> drafts = new ArrayList<>();
    for (Observed observed : patient.observations()) {
      boolean measured = observed.reference().startsWith("Observation/");
      if (measured
          && observed.speaker() == Speaker.CLINICIAN
          && observed.status() != ResultStatus.VOID) {
        observed.items().forEach(item -> read(item, observed, patient, drafts));
      }
    }
    List<Draft> reported = new ArrayList<>();
    for (Report report : patient.reports()) {
      if (report.reference().startsWith("DiagnosticReport/")
          && report.status() != ResultStatus.VOID) {
        read(report, patient, reported);
      }
    }
    reported.removeIf(report -> drafts.stream().anyMatch(report::repeats));
    drafts.addAll(reported);
    return new TestResults(drafts.stream().map(draft -> draft.confirmedBy(drafts)).toList());
  }

  /** A result, and whether it was found by a method that confirms a blot. */
  private record Draft(TestResult result, boolean byAnotherMethod) {

    /** The same test on the same day, or on a day that nobody recorded. */
    boolean repeats(Draft observation) {
      return result.test().equals(observation.result.test())
          && (result.specimen() == observation.result.specimen()
              || result.specimen() == Specimen.UNKNOWN)
          && (result.date().equals(observation.result.date()) || !result.date().isKnown());
    }

    TestResult confirmedBy(List<Draft> all) {
      boolean secondMethod =
          result.confirmation() == Confirmation.UNCONFIRMED_BLOT
              && result.outcome() == Outcome.POSITIVE
              && all.stream()
                  .anyMatch(other ->
                      other.byAnotherMethod
                          && other.result.test().equals(result.test())
                          && other.result.isFinalPositive());
      return secondMethod ? result.with(Confirmation.CONFIRMED) : result;
    }
  }

  private void read(
      ObservedItem item, Observed observed, PatientRecord patient, List<Draft> drafts) {
    Specimen stated = names.specimenIn(observed.specimen());
    for (TestNames.Named named : names.of(item.concept(), stated)) {
      List<ReportText.Said> listed = listed(named.test(), item.value());
      if (!listed.isEmpty()) {
        listed.forEach(said -> drafts.add(draft(said, named.specimen(), item, observed, patient)));
        continue;
      }
      Optional<Outcome> outcome = outcomes.read(item, named.test(), observed.status());
      outcome.ifPresent(found ->
          drafts.add(draft(named.test(), found, named.specimen(), item, observed, patient)));
    }
  }

  /** The tests that the words of a panel's value name. */
  private List<ReportText.Said> listed(ResultDefinition test, ObservedValue value) {
    return test.id().equals(PANEL) && value instanceof ObservedValue.Words(String text)
        ? sentences.read(text).stream().filter(said -> !said.test().id().equals(PANEL)).toList()
        : List.of();
  }

  private Draft draft(
      ReportText.Said said,
      Specimen ofPanel,
      ObservedItem item,
      Observed observed,
      PatientRecord patient) {
    return draft(
        said.test(), said.outcome(), or(said.specimen(), ofPanel), item, observed, patient);
  }

  private Draft draft(
      ResultDefinition test,
      Outcome outcome,
      Specimen specimen,
      ObservedItem item,
      Observed observed,
      PatientRecord patient) {
    StringJoiner text = new StringJoiner(". ");
    text.add(item.concept().display()).add(value(item)).add(observed.method().display());
    observed.notes().forEach(text::add);
    TestResult result =
        new TestResult(
            test.id(),
            outcome,
            observed.status() == ResultStatus.PRELIMINARY,
            item.value(),
            specimen,
            methods.confirmation(text.toString()),
            patient.notInFuture(observed.effective()),
            observed.reference(),
            elementOf(item, observed),
            seen(item));
    return new Draft(result, methods.namesAnotherMethod(text.toString()));
  }

  /** Of an observation its value, of a component the component's. */
  private static String elementOf(ObservedItem item, Observed observed) {
    int index = observed.items().indexOf(item);
    return index == 0 ? "value" : "component[" + (index - 1) + "].value";
  }

  private static String seen(ObservedItem item) {
    String value = value(item);
    return value.isEmpty() ? item.concept().display() : item.concept().display() + ": " + value;
  }

  private void read(Report report, PatientRecord patient, List<Draft> drafts) {
    List<TestNames.Named> own = names.of(report.concept(), Specimen.UNKNOWN);
    for (TestNames.Named named : own) {
      outcomeOf(named.test(), report)
          .ifPresent(
              found -> drafts.add(draft(named.test(), found, named.specimen(), report, patient)));
    }
    Specimen ofReport = names.specimenIn(report.concept().display());
    for (ReportText.Said said : sentences.read(report.conclusion())) {
      if (own.stream().noneMatch(named -> named.test().equals(said.test()))) {
        Specimen specimen = or(said.specimen(), or(ofReport, said.test().specimen()));
        drafts.add(draft(said.test(), said.outcome(), specimen, report, patient));
      }
    }
  }

  /** What a report about one test says: its coded conclusion, else its words. */
  private Optional<Outcome> outcomeOf(ResultDefinition test, Report report) {
    return report.conclusionCodes().stream()
        .flatMap(code -> outcomes.coded(code).stream())
        .findFirst()
        .or(() -> sentences.about(test, report.conclusion()).stream().findFirst())
        .or(() ->
            Optional.of(Outcome.PENDING).filter(_ -> report.status() == ResultStatus.PRELIMINARY));
  }

  private static Specimen or(Specimen one, Specimen other) {
    return one == Specimen.UNKNOWN ? other : one;
  }

  private Draft draft(
      ResultDefinition test,
      Outcome outcome,
      Specimen specimen,
      Report report,
      PatientRecord patient) {
    String text = report.concept().display() + ". " + report.conclusion();
    TestResult result =
        new TestResult(
            test.id(),
            outcome,
            report.status() == ResultStatus.PRELIMINARY,
            new ObservedValue.NotGiven(""),
            specimen,
            methods.confirmation(text),
            patient.notInFuture(report.effective()),
            report.reference(),
            "conclusion",
            test.label() + " in the report " + report.concept().display());
    return new Draft(result, methods.namesAnotherMethod(text));
  }

  /** A value as it stands in the chart. */
  private static String value(ObservedItem item) {
    return switch (item.value()) {
      case ObservedValue.Flag(boolean yes) -> yes ? "yes" : "no";
      case ObservedValue.Coded(Concept concept) -> concept.display();
      case ObservedValue.Words(String text) -> text;
      case ObservedValue.Measured(BigDecimal number, String unit, String comparator) ->
          (comparator + number.toPlainString() + " " + unit).strip();
      case ObservedValue.NotGiven _ -> "";
    };
  }
}
