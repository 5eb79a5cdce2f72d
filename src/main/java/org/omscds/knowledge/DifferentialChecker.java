package org.omscds.knowledge;

/**
 * Checks the tables of mimics and triggers: as the other files, and what only they can get wrong.
 */
final class DifferentialChecker {

  private final KnowledgeBase knowledge;
  private final KnowledgeChecker all;

  DifferentialChecker(KnowledgeBase knowledge, KnowledgeChecker all) {
    this.knowledge = knowledge;
    this.all = all;
  }

  void check() {
    knowledge.mimics().values().forEach(this::check);
    knowledge.triggers().values().forEach(this::check);
  }

  private void check(MimicDefinition mimic) {
    String id = mimic.id();
    all.checkFindingIds("mimics.yaml", id, mimic.recordedBy());
    all.checkFindingIds("mimics.yaml", id, mimic.clues());
    all.checkFindingIds("mimics.yaml", id, mimic.notWith());
    all.checkFindingIds("mimics.yaml", id, mimic.ordersNeed());
    all.checkOrderIds("mimics.yaml", id, mimic.orders());
    all.checkSources("mimics.yaml", id, mimic.sources());
    if (mimic.recordedBy().isEmpty() && mimic.clues().isEmpty() && mimic.drugs().isEmpty()) {
      throw all.fault("mimics.yaml", id, "nothing names '" + id + "'");
    }
    if (mimic.recordedBy().isEmpty() && (!mimic.explains().isEmpty() || mimic.blocks())) {
      throw all.fault("mimics.yaml", id, "'explains' and 'block' need 'recorded-by'");
    }
    boolean adds = mimic.effects().contains(MimicDefinition.Effect.ADD);
    if (mimic.effects().isEmpty()
        || adds == mimic.orders().isEmpty()
        || adds == mimic.offerLabel().isEmpty()) {
      throw all.fault("mimics.yaml", id, "'add' needs 'orders' and 'offer', and they need 'add'");
    }
  }

  private void check(TriggerDefinition trigger) {
    String id = trigger.id();
    all.checkFindingIds("triggers.yaml", id, trigger.findings());
    all.checkConcepts("triggers.yaml", id, trigger.positiveResults());
    all.checkSources("triggers.yaml", id, trigger.sources());
    if (!trigger.positiveResults().isEmpty() && trigger.findings().isEmpty()) {
      throw all.fault("triggers.yaml", id, "'positive-results' need a finding that they show");
    }
  }
}
