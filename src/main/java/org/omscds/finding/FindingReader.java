package org.omscds.finding;

import java.util.List;
import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.result.TestResultReader;
import org.omscds.finding.result.TestResults;
import org.omscds.finding.text.Mention;
import org.omscds.finding.text.TextReader;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.PhraseFilter;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Words;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Speaker;

/** Reads every place of a patient record in which a finding can stand. */
public final class FindingReader {

  /** Words in a report's name that make it a histology report: only those prove a tumour. */
  private static final Set<String> HISTOLOGY_WORDS =
      Set.of("pathology", "histology", "histopathology", "biopsy", "cytology");

  private static final PhraseFilter HISTOLOGY = new PhraseFilter();

  static {
    HISTOLOGY_WORDS.forEach(word -> HISTOLOGY.add(List.of(word)));
  }

  private final KnowledgeBase knowledge;
  private final TextReader text;
  private final ConceptReader concepts;
  private final AnswerReader answers;
  private final TriggerResultReader triggerResults;
  private final ProcedureFindingReader procedures;
  private final TemperatureReader temperature;
  private final DrugReader drugs;
  private final TestResultReader testResults;

  /** Compiles the phrase lists and code tables. */
  public FindingReader(KnowledgeBase knowledge, DrugReader drugs) {
    this.knowledge = knowledge;
    this.text = new TextReader(knowledge);
    this.concepts = new ConceptReader(knowledge, text);
    this.answers = new AnswerReader(knowledge);
    this.triggerResults = new TriggerResultReader(knowledge, answers);
    this.procedures = new ProcedureFindingReader(text, concepts);
    this.temperature = new TemperatureReader(knowledge);
    this.drugs = drugs;
    this.testResults = new TestResultReader(knowledge);
  }

  /** Everything that the record says about the findings of the medicine. */
  public Findings read(PatientRecord patient) {
    StatementCollector collector = new StatementCollector(knowledge, concepts);
    patient.problems().forEach(problem -> read(problem, patient, collector));
    patient.observations().forEach(observed -> read(observed, patient, collector));
    patient.reports().forEach(report -> read(report, patient, collector));
    patient
        .procedures()
        .forEach(each -> procedures.read(each, patient.notInFuture(each.performed()), collector));
    TestResults results = testResults.read(patient);
    TumourMarkers.read(results, collector);
    return Findings.of(
        collector.statements(), collector.notCounted(), drugs.read(patient), results);
  }

  private void read(Problem problem, PatientRecord patient, StatementCollector collector) {
    switch (problem.verification()) {
      case ENTERED_IN_ERROR -> {}
      case REFUTED ->
          collector.leaveOutAll(
              problem.concept(), place(problem, patient, Certainty.PRESENT), "refuted");
      case UNCONFIRMED, DIFFERENTIAL -> read(problem, patient, Certainty.POSSIBLE, collector);
      case CONFIRMED, PROVISIONAL, UNSTATED -> read(problem, patient, Certainty.PRESENT, collector);
    }
  }

  private void read(
      Problem problem, PatientRecord patient, Certainty atMost, StatementCollector collector) {
    Place place = place(problem, patient, atMost);
    collector.concept(problem.concept(), place);
    Place beside = place.beside();
    problem.evidence().forEach(each -> collector.concept(each, beside.at("evidence.code")));
    problem.stages().forEach(each -> collector.concept(each, beside.at("stage")));
    collector.concept(problem.severity(), beside.at("severity"));
    problem.notes().forEach(note -> collector.words(text.read(note), beside.at("note")));
  }

  private static Place place(Problem problem, PatientRecord patient, Certainty atMost) {
    Course course = Course.ONGOING;
    if (problem.isOver()) {
      course = Course.OVER;
    } else if (problem.clinicalStatus().isReturn()) {
      course = Course.RETURNED;
    }
    ClinicalDate recorded = patient.notInFuture(problem.recorded());
    ClinicalDate onset = patient.notInFuture(problem.onset());
    boolean dated = recorded.isKnown() || onset.isExact();
    ClinicalDate asserted = dated ? ClinicalDate.latest(recorded, onset) : ClinicalDate.unknown();
    return new Place(
        problem.reference(),
        "code",
        course,
        onset.or(recorded.asApproximate()),
        asserted,
        problem.abatement().or(course == Course.OVER ? asserted : ClinicalDate.unknown()),
        problem.verification() == Problem.Verification.CONFIRMED,
        problem.verification() == Problem.Verification.PROVISIONAL
            ? Certainty.POSSIBLE
            : Certainty.PRESENT,
        atMost,
        problem.speaker());
  }

  private void read(Observed observed, PatientRecord patient, StatementCollector collector) {
    if (observed.status() == ResultStatus.VOID) {
      return;
    }
    Place place =
        Place.observed(
            observed.reference(),
            patient.notInFuture(observed.effective()),
            Certainty.PRESENT,
            atMost(observed.status()),
            observed.speaker());
    for (int i = 0; i < observed.items().size(); i++) {
      ObservedItem item = observed.items().get(i);
      ItemElement element = ItemElement.of(observed.reference(), i);
      read(item, element, place, collector);
      triggerResults.read(item, place.at(element.value()), collector);
    }
    observed.notes().forEach(note -> collector.words(text.read(note), place.at("note")));
    temperature.read(observed, collector);
  }

  private void read(
      ObservedItem item, ItemElement element, Place place, StatementCollector collector) {
    Mention leadIn = concepts.leadIn(item.concept());
    if (leadIn.assertion() == Mention.Assertion.FAMILY_HISTORY) {
      collector.ofRelatives(said(item.value()), place.at(element.value()));
      return;
    }
    Place spoken = leadIn.speaker() == Speaker.FAMILY ? place.byFamily() : place;
    answer(item, spoken.at(element.code()), collector);
    collector.concept(said(item.value()), spoken.at(element.value()));
  }

  /** What a value says by itself, whatever the question was. */
  private static Concept said(ObservedValue value) {
    return switch (value) {
      case ObservedValue.Coded(Concept concept) -> concept;
      case ObservedValue.Words(String words) -> Concept.inWords(words);
      case ObservedValue.Flag _, ObservedValue.Measured _, ObservedValue.NotGiven _ -> Concept.NONE;
    };
  }

  /** The item's own code is the finding; its value says whether it is there. */
  private void answer(ObservedItem item, Place place, StatementCollector collector) {
    List<ConceptReader.Coded> codes = concepts.codes(item.concept());
    List<Mention> mentions = concepts.words(item.concept());
    if (codes.isEmpty() && mentions.isEmpty()) {
      return;
    }
    String seen = item.concept().display();
    AnswerReader.Answer answer = answers.read(item);
    for (ConceptReader.Coded coded : codes) {
      answer(coded.finding(), coded.certainty(), answer, seen, place, collector);
    }
    if (text.namesATest(seen)) {
      return;
    }
    for (Mention mention : mentions) {
      if (mention.assertion() == Mention.Assertion.AFFIRMED && mayAnswer(mention, item.value())) {
        answer(mention.finding(), Certainty.PRESENT, answer, seen, place, collector);
      }
    }
  }

  /** A number beside words, such as a score, answers for a sign and not for a disease. */
  private boolean mayAnswer(Mention mention, ObservedValue value) {
    return !(value instanceof ObservedValue.Measured)
        || knowledge
            .definition(mention.finding())
            .belongsTo()
            .filter(pillar -> pillar != Pillar.D)
            .isPresent();
  }

  private void answer(
      FindingId finding,
      Certainty certainty,
      AnswerReader.Answer answer,
      String seen,
      Place place,
      StatementCollector collector) {
    switch (answer) {
      case YES -> collector.state(finding, certainty, seen, place);
      case UNCERTAIN -> collector.state(finding, Certainty.POSSIBLE, seen, place);
      case NO -> {
        collector.state(finding, Certainty.ABSENT, seen + ": no", place);
        if (finding == FindingId.ATAXIA && !text.namesAPart(seen)) {
          collector.state(FindingId.RECOVERED_GAIT, Certainty.PRESENT, seen + ": no", place);
        }
      }
      case NONE -> {}
    }
  }

  private void read(Report report, PatientRecord patient, StatementCollector collector) {
    if (report.status() == ResultStatus.VOID) {
      return;
    }
    ClinicalDate date = patient.notInFuture(report.effective());
    Certainty atMost = atMost(report.status());
    boolean histology = isHistology(report.concept().display());
    Place place =
        Place.observed(
            report.reference(),
            date,
            histology ? Certainty.PRESENT : Certainty.POSSIBLE,
            atMost,
            Speaker.CLINICIAN);
    ReportElement element = ReportElement.of(report.reference());
    report.conclusionCodes().forEach(code -> collector.concept(code, place.at(element.code())));
    collector.words(text.read(report.conclusion()), place.at(element.words()));
  }

  private static boolean isHistology(String name) {
    return HISTOLOGY.mayStandIn(name)
        && Words.of(name).stream().anyMatch(HISTOLOGY_WORDS::contains);
  }

  private static Certainty atMost(ResultStatus status) {
    return status == ResultStatus.PRELIMINARY ? Certainty.POSSIBLE : Certainty.PRESENT;
  }
}
