package org.omscds.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omscds.assessment.Assessment;
import org.omscds.assessment.instrument.PnsCareScore.Result.Scored;
import org.omscds.assessment.mimic.NamedMimic;
import org.omscds.assessment.mimic.Trigger;
import org.omscds.assessment.pillar.PillarFinding;
import org.omscds.finding.ClinicalStatement;
import org.omscds.finding.Evidence;
import org.omscds.finding.Finding;
import org.omscds.finding.NotCounted;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.Pillar;
import org.omscds.recommendation.Recommendation;

/**
 * The reasons of a card as data, for software that reads them: the value of the card extension
 * {@code org.omscds.explanation}. Its shape is described in {@code docs/extensions.md}. The words
 * of the chart stand in it as they are: whoever shows them must escape them.
 */
final class Explanation {

  private final KnowledgeBase knowledge;

  Explanation(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  Map<String, Object> of(Recommendation recommendation, Assessment assessment) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("card", recommendation.card().id());
    data.put("row", recommendation.row().id());
    data.put("tier", assessment.tier().name());
    putUnlessEmpty(data, "rules", assessment.suspicion().rules());
    data.put(
        "criteria",
        Map.of(
            "verdict", assessment.criteria().verdict().name(),
            "count", assessment.criteria().count()));
    data.put("pillars", pillars(assessment));
    if (assessment.paraneoplastic().score() instanceof Scored scored) {
      data.put("pnsCare", pnsCare(scored));
    }
    putUnlessEmpty(
        data, "supporting", assessment.supporting().stream().map(this::counted).toList());
    putUnlessEmpty(
        data, "notCounted", assessment.notCounted().stream().map(this::notCounted).toList());
    if (recommendation.card().namesMimics()) {
      putUnlessEmpty(
          data,
          "differential",
          assessment.differential().named().stream().map(Explanation::mimic).toList());
      putUnlessEmpty(
          data, "triggers", assessment.triggers().stream().map(Explanation::trigger).toList());
    }
    data.put("knowledgeVersion", knowledge.version());
    return data;
  }

  private static Map<String, Object> pnsCare(Scored scored) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("lowest", scored.total().lowest());
    data.put("highest", scored.total().highest());
    data.put("lowestTier", scored.lowestTier().name());
    data.put("highestTier", scored.highestTier().name());
    return data;
  }

  private Map<String, Object> pillars(Assessment assessment) {
    Map<String, Object> pillars = new LinkedHashMap<>();
    for (Pillar pillar : Pillar.values()) {
      PillarFinding finding = assessment.pillars().of(pillar);
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("state", lower(FindingsText.state(finding.finding())));
      if (finding.finding() instanceof Finding.Unknown(Finding.Reason reason)) {
        state.put("reason", lower(reason.name()).replace('_', ' '));
      }
      putUnlessEmpty(state, "evidence", evidence(finding));
      pillars.put(pillar.label(), state);
    }
    return pillars;
  }

  /** What was counted, statement by statement; of an absent pillar, what says that it is absent. */
  private List<Map<String, Object>> evidence(PillarFinding pillar) {
    return pillar.counted().isEmpty()
        ? pillar.finding().restsOn().stream().map(Explanation::place).toList()
        : pillar.counted().stream().map(this::counted).toList();
  }

  private Map<String, Object> counted(ClinicalStatement statement) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("finding", statement.finding().id());
    data.put("label", knowledge.definition(statement.finding()).label());
    data.put("certainty", lower(statement.certainty().name()));
    data.put("speaker", lower(statement.speaker().name()));
    data.putAll(place(statement.evidence()));
    return data;
  }

  private Map<String, Object> notCounted(NotCounted left) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("finding", left.finding().id());
    data.put("label", knowledge.definition(left.finding()).label());
    data.putAll(place(left.evidence()));
    data.put("reason", left.reason());
    return data;
  }

  private static Map<String, Object> mimic(NamedMimic named) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("mimic", named.mimic().id());
    data.put("label", named.mimic().label());
    data.put("clues", named.clues().stream().map(Explanation::place).toList());
    if (named.offersTests()) {
      data.put("orders", named.mimic().orders());
    }
    return data;
  }

  private static Map<String, Object> trigger(Trigger trigger) {
    return Map.of(
        "trigger", trigger.definition().id(),
        "label", trigger.definition().label(),
        "evidence", trigger.evidence().stream().map(Explanation::place).toList());
  }

  private static Map<String, Object> place(Evidence evidence) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("reference", evidence.reference());
    if (!evidence.element().isEmpty()) {
      data.put("element", evidence.element());
    }
    data.put("seen", evidence.seen().isEmpty() ? "(no words)" : evidence.seen());
    evidence.date().day().ifPresent(day -> data.put("date", day.toString()));
    return data;
  }

  private static void putUnlessEmpty(Map<String, Object> data, String name, List<?> values) {
    if (!values.isEmpty()) {
      data.put(name, values);
    }
  }

  private static String lower(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
