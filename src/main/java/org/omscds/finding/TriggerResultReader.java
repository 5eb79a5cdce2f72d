package org.omscds.finding;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.omscds.finding.ClinicalStatement.Certainty;
import org.omscds.knowledge.FindingId;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.MimicDefinition;
import org.omscds.knowledge.Term;
import org.omscds.knowledge.Terminology;
import org.omscds.knowledge.TriggerDefinition;
import org.omscds.patient.Coding;
import org.omscds.patient.ObservedItem;
import org.omscds.patient.ObservedValue;

/** Reads positive infection tests, which show a trigger; a negative one shows nothing. */
final class TriggerResultReader {

  private static final Set<String> POSITIVE = Set.of("POS", "A", "AA", "H", "HH", "HU", "DET");

  private final Terminology terminology;
  private final AnswerReader answers;
  private final Map<String, FindingId> shownBy = new HashMap<>();

  TriggerResultReader(KnowledgeBase knowledge, AnswerReader answers) {
    this.terminology = knowledge.terminology();
    this.answers = answers;
    for (TriggerDefinition trigger : knowledge.triggers().values()) {
      for (String test : trigger.positiveResults()) {
        shownBy.put(test, MimicDefinition.findings(trigger.findings()).getFirst());
      }
    }
  }

  void read(ObservedItem item, Place place, StatementCollector collector) {
    for (FindingId trigger : asksFor(item)) {
      if (isPositive(item)) {
        collector.state(trigger, Certainty.PRESENT, item.concept().display(), place);
      }
    }
  }

  private Set<FindingId> asksFor(ObservedItem item) {
    Set<FindingId> asked = Set.of();
    for (Coding each : item.concept().codings()) {
      for (Term term : terminology.lookUp(each.system(), each.code())) {
        FindingId finding = shownBy.get(term.concept());
        if (finding != null) {
          asked = asked.isEmpty() ? EnumSet.of(finding) : asked;
          asked.add(finding);
        }
      }
    }
    return asked;
  }

  /** A number is positive by its interpretation only, and so is a test without a value. */
  private boolean isPositive(ObservedItem item) {
    return switch (item.value()) {
      case ObservedValue.Flag _, ObservedValue.Coded _, ObservedValue.Words _ ->
          answers.read(item) == AnswerReader.Answer.YES;
      case ObservedValue.Measured _, ObservedValue.NotGiven _ ->
          item.interpretations().stream().anyMatch(POSITIVE::contains);
    };
  }
}
