package org.omscds.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.finding.ClinicalStatement.Course;
import org.omscds.finding.Mention.Assertion;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Words;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Concept;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.Problem;
import org.omscds.patient.ProcedureDone;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;
import org.omscds.patient.Speaker;

/** Reads every place of a patient record in which a finding can stand. */
public final class FindingReader {

  private static final String FAMILY_HISTORY = "family history";

  /** Words in a report's name that make it a histology report: only those prove a tumour. */
  private static final Set<String> HISTOLOGY_WORDS =
      Set.of("pathology", "histology", "histopathology", "biopsy", "cytology");

  private final KnowledgeBase knowledge;
  private final TextReader text;
  private final ConceptReader concepts;
  private final AnswerReader answers;
  private final ResultReader results;
  private final DrugReader drugs;

  /** Compiles the phrase lists and code tables. */
  public FindingReader(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.text = new TextReader(knowledge);
    this.concepts = new ConceptReader(knowledge, text);
    this.answers = new AnswerReader(knowledge);
    this.results = new ResultReader(knowledge);
    this.drugs = new DrugReader(knowledge);
  }

  /** Everything that the record says about the findings of the medicine. */
  public Findings read(PatientRecord patient) {
    Collector collector = new Collector(patient);
    patient.problems().forEach(collector::problem);
    patient.observations().forEach(collector::observation);
    patient.reports().forEach(collector::report);
    patient.procedures().forEach(collector::procedure);
    return Findings.of(collector.statements, collector.notCounted, drugs.read(patient));
  }

  /** Where and when a statement stands, and how it is to be taken. */
  private record Place(
      String reference,
      Course course,
      ClinicalDate onset,
      ClinicalDate asserted,
      ClinicalDate ended,
      boolean confirmed,
      boolean provisional,
      Certainty atMost,
      Speaker speaker) {

    Place heldAtMost(Certainty limit) {
      return new Place(
          reference, course, onset, asserted, ended, confirmed, provisional, limit, speaker);
    }

    Place byFamily() {
      return new Place(
          reference,
          course,
          onset,
          asserted,
          ended,
          confirmed,
          provisional,
          atMost,
          Speaker.FAMILY);
    }

    Place longAgo() {
      return new Place(
          reference,
          Course.OVER,
          ClinicalDate.unknown(),
          asserted,
          asserted,
          confirmed,
          provisional,
          atMost,
          speaker);
    }
  }

  /** Collects the statements of one record. */
  private final class Collector {
    private final PatientRecord patient;
    private final List<ClinicalStatement> statements = new ArrayList<>();
    private final List<NotCounted> notCounted = new ArrayList<>();

    Collector(PatientRecord patient) {
      this.patient = patient;
    }

    void problem(Problem problem) {
      switch (problem.verification()) {
        case ENTERED_IN_ERROR -> {}
        case REFUTED -> refuted(problem);
        case UNCONFIRMED, DIFFERENTIAL -> problemAt(problem, Certainty.POSSIBLE);
        case CONFIRMED, PROVISIONAL, UNSTATED -> problemAt(problem, Certainty.PRESENT);
      }
    }

    private void refuted(Problem problem) {
      Evidence evidence =
          new Evidence(problem.reference(), problem.concept().display(), problem.recorded());
      concepts.codes(problem.concept()).stream()
          .map(ConceptReader.Coded::finding)
          .distinct()
          .forEach(finding -> notCounted.add(new NotCounted(finding, evidence, "refuted")));
      concepts.words(problem.concept()).stream()
          .map(Mention::finding)
          .distinct()
          .forEach(finding -> notCounted.add(new NotCounted(finding, evidence, "refuted")));
    }

    private void problemAt(Problem problem, Certainty atMost) {
      Course course =
          problem.isOver()
              ? Course.OVER
              : problem.clinicalStatus().isReturn() ? Course.RETURNED : Course.ONGOING;
      ClinicalDate asserted = ClinicalDate.latest(problem.recorded(), problem.onset());
      Place place =
          new Place(
              problem.reference(),
              course,
              notAfter(problem.onset().or(problem.recorded().asApproximate())),
              notAfter(asserted),
              problem.abatement().or(course == Course.OVER ? asserted : ClinicalDate.unknown()),
              problem.verification() == Problem.Verification.CONFIRMED,
              problem.verification() == Problem.Verification.PROVISIONAL,
              atMost,
              problem.speaker());
      concept(problem.concept(), place);
      problem.evidence().forEach(each -> concept(each, place));
      problem.notes().forEach(note -> words(text.read(note), place));
    }

    void observation(Observed observed) {
      if (observed.status() == ResultStatus.VOID) {
        return;
      }
      Place place =
          new Place(
              observed.reference(),
              Course.OBSERVED,
              notAfter(observed.effective()),
              notAfter(observed.effective()),
              ClinicalDate.unknown(),
              false,
              false,
              observed.status() == ResultStatus.PRELIMINARY
                  ? Certainty.POSSIBLE
                  : Certainty.PRESENT,
              observed.speaker());
      for (ObservedItem item : observed.items()) {
        item(item, place);
      }
      observed.notes().forEach(note -> words(text.read(note), place));
      results.read(observed, statements, notCounted);
    }

    private void item(ObservedItem item, Place place) {
      if (concepts.asksAboutFamily(item.concept())) {
        ofRelatives(item.value(), place);
        return;
      }
      Place spoken = concepts.quotesFamily(item.concept()) ? place.byFamily() : place;
      answered(item, spoken);
      concept(said(item.value()), spoken);
    }

    private void ofRelatives(ObservedValue value, Place place) {
      Concept said = said(value);
      concepts
          .codes(said)
          .forEach(coded -> leaveOut(coded.finding(), said.display(), place, FAMILY_HISTORY));
      concepts
          .words(said)
          .forEach(mention -> leaveOut(mention.finding(), said.display(), place, FAMILY_HISTORY));
    }

    /** What a value says by itself, whatever the question was. */
    private static Concept said(ObservedValue value) {
      return switch (value) {
        case ObservedValue.Coded(Concept concept) -> concept;
        case ObservedValue.Words(String words) -> new Concept(List.of(), words);
        case ObservedValue.Flag _, ObservedValue.Measured _, ObservedValue.NotGiven _ ->
            Concept.NONE;
      };
    }

    /** The item's own code is the finding; its value says whether it is there. */
    private void answered(ObservedItem item, Place place) {
      String seen = item.concept().display();
      AnswerReader.Answer answer = answers.read(item);
      for (ConceptReader.Coded coded : concepts.codes(item.concept())) {
        answer(coded.finding(), coded.certainty(), answer, seen, place);
      }
      for (Mention mention : concepts.words(item.concept())) {
        if (mention.assertion() == Assertion.AFFIRMED) {
          answer(mention.finding(), Certainty.PRESENT, answer, seen, place);
        }
      }
    }

    private void answer(
        FindingId finding,
        Certainty certainty,
        AnswerReader.Answer answer,
        String seen,
        Place place) {
      switch (answer) {
        case YES -> state(finding, certainty, seen, place);
        case UNCERTAIN -> state(finding, Certainty.POSSIBLE, seen, place);
        case NO -> state(finding, Certainty.ABSENT, seen + ": no", place);
        case NONE -> {}
      }
    }

    void report(Report report) {
      if (report.status() == ResultStatus.VOID) {
        return;
      }
      Place place =
          new Place(
              report.reference(),
              Course.OBSERVED,
              notAfter(report.effective()),
              notAfter(report.effective()),
              ClinicalDate.unknown(),
              false,
              false,
              report.status() == ResultStatus.PRELIMINARY ? Certainty.POSSIBLE : Certainty.PRESENT,
              Speaker.CLINICIAN);
      report.conclusionCodes().forEach(code -> concept(code, place));
      boolean histology =
          Words.of(report.concept().display()).stream().anyMatch(HISTOLOGY_WORDS::contains);
      for (Mention mention : text.read(report.conclusion())) {
        boolean imagedOnly = mention.finding() == FindingId.NEUROBLASTIC_TUMOUR && !histology;
        words(List.of(mention), imagedOnly ? place.heldAtMost(Certainty.POSSIBLE) : place);
      }
    }

    /** A procedure names a tumour that was operated on; it says nothing of the other findings. */
    void procedure(ProcedureDone procedure) {
      Place place =
          new Place(
              procedure.reference(),
              Course.OVER,
              notAfter(procedure.performed()),
              notAfter(procedure.performed()),
              notAfter(procedure.performed()),
              false,
              false,
              Certainty.PRESENT,
              Speaker.CLINICIAN);
      concepts.words(procedure.concept()).stream()
          .filter(mention -> mention.finding() == FindingId.NEUROBLASTIC_TUMOUR)
          .forEach(mention -> words(List.of(mention), place));
    }

    private void concept(Concept concept, Place place) {
      for (ConceptReader.Coded coded : concepts.codes(concept)) {
        state(coded.finding(), coded.certainty(), concept.display(), place);
      }
      words(concepts.words(concept), place);
    }

    private void words(List<Mention> mentions, Place place) {
      for (Mention mention : mentions) {
        Place spoken = mention.speaker() == Speaker.FAMILY ? place.byFamily() : place;
        FindingId finding = mention.finding();
        String seen = "\"" + mention.words() + "\"";
        switch (mention.assertion()) {
          case AFFIRMED -> state(finding, Certainty.PRESENT, seen, spoken);
          case UNCERTAIN -> state(finding, Certainty.POSSIBLE, seen, spoken);
          case NEGATED -> state(finding, Certainty.ABSENT, seen + " negated", spoken);
          case HISTORICAL -> historical(finding, seen, spoken);
          case FAMILY_HISTORY -> leaveOut(finding, seen, spoken, FAMILY_HISTORY);
          case HYPOTHETICAL -> {}
        }
      }
    }

    /** A tumour counts whenever it was; the other findings do not when they are past. */
    private void historical(FindingId finding, String seen, Place place) {
      if (finding == FindingId.NEUROBLASTIC_TUMOUR || finding == FindingId.EPILEPSY) {
        state(finding, Certainty.PRESENT, seen, place.longAgo());
      } else {
        leaveOut(finding, seen, place, "past history");
      }
    }

    private void state(FindingId finding, Certainty certainty, String seen, Place place) {
      Certainty held = certainty;
      boolean tumourSuspicion = finding == FindingId.NEUROBLASTIC_TUMOUR && place.provisional();
      if (certainty == Certainty.PRESENT
          && (place.atMost() == Certainty.POSSIBLE || tumourSuspicion)) {
        held = Certainty.POSSIBLE;
      }
      if (place.speaker() == Speaker.FAMILY) {
        if (held == Certainty.ABSENT) {
          return;
        }
        held = isSignToBeSeen(finding) ? Certainty.POSSIBLE : held;
      }
      statements.add(
          new ClinicalStatement(
              finding,
              held,
              place.course(),
              place.speaker(),
              place.onset(),
              place.asserted(),
              place.ended(),
              place.confirmed(),
              new Evidence(place.reference(), seen, place.onset())));
    }

    private void leaveOut(FindingId finding, String seen, Place place, String reason) {
      notCounted.add(
          new NotCounted(finding, new Evidence(place.reference(), seen, place.asserted()), reason));
    }

    /** A date after the consultation is an error of the record: it is taken as not recorded. */
    private ClinicalDate notAfter(ClinicalDate date) {
      boolean future =
          date.day().filter(day -> day.isAfter(patient.consultationDate().plusDays(1))).isPresent();
      return future ? ClinicalDate.unknown() : date;
    }
  }

  /** Pillars A and B must be seen by a clinician; a family's word is enough for C (rule 11). */
  private boolean isSignToBeSeen(FindingId finding) {
    return knowledge
        .definition(finding)
        .belongsTo()
        .filter(pillar -> pillar == Pillar.A || pillar == Pillar.B || pillar == Pillar.D)
        .isPresent();
  }
}
