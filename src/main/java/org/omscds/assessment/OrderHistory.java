package org.omscds.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Words;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.Order;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ResultStatus;

/** Tells of each thing that can be ordered whether it was done lately or is already on its way. */
public final class OrderHistory {

  /** Whether something was done, is on its way, or is due. */
  public sealed interface State {
    /** A result or procedure is there and recent enough. */
    record Done(Evidence evidence) implements State {}

    /** An open order is there. */
    record Pending(Evidence evidence) implements State {}

    /** Neither. */
    record Due() implements State {}
  }

  private record Entry(Concept concept, ClinicalDate date, Evidence evidence) {}

  private final KnowledgeBase knowledge;
  private final PhraseIndex<String> words = new PhraseIndex<>();
  private final Set<String> codedConcepts = new HashSet<>();

  /** Compiles the orders' words. */
  public OrderHistory(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    for (OrderDefinition order : knowledge.orders().values()) {
      order.words().forEach(phrase -> words.add(phrase, order.id()));
      codedConcepts.addAll(order.doneBy());
    }
  }

  /**
   * The state of an order.
   *
   * @param onset first day of the neurological signs, for orders that count only since then
   */
  public State state(OrderDefinition order, PatientRecord patient, Optional<LocalDate> onset) {
    Optional<LocalDate> notBefore = order.afterOnset() ? onset : Optional.empty();
    Optional<State> done =
        results(patient)
            .filter(entry -> means(order, entry.concept()))
            .filter(entry -> isRecent(entry.date(), patient, order.lookBackDays(), notBefore))
            .findFirst()
            .map(entry -> new State.Done(entry.evidence()));
    return done.or(() -> pending(order, patient)).orElseGet(State.Due::new);
  }

  /** Whether it was asked for or done in the last days. */
  public boolean wasAsked(OrderDefinition order, PatientRecord patient, int days) {
    return patient.orders().stream()
        .filter(each -> each.state() != Order.State.VOID)
        .filter(each -> means(order, each.concept()))
        .anyMatch(each -> each.authored().isWithinDaysBefore(patient.consultationDate(), days));
  }

  private Optional<State> pending(OrderDefinition order, PatientRecord patient) {
    return patient.orders().stream()
        .filter(each -> each.state() == Order.State.PENDING)
        .filter(each -> isRecentOrUndated(each.authored(), patient))
        .filter(each -> means(order, each.concept()))
        .findFirst()
        .map(each ->
            new State.Pending(
                new Evidence(each.reference(), each.concept().display(), each.authored())));
  }

  /** An order that stood open for more than half a year is no longer on its way. */
  private static boolean isRecentOrUndated(ClinicalDate authored, PatientRecord patient) {
    return !authored.isKnown() || authored.isWithinDaysBefore(patient.consultationDate(), 180);
  }

  private static boolean isRecent(
      ClinicalDate date, PatientRecord patient, int days, Optional<LocalDate> notBefore) {
    return date.isWithinDaysBefore(patient.consultationDate(), days)
        && notBefore.filter(first -> date.day().filter(first::isAfter).isPresent()).isEmpty();
  }

  private static Stream<Entry> results(PatientRecord patient) {
    Stream<Entry> observations =
        patient.observations().stream()
            .filter(observed -> observed.status() == ResultStatus.FINAL)
            .flatMap(observed ->
                observed.items().stream()
                    .filter(OrderHistory::hasResult)
                    .map(
                        item -> entry(item.concept(), observed.reference(), observed.effective())));
    Stream<Entry> reports =
        patient.reports().stream()
            .filter(report -> report.status() == ResultStatus.FINAL)
            .map(report -> entry(report.concept(), report.reference(), report.effective()));
    Stream<Entry> procedures =
        patient.procedures().stream()
            .map(done -> entry(done.concept(), done.reference(), done.performed()));
    Stream<Entry> studies =
        patient.imagingStudies().stream()
            .filter(study -> study.complete())
            .flatMap(study ->
                Stream.concat(
                        study.concepts().stream(),
                        Stream.of(new Concept(List.of(), study.description())))
                    .map(concept -> entry(concept, study.reference(), study.started())));
    Stream<Entry> completed =
        patient.orders().stream()
            .filter(order -> order.state() == Order.State.COMPLETED)
            .map(order -> entry(order.concept(), order.reference(), order.authored()));
    return Stream.of(observations, reports, procedures, studies, completed).flatMap(s -> s);
  }

  private static boolean hasResult(ObservedItem item) {
    return !(item.value() instanceof ObservedValue.NotGiven) || !item.interpretations().isEmpty();
  }

  private static Entry entry(Concept concept, String reference, ClinicalDate date) {
    return new Entry(concept, date, new Evidence(reference, concept.display(), date));
  }

  /** Codes decide where any of them is known here; else the words, the longest phrase first. */
  private boolean means(OrderDefinition order, Concept concept) {
    boolean coded = false;
    for (Coding coding : concept.codings()) {
      if (coding.system().equals(LOCAL_SYSTEM)) {
        coded = true;
        if (coding.code().equals(order.id())) {
          return true;
        }
      }
      for (Term term : knowledge.terminology().lookUp(coding.system(), coding.code())) {
        boolean exact = term.relation() != Relation.BROADER;
        coded |= exact && codedConcepts.contains(term.concept());
        if (exact && order.doneBy().contains(term.concept())) {
          return true;
        }
      }
    }
    return !coded && saysIn(order, concept);
  }

  private boolean saysIn(OrderDefinition order, Concept concept) {
    return Stream.concat(Stream.of(concept.text()), concept.codings().stream().map(Coding::display))
        .flatMap(name -> words.find(Words.of(name)).stream())
        .anyMatch(hit -> hit.meanings().contains(order.id()));
  }

  /** The code system of this service's own order codes. */
  public static final String LOCAL_SYSTEM = "urn:oms-cds:order";
}
