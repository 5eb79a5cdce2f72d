package org.omscds.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.paraneoplastic.CancerSearch;
import org.omscds.assessment.paraneoplastic.RecordedCancers;
import org.omscds.assessment.workup.OrderHistory;
import org.omscds.consultation.Consultation;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.OrderDefinition;
import org.omscds.patient.Sex;

/** Writes where an adult's search for a cancer stands, and what points to one. */
final class CancerSearchText {

  private static final List<String> SEARCH = List.of("AD1", "AD2", "AD3", "AD4", "AD5");
  private static final int OLDER_FROM_YEARS = 50;
  private static final int MONTHS = 12;

  private final KnowledgeBase knowledge;

  CancerSearchText(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** What was found, then each test that sex, age and antibodies call for. */
  List<String> search(Assessment assessment) {
    CancerSearch search = assessment.paraneoplastic().search();
    List<String> lines = new ArrayList<>(state(search));
    if (!(search instanceof CancerSearch.Found)) {
      for (String id : SEARCH) {
        OrderDefinition order = knowledge.order(id);
        if (assessment.facts().containsAll(order.when())) {
          lines.add(test(order, assessment));
        }
      }
      if (assessment.paraneoplastic().sex() == Sex.UNKNOWN) {
        lines.add(
            "Sex not recorded: mammography and pelvic ultrasound in a woman, testicular ultrasound"
                + " in a man under 50");
      }
    }
    return lines;
  }

  private List<String> state(CancerSearch search) {
    return switch (search) {
      case CancerSearch.Found(List<RecordedCancers.Cancer> cancers, _, _) ->
          cancers.stream().map(this::found).distinct().toList();
      case CancerSearch.Unsettled(List<Evidence> suspicions) ->
          List.of("Suspected, to be settled: " + joined(suspicions));
      case CancerSearch.NotFound(List<CancerSearch.Scan> scans) ->
          List.of(
              "Searched since onset, nothing found: "
                  + joined(scans.stream().map(CancerSearch.Scan::evidence).toList()));
      case CancerSearch.Open(List<Evidence> scans) ->
          List.of(
              "Scans since onset that are not a whole search or not readable here: "
                  + joined(scans));
      case CancerSearch.NotSearched() -> List.of("No search for a cancer in this record");
    };
  }

  private String found(RecordedCancers.Cancer cancer) {
    return "Recorded: "
        + knowledge.definition(cancer.type().named()).label()
        + ", "
        + FindingsText.line(cancer.statement().evidence());
  }

  private static String test(OrderDefinition order, Assessment assessment) {
    return order.text().replaceAll("(:| \\(|, then|, whole).*", "")
        + ": "
        + switch (assessment.orders().state(order, assessment.neuroOnset())) {
          case OrderHistory.State.Done(Evidence evidence) -> "done, " + FindingsText.line(evidence);
          case OrderHistory.State.Pending(Evidence evidence) ->
              "ordered, " + FindingsText.line(evidence);
          case OrderHistory.State.Due() -> "not in this record";
        };
  }

  private static String joined(List<Evidence> evidence) {
    return evidence.stream().map(FindingsText::line).collect(Collectors.joining("; "));
  }

  /** What was more frequent in adults with a cancer than in those without (Armangue 2016). */
  static List<String> predictors(Consultation consultation) {
    List<String> lines = new ArrayList<>();
    Optional<LocalDate> onset = consultation.assessment().neuroOnset();
    OptionalLong age =
        onset.map(consultation.patient()::ageInMonths).orElseGet(OptionalLong::empty);
    if (age.isPresent() && age.getAsLong() / MONTHS >= OLDER_FROM_YEARS) {
      lines.add("Age at onset " + age.getAsLong() / MONTHS + " years");
    }
    consultation.assessment().supporting().stream()
        .filter(each -> each.finding() == FindingId.LETHARGY)
        .map(ClinicalStatement::evidence)
        .distinct()
        .forEach(each -> lines.add("Encephalopathy or lethargy: " + FindingsText.line(each)));
    return lines;
  }
}
