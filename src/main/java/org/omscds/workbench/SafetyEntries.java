package org.omscds.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.omscds.knowledge.DrugDefinition;
import org.omscds.knowledge.KnowledgeBase;
import org.omscds.knowledge.SafetyAgent;
import org.omscds.knowledge.SafetyDefinition;
import org.omscds.knowledge.SafetyDefinition.AgentDefinition;
import org.omscds.knowledge.SafetyDefinition.Check;
import org.omscds.knowledge.SafetyDefinition.RiskDefinition;

/** What is checked before an order is signed, and the drugs that are looked for. */
final class SafetyEntries {

  private final SafetyDefinition safety;
  private final List<DrugDefinition> drugs;

  SafetyEntries(KnowledgeBase knowledge) {
    safety = knowledge.safety();
    drugs = knowledge.drugs();
  }

  List<Map<String, Object>> checks() {
    return safety.checks().stream().map(this::check).toList();
  }

  private Map<String, Object> check(Check check) {
    return Entry.of(
            check.agent().name() + "." + check.risk().name(),
            Entry.words(check.agent()) + ": " + safety.of(check.risk()).label())
        .flag("proposal", check.proposal())
        .text("level", Entry.words(check.level()))
        .text("advice", check.saying())
        .reference("agent", "agent", check.agent().name())
        .reference("risk", "risk", check.risk().name())
        .reference("card", "card", check.agent().topic().card())
        .sources(check.sources())
        .written();
  }

  List<Map<String, Object>> agents() {
    return Arrays.stream(SafetyAgent.values()).map(this::agent).toList();
  }

  private Map<String, Object> agent(SafetyAgent agent) {
    List<Map<String, Object>> ways =
        safety.agents().stream()
            .filter(each -> each.agent() == agent)
            .map(SafetyEntries::way)
            .toList();
    return Entry.of(agent.name(), Entry.words(agent))
        .reference("card", "card", agent.topic().card())
        .list("recognisedBy", ways)
        .written();
  }

  private static Map<String, Object> way(AgentDefinition agent) {
    return Entry.part()
        .text("label", agent.label())
        .constants("drugClasses", "drug", agent.drugClasses())
        .references("concepts", "concept", agent.concepts())
        .list("words", agent.words())
        .list("allergyWords", agent.allergyWords())
        .written();
  }

  List<Map<String, Object>> risks() {
    return safety.risks().stream().map(SafetyEntries::risk).toList();
  }

  private static Map<String, Object> risk(RiskDefinition risk) {
    return Entry.of(risk.risk().name(), risk.label())
        .list("problems", risk.problems())
        .list("notProblems", risk.notProblems())
        .flag("pastCounts", risk.pastCounts())
        .references("findings", "finding", risk.findings())
        .constants("drugClasses", "drug", risk.drugClasses())
        .references("positive", "result", risk.positive())
        .references("low", "result", risk.low())
        .references("missing", "order", risk.missing())
        .number("days", risk.days())
        .written();
  }

  List<Map<String, Object>> drugs() {
    return drugs.stream().map(SafetyEntries::drug).toList();
  }

  private static Map<String, Object> drug(DrugDefinition drug) {
    return Entry.of(drug.drugClass().name(), drug.label())
        .flag("immunotherapy", drug.drugClass().isImmunotherapy())
        .list("ingredients", drug.ingredients().stream().map(SafetyEntries::ingredient).toList())
        .list("allergyWords", drug.allergyWords())
        .list("notWords", drug.notWords())
        .list("notRoutes", drug.notRoutes())
        .sources(drug.sources())
        .written();
  }

  private static Map<String, Object> ingredient(DrugDefinition.Ingredient ingredient) {
    return Entry.part()
        .text("label", ingredient.name())
        .text("evidence", ingredient.evidence())
        .references("concepts", "concept", ingredient.concepts())
        .list("words", ingredient.words())
        .written();
  }
}
