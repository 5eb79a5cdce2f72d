package org.omscds.knowledge;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.omscds.knowledge.SafetyDefinition.AgentDefinition;
import org.omscds.knowledge.SafetyDefinition.Check;
import org.omscds.knowledge.SafetyDefinition.RiskDefinition;

/** Checks the table of safety checks: as the other files, and what only it can get wrong. */
final class SafetyChecker {

  private static final String FILE = "safety.yaml";

  private final KnowledgeBase knowledge;
  private final KnowledgeChecker all;

  SafetyChecker(KnowledgeBase knowledge, KnowledgeChecker all) {
    this.knowledge = knowledge;
    this.all = all;
  }

  void check() {
    checkAgents();
    checkRisks();
    checkChecks();
  }

  private void checkAgents() {
    Set<SafetyAgent> named = EnumSet.noneOf(SafetyAgent.class);
    for (AgentDefinition agent : knowledge.safety().agents()) {
      named.add(agent.agent());
      all.checkConcepts(FILE, agent.label(), agent.concepts());
    }
    for (SafetyAgent agent : SafetyAgent.values()) {
      if (!named.contains(agent)) {
        throw all.fault(FILE, "agents", "nothing recognises the agent '" + agent + "'");
      }
    }
  }

  private void checkRisks() {
    Set<Risk> described = EnumSet.noneOf(Risk.class);
    for (RiskDefinition risk : knowledge.safety().risks()) {
      String id = risk.risk().name();
      if (!described.add(risk.risk())) {
        throw all.fault(FILE, id, "duplicate risk '" + id + "'");
      }
      all.checkFindingIds(FILE, id, risk.findings());
      all.checkOrderIds(FILE, id, risk.missing());
      all.checkKnown(FILE, id, "test", risk.positive(), knowledge.results().keySet());
      all.checkKnown(FILE, id, "test", risk.low(), knowledge.results().keySet());
    }
    for (Risk risk : Risk.values()) {
      if (!described.contains(risk)) {
        throw all.fault(FILE, "risks", "the risk '" + risk + "' is not described");
      }
    }
  }

  private void checkChecks() {
    Set<String> seen = new HashSet<>();
    Set<Risk> used = EnumSet.noneOf(Risk.class);
    for (Check check : knowledge.safety().checks()) {
      String id = check.agent() + ", " + check.risk();
      if (!seen.add(id)) {
        throw all.fault(FILE, check.risk().name(), "duplicate check '" + id + "'");
      }
      used.add(check.risk());
      all.checkSources(FILE, id, check.sources());
    }
    for (Risk risk : Risk.values()) {
      if (!used.contains(risk)) {
        throw all.fault(FILE, risk.name(), "no check asks about the risk '" + risk + "'");
      }
    }
  }
}
