package org.omscds.assessment.workup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omscds.finding.Evidence;
import org.omscds.finding.result.TestResult;
import org.omscds.finding.result.TestResults;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.knowledge.PhraseIndex;
import org.omscds.knowledge.Relation;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.Coding;
import org.omscds.patient.Concept;
import org.omscds.patient.ImagingStudy;
import org.omscds.patient.Observed;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;
import org.omscds.patient.Order;
import org.omscds.patient.PatientRecord;
import org.omscds.patient.ProcedureDone;
import org.omscds.patient.Report;
import org.omscds.patient.ResultStatus;

/** Reads of each result, procedure and order which of the known orders it means. */
public final class OrderHistoryReader {

  private final Terminology terminology;
  private final PhraseIndex<String> words = new PhraseIndex<>();
  private final Map<String, Set<String>> byConcept = new HashMap<>();
  private final Map<String, Set<String>> byTest = new HashMap<>();
  private final Map<String, Set<String>> byCatalogue;

  public OrderHistoryReader(KnowledgeBase knowledge) {
    this.terminology = knowledge.terminology();
    this.byCatalogue = knowledge.site().ordersByCatalogueCode();
    for (OrderDefinition order : knowledge.orders().values()) {
      order.words().forEach(phrase -> words.add(phrase, order.id()));
      for (String test : order.doneByResults()) {
        byTest.computeIfAbsent(test, _ -> new HashSet<>()).add(order.id());
      }
      for (String concept : order.doneBy()) {
        byConcept.computeIfAbsent(concept, _ -> new HashSet<>()).add(order.id());
      }
    }
  }

  /**
   * Reads the chart.
   *
   * @param tests the results of the tests that matter, which may stand in a report alone
   */
  public OrderHistory read(PatientRecord patient, TestResults tests) {
    List<OrderHistory.Entry> results = new ArrayList<>();
    for (TestResult test : tests.all()) {
      Set<String> orders = byTest.getOrDefault(test.test(), Set.of());
      if (!orders.isEmpty() && !test.preliminary() && test.isAnswer()) {
        results.add(new OrderHistory.Entry(orders, test.date(), false, Evidence.of(test)));
      }
    }
    for (Observed observed : patient.observations()) {
      if (observed.status() == ResultStatus.FINAL) {
        for (ObservedItem item : observed.items()) {
          if (hasResult(item)) {
            add(results, item.concept(), observed.reference(), observed.effective(), false);
          }
        }
      }
    }
    for (Report report : patient.reports()) {
      if (report.status() == ResultStatus.FINAL) {
        add(results, report.concept(), report.reference(), report.effective(), false);
      }
    }
    for (ProcedureDone done : patient.procedures()) {
      add(results, done.concept(), done.reference(), done.performed(), false);
    }
    for (ImagingStudy study : patient.imagingStudies()) {
      if (study.complete()) {
        List<Concept> names = new ArrayList<>(study.concepts());
        names.add(Concept.inWords(study.description()));
        names.forEach(name -> add(results, name, study.reference(), study.started(), false));
      }
    }
    List<OrderHistory.Entry> requests = new ArrayList<>();
    for (Order order : patient.requests()) {
      switch (order.state()) {
        case PENDING -> add(requests, order.concept(), order.reference(), order.authored(), true);
        case COMPLETED -> {
          add(requests, order.concept(), order.reference(), order.authored(), false);
          add(results, order.concept(), order.reference(), order.authored(), false);
        }
        case VOID -> {}
      }
    }
    return new OrderHistory(patient.consultationDate(), results, requests);
  }

  private static boolean hasResult(ObservedItem item) {
    return !(item.value() instanceof ObservedValue.NotGiven) || !item.interpretations().isEmpty();
  }

  private void add(
      List<OrderHistory.Entry> entries,
      Concept concept,
      String reference,
      ClinicalDate date,
      boolean open) {
    Set<String> orders = ordersOf(concept);
    if (!orders.isEmpty()) {
      Evidence evidence = new Evidence(reference, concept.display(), date);
      entries.add(new OrderHistory.Entry(orders, date, open, evidence));
    }
  }

  /** Codes decide where any of them is known here; else the words, the longest phrase first. */
  private Set<String> ordersOf(Concept concept) {
    Set<String> orders = new HashSet<>(4);
    for (Coding coding : concept.codings()) {
      if (coding.system().equals(OrderDefinition.SYSTEM)) {
        orders.add(coding.code());
      }
      if (!byCatalogue.isEmpty()) {
        orders.addAll(byCatalogue.getOrDefault(coding.system() + "|" + coding.code(), Set.of()));
      }
      for (Term term : terminology.lookUp(coding.system(), coding.code())) {
        if (term.relation() != Relation.BROADER) {
          orders.addAll(byConcept.getOrDefault(term.concept(), Set.of()));
        }
      }
    }
    if (orders.isEmpty()) {
      concept.names().forEach(name -> addByWords(name, orders));
    }
    return orders;
  }

  private void addByWords(String name, Set<String> orders) {
    for (PhraseIndex.Hit<String> hit : words.find(name)) {
      orders.addAll(hit.meanings());
    }
  }
}
