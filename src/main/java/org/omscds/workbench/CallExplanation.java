package org.omscds.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.consultation.Consultation;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.NotCounted;
import org.omscds.hook.HookCalls;
import org.omscds.knowledge.Fact;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.knowledge.Rule;
import org.omscds.patient.DataGap;

/**
 * Writes the whole chain of a call as data: what was read, what was found, what it amounts to, and
 * what was said or not said. Its shape is that of {@code explanation.schema.json}. The words of the
 * chart stand in it as they are: whoever shows them must escape them.
 */
final class CallExplanation {

  private final KnowledgeBase knowledge;
  private final ConsideredCards cards;

  CallExplanation(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.cards = new ConsideredCards(knowledge);
  }

  /** The explanation of a call that was weighed. */
  Map<String, @Nullable Object> of(HookCalls.Weighed weighed) {
    Consultation consultation = weighed.consultation();
    Assessment assessment = consultation.assessment();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("service", weighed.service());
    document.put("hook", weighed.hook().hookName());
    document.put("date", consultation.patient().consultationDate().toString());
    document.put("knowledgeVersion", weighed.knowledgeVersion());
    document.put(
        "chart",
        Map.of(
            "entries", ChartEntries.of(consultation.patient()),
            "gaps", consultation.patient().gaps().stream().map(CallExplanation::gap).toList()));
    document.put(
        "pillars",
        List.of(Pillar.values()).stream().map(each -> pillar(each, assessment)).toList());
    document.put("supporting", assessment.supporting().stream().map(this::counted).toList());
    document.put("notCounted", assessment.notCounted().stream().map(this::notCounted).toList());
    document.put("assessment", assessment(assessment));
    document.put("recommendations", cards.of(weighed.hook(), consultation));
    document.put("facts", meanings());
    document.put("timeline", timeline(assessment));
    document.put(
        "cards",
        consultation.recommendations().shown().stream().map(each -> each.card().id()).toList());
    return document;
  }

  /** The sentence of every fact that an explanation may name. */
  private static Map<String, String> meanings() {
    Map<String, String> meanings = new TreeMap<>();
    for (Fact fact : Fact.values()) {
      meanings.put(fact.name(), fact.meaning());
    }
    return meanings;
  }

  private static Map<String, @Nullable Object> gap(DataGap gap) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("what", gap.what());
    data.put("reason", gap.reason().name());
    data.put("detail", gap.detail());
    return data;
  }

  private Map<String, @Nullable Object> pillar(Pillar pillar, Assessment assessment) {
    PillarFinding found = assessment.pillars().of(pillar);
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("pillar", pillar.name());
    data.put("label", pillar.label());
    data.put("state", state(found.finding()));
    data.put(
        "reason",
        found.finding() instanceof Finding.Unknown(Finding.Reason reason) ? words(reason) : null);
    data.put(
        "evidence",
        found.counted().isEmpty()
            ? found.finding().restsOn().stream().map(CallExplanation::place).toList()
            : found.counted().stream().map(this::counted).toList());
    return data;
  }

  private static String state(Finding finding) {
    return switch (finding) {
      case Finding.Present _ -> "PRESENT";
      case Finding.Possible _ -> "POSSIBLE";
      case Finding.Absent _ -> "ABSENT";
      case Finding.Unknown _ -> "UNKNOWN";
    };
  }

  private Map<String, @Nullable Object> counted(ClinicalStatement statement) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("finding", statement.finding().id());
    data.put("label", knowledge.definition(statement.finding()).label());
    data.put("certainty", words(statement.certainty()));
    data.put("speaker", words(statement.speaker()));
    data.putAll(place(statement.evidence()));
    return data;
  }

  private Map<String, @Nullable Object> notCounted(NotCounted left) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("finding", left.finding().id());
    data.put("label", knowledge.definition(left.finding()).label());
    data.putAll(place(left.evidence()));
    data.put("reason", left.reason());
    return data;
  }

  private static Map<String, @Nullable Object> place(Evidence evidence) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("reference", evidence.reference());
    data.put("element", evidence.element().isEmpty() ? null : evidence.element());
    data.put("words", evidence.seen());
    data.put("date", ChartEntries.day(evidence.date()));
    return data;
  }

  private Map<String, @Nullable Object> assessment(Assessment assessment) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("tier", assessment.tier().name());
    data.put("rules", assessment.suspicion().rules().stream().map(this::rule).toList());
    data.put(
        "criteria",
        Map.of(
            "verdict", assessment.criteria().verdict().name(),
            "count", assessment.criteria().count()));
    data.put("onset", assessment.neuroOnset().map(Object::toString).orElse(null));
    data.put(
        "ageInMonths",
        assessment.ageInMonths().isPresent() ? assessment.ageInMonths().getAsLong() : null);
    data.put("facts", assessment.facts().stream().map(Enum::name).sorted().toList());
    return data;
  }

  private Map<String, @Nullable Object> rule(String id) {
    Rule rule = knowledge.rules().get(id);
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", id);
    data.put("wording", rule == null ? "" : rule.text());
    data.put("proposal", rule != null && rule.isProposal());
    return data;
  }

  /** What was said of the pillars, and what was left out, by its day; without a day at the end. */
  private List<Map<String, @Nullable Object>> timeline(Assessment assessment) {
    List<Map<String, @Nullable Object>> line = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      for (ClinicalStatement each : assessment.pillars().of(pillar).counted()) {
        line.add(moment(counted(each), Optional.of(pillar), words(each.certainty())));
      }
    }
    assessment
        .supporting()
        .forEach(
            each -> line.add(moment(counted(each), Optional.empty(), words(each.certainty()))));
    assessment
        .notCounted()
        .forEach(each -> line.add(moment(notCounted(each), Optional.empty(), "not-counted")));
    line.sort(Comparator.comparing(each -> String.valueOf(each.get("date"))));
    return line;
  }

  private static Map<String, @Nullable Object> moment(
      Map<String, @Nullable Object> evidence, Optional<Pillar> pillar, String state) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("date", evidence.get("date"));
    data.put("pillar", pillar.map(Enum::name).orElse(null));
    data.put("label", evidence.get("label"));
    data.put("words", evidence.get("words"));
    data.put("reference", evidence.get("reference"));
    data.put("state", state);
    return data;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
